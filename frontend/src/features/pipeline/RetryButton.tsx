import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createJob } from '../../api/queries/jobs';
import { isUnanswered, refusalWords } from './words';

/** Fetches again what one run was about; a job of its own. */
export function RetryButton({ run, what }: { readonly run: number; readonly what: string }) {
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: () => createJob({ kind: 'retry', run }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
  return (
    <button
      type="button"
      className="button"
      aria-label={`Retry ${what}`}
      disabled={retry.isPending || retry.isSuccess}
      title={retry.error ? refusalWords(retry.error) : undefined}
      onClick={() => retry.mutate()}
    >
      {retry.data
        ? `Job ${retry.data.id}`
        : retry.error
          ? isUnanswered(retry.error)
            ? 'No answer, try again'
            : 'Refused'
          : 'Retry'}
    </button>
  );
}
