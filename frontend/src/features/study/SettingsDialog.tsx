import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { saveStudySettings, studySettingsQuery } from '../../api/queries/study';
import { Dialog } from '../../ui/Dialog';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { SettingsForm } from './SettingsForm';

/** Thresholds of flags, and the rules of contact. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(studySettingsQuery);
  const save = useMutation({
    mutationFn: saveStudySettings,
    onSuccess: async (saved) => {
      queries.setQueryData(studySettingsQuery.queryKey, saved);
      await Promise.all(
        // The setting of the resting heart rate is told in summaries.
        ['study', 'summary'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      );
      onClose();
    },
  });
  return (
    <Dialog title="Thresholds and rules" onClose={onClose}>
      {error && <QueryError what="The settings" error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height="14rem" />}
      {data && <SettingsForm settings={data} saving={save.isPending} error={save.error} onSave={save.mutate} />}
    </Dialog>
  );
}
