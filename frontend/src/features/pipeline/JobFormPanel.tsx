import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiError } from '../../api/client';
import { createJob, type Job, type JobRequest } from '../../api/queries/jobs';
import { JobField } from './JobFields';
import styles from './JobForm.module.css';
import type { JobForm } from './jobForms';
import { mistakesOf, requestOf, type Typed } from './jobRequest';
import { refusalWords, title } from './words';

interface Props {
  readonly form: JobForm;
  readonly start: Typed;
  readonly names: ReadonlyMap<number, string>;
  readonly onDone: (job: Job) => void;
  readonly onCancel: () => void;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Asks for a job: its fields, what is wrong at the field itself, and a question before it writes much. */
export function JobFormPanel({ form, start, names, onDone, onCancel }: Props) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Typed>(start);
  const [mistakes, setMistakes] = useState(NONE);
  const [asked, setAsked] = useState<{ readonly request: JobRequest; readonly words: string }>();
  const panel = useRef<HTMLFormElement>(null);
  const send = useMutation({
    mutationFn: createJob,
    onSuccess: async (job) => {
      await queries.invalidateQueries({ queryKey: ['jobs'] });
      onDone(job);
    },
    onError: () => setAsked(undefined),
  });
  const problem = send.error instanceof ApiError ? send.error.problem : undefined;
  const refused = problem?.errors?.map(({ parameter, message }) => [fieldName(parameter), message] as const) ?? [];
  const errors = new Map([...refused, ...mistakes]);
  const elsewhere = send.error && !form.fields.some(({ name }) => errors.has(name));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = mistakesOf(typed);
    setMistakes(wrong);
    if (wrong.size > 0) {
      return;
    }
    const request = requestOf(form, typed);
    const words = asked ? undefined : form.confirm?.(request as unknown as Record<string, unknown>);
    if (words) {
      setAsked({ request, words });
    } else {
      send.mutate(asked?.request ?? request);
    }
  };
  useEffect(() => {
    if (send.isError || mistakes.size > 0) {
      panel.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [send.isError, mistakes]);
  const begin = typed.dryRun === 'true' ? 'Start dry run' : 'Start';
  return (
    <form ref={panel} className={`card ${styles.form}`} aria-label={title(form.kind)} onSubmit={submit}>
      <p className={styles.does}>
        <strong>{title(form.kind)}.</strong> {form.does}
      </p>
      <div className={styles.fields}>
        {form.fields.map((field) => (
          <JobField
            key={field.name}
            field={field}
            value={typed[field.name] ?? ''}
            error={errors.get(field.name)}
            names={names}
            participants={(typed.participants ?? '').split(',').filter(Boolean).map(Number)}
            onChange={(value) => {
              setAsked(undefined);
              setMistakes(NONE);
              setTyped({ ...typed, [field.name]: value });
            }}
          />
        ))}
      </div>
      {elsewhere && (
        <p className={styles.wrong} role="alert">
          {send.error && refusalWords(send.error)}
        </p>
      )}
      {asked && (
        <p className={styles.confirm} role="alert">
          {asked.words} Start it?
        </p>
      )}
      <div className={styles.buttons}>
        <button type="submit" className={`button ${styles.primary}`} disabled={send.isPending}>
          {send.isPending ? 'Asking' : asked ? 'Yes, start' : elsewhere ? 'Try again' : begin}
        </button>
        <button type="button" className="button button-quiet" onClick={asked ? () => setAsked(undefined) : onCancel}>
          {asked ? 'Change' : 'Close'}
        </button>
      </div>
    </form>
  );
}

/** `participants[0]` is told at the field `participants`. */
function fieldName(parameter: string): string {
  return parameter.replace(/^\/+/, '').split(/[[/.]/)[0] ?? parameter;
}
