import { useId } from 'react';
import { ParticipantsChoice } from '../../ui/ParticipantsChoice';
import styles from './JobForm.module.css';
import type { FormField } from './jobForms';

interface Props {
  readonly field: FormField;
  readonly value: string;
  /** What the service refused about it. */
  readonly error: string | undefined;
  readonly names: ReadonlyMap<number, string>;
  readonly onChange: (value: string) => void;
}

const MOST = 1_000;

/** One field with its label, its hint and what is wrong with it. */
export function JobField({ field, value, error, names, onChange }: Props) {
  const id = useId();
  const { name, label, control, hint, needed = false, options = [] } = field;
  const described = { 'aria-describedby': `${id}-hint`, 'aria-invalid': error !== undefined };
  const common = { id, name, value, required: needed, ...described } as const;
  const change = (event: { readonly target: { readonly value: string } }) => onChange(event.target.value);
  if (control === 'flag') {
    return (
      <div className={styles.field}>
        <label className={styles.flag}>
          <input
            type="checkbox"
            name={name}
            {...described}
            checked={value === 'true'}
            onChange={(event) => onChange(event.target.checked ? 'true' : '')}
          />
          {label}
        </label>
        <Below id={`${id}-hint`} hint={hint} error={error} />
      </div>
    );
  }
  return (
    <div className={styles.field}>
      {control === 'participants' ? (
        <>
          <span className={styles.label}>{label}</span>
          <ParticipantsChoice
            everyone={[...names].map(([person, text]) => ({ id: person, name: text }))}
            chosen={value === '' ? [] : value.split(',').map(Number)}
            most={MOST}
            onChange={(ids) => onChange(ids.join(','))}
          />
        </>
      ) : (
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
      )}
      {control === 'date' && <input type="date" className="field" {...common} onChange={change} />}
      {control === 'number' && (
        <input inputMode="numeric" pattern="[0-9]*" className="field" {...common} onChange={change} />
      )}
      {(control === 'text' || control === 'list') && <input className="field" {...common} onChange={change} />}
      {(control === 'participant' || control === 'choice') && (
        <select className="select" {...common} onChange={change}>
          <option value="">{control === 'participant' ? 'Everybody' : 'By metric'}</option>
          {control === 'participant'
            ? [...names].map(([person, text]) => (
                <option key={person} value={person}>
                  {text}
                </option>
              ))
            : options.map((option) => <option key={option}>{option}</option>)}
        </select>
      )}
      <Below id={`${id}-hint`} hint={hint} error={error} />
    </div>
  );
}

interface BelowProps {
  readonly id: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
}

function Below({ id, hint, error }: BelowProps) {
  return (
    <p id={id} className={error ? styles.wrong : styles.hint}>
      {error ?? hint}
    </p>
  );
}
