import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImputationRun } from '../../api/queries/imputationRuns';
import { createJob, isOpen, type Job, jobsQuery } from '../../api/queries/jobs';
import { count } from '../../format/numbers';
import { Instant } from '../../ui/Instant';
import { useNow } from '../../ui/useNow';
import styles from './UndoRun.module.css';
import { refusalWords } from './words';

/** Takes the values of an imputation run away, after a question, and says how far that is and how it ended. */
export function UndoRun({ run: { id, state, inEffect, undoneAt } }: { readonly run: ImputationRun }) {
  const queries = useQueryClient();
  const now = useNow(30_000);
  const { data: jobs = [] } = useQuery(jobsQuery);
  const [asking, setAsking] = useState(false);
  const send = useMutation({
    mutationFn: () => createJob({ kind: 'undo-imputation', run: id }),
    onSuccess: () => setAsking(false),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
  if (state === 'undone' && undoneAt) {
    return (
      <span className={styles.said}>
        Undone <Instant at={undoneAt} now={now} />
      </span>
    );
  }
  const newest = newestUndo(jobs, id, send.data);
  if (newest && isOpen(newest)) {
    return (
      <span className={styles.said} role="status">
        {newest.state === 'queued' ? 'Undo waits for its turn' : 'Undoing'}
        <progress
          aria-label={`Progress of undoing run ${id}`}
          {...(newest.total ? { value: newest.done, max: newest.total } : {})}
        />
      </span>
    );
  }
  if (state === 'running' || inEffect === 0) {
    return null;
  }
  const failure = send.error ? refusalWords(send.error) : newest && FAILED.has(newest.state) && whyOf(newest);
  return (
    <div className={styles.undo}>
      {failure && (
        <p className={styles.error} role="alert">
          Undo failed: {failure}
        </p>
      )}
      {asking ? (
        <fieldset className={styles.question} aria-label={`Undo run ${id}?`}>
          <p>
            Take away the {count(inEffect, 'value')} of run {id}? Measured values stay.
          </p>
          <button type="button" className="button" disabled={send.isPending} onClick={() => send.mutate()}>
            {send.isPending ? 'Asking' : 'Yes, undo'}
          </button>
          <button type="button" className="button button-quiet" onClick={() => setAsking(false)}>
            Keep
          </button>
        </fieldset>
      ) : (
        <button type="button" className="button" aria-label={`Undo run ${id}`} onClick={() => setAsking(true)}>
          {failure ? 'Try again' : 'Undo'}
        </button>
      )}
    </div>
  );
}

const FAILED: ReadonlySet<string> = new Set(['failed', 'interrupted', 'cancelled']);

function whyOf({ error, state }: Job): string {
  return error ?? `job ${state}`;
}

/** The newest job that undoes a run: as the list has it, or as it was just taken. */
function newestUndo(jobs: readonly Job[], run: number, taken: Job | undefined): Job | undefined {
  const known = jobs.find(({ parameters }) => parameters.kind === 'undo-imputation' && parameters.run === run);
  return taken && (!known || known.id < taken.id) ? taken : known;
}
