import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createJob, type JobRequest } from '../../api/queries/jobs';
import styles from './Jobs.module.css';
import { refusalWords } from './words';

/** Does what a dry run found out. */
export function RealRun({ request }: { readonly request: JobRequest }) {
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: () => createJob(request),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
  return (
    <div className={styles.line}>
      <span className={styles.scope}>A dry run: nothing was changed.</span>
      {send.error && (
        <span className={styles.error} role="alert">
          {refusalWords(send.error)}
        </span>
      )}
      {send.data ? (
        <span role="status">Job {send.data.id} does it.</span>
      ) : (
        <button type="button" className="button" disabled={send.isPending} onClick={() => send.mutate()}>
          Run it now
        </button>
      )}
    </div>
  );
}
