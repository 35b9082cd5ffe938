import { useState } from 'react';
import type { Job } from '../../api/queries/jobs';
import { JobFormPanel } from './JobFormPanel';
import styles from './Jobs.module.css';
import { formOf, JOB_FORMS } from './jobForms';
import { usePipelineSearch } from './usePipelineSearch';
import { title } from './words';

/** A button for each kind of work that the service takes; its form opens below and is in the address. */
export function JobButtons({ names }: { readonly names: ReadonlyMap<number, string> }) {
  const { search, go } = usePipelineSearch();
  const [asked, setAsked] = useState<Job>();
  const { new: kind, participant, participants, metrics, date, from, to, dataType, run, ...rest } = search;
  const form = formOf(kind);
  const start = {
    ...form?.start,
    ...(participant && { participant: String(participant), participants: String(participant) }),
    ...(participants && { participants }),
    ...(metrics && { metrics }),
    ...(date && { date, from: date, to: date }),
    ...(from && { from }),
    ...(to && { to }),
    ...(dataType && { dataType }),
    ...(run && { run: String(run) }),
  };
  const close = () => go(rest);
  return (
    <>
      <fieldset className={styles.buttons} aria-label="Ask for">
        {JOB_FORMS.map((offered) => (
          <button
            key={offered.kind}
            type="button"
            className="button"
            title={offered.does}
            aria-expanded={offered.kind === kind}
            onClick={() => {
              setAsked(undefined);
              go(offered.kind === kind ? rest : { ...rest, new: offered.kind });
            }}
          >
            {title(offered.kind)}
          </button>
        ))}
      </fieldset>
      {form && (
        <JobFormPanel
          key={`${form.kind} ${JSON.stringify(start)}`}
          {...{ form, start, names }}
          onCancel={close}
          onDone={(job) => {
            setAsked(job);
            close();
          }}
        />
      )}
      {asked && (
        <p role="status" className={styles.asked}>
          {title(asked.kind)} is job {asked.id}.
        </p>
      )}
    </>
  );
}
