import { useId } from 'react';
import { ParticipantsChoice } from '../../ui/ParticipantsChoice';
import { ImputationRunField } from './ImputationRunField';
import styles from './JobForm.module.css';
import type { FormField } from './jobForms';
import { MetricsField } from './MetricsField';
import { useDataTypes } from './useDataTypes';
import { words } from './words';

interface Props {
  readonly field: FormField;
  readonly value: string;
  /** What is wrong with it. */
  readonly error: string | undefined;
  readonly names: ReadonlyMap<number, string>;
  /** Ids of the participants that the form has. */
  readonly participants: readonly number[];
  readonly onChange: (value: string) => void;
}

const MOST = 1_000;

/** One field with its label, its hint and what is wrong with it. */
export function JobField(props: Props) {
  const { field, value, error, onChange } = props;
  const id = useId();
  const { name, label, control, hint } = field;
  const described = { 'aria-describedby': `${id}-hint`, 'aria-invalid': error !== undefined };
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
      {control === 'participants' || control === 'participant' ? (
        <span className={styles.label}>{label}</span>
      ) : (
        control !== 'metrics' && (
          <label htmlFor={id} className={styles.label}>
            {label}
          </label>
        )
      )}
      <Control {...props} common={{ id, name, value, required: field.needed ?? false, ...described }} />
      <Below id={`${id}-hint`} hint={hint} error={error} />
    </div>
  );
}

interface ControlProps extends Props {
  readonly common: {
    readonly id: string;
    readonly name: string;
    readonly value: string;
    readonly required: boolean;
    readonly 'aria-describedby': string;
    readonly 'aria-invalid': boolean;
  };
}

function Control({ field, value, error, names, participants, onChange, common }: ControlProps) {
  const types = useDataTypes(value);
  const change = (event: { readonly target: { readonly value: string } }) => onChange(event.target.value);
  const { control, options = [] } = field;
  switch (control) {
    case 'participants':
    case 'participant':
      return (
        <ParticipantsChoice
          everyone={[...names].map(([person, text]) => ({ id: person, name: text }))}
          chosen={value === '' ? [] : value.split(',').map(Number)}
          most={MOST}
          // Where one can be chosen, the next replaces it.
          onChange={(ids) => onChange((control === 'participant' ? ids.slice(-1) : ids).join(','))}
        />
      );
    case 'metrics':
      return (
        <MetricsField
          participants={participants}
          chosen={value === '' ? [] : value.split(',')}
          described={common['aria-describedby']}
          invalid={error !== undefined}
          onChange={(keys) => onChange(keys.join(','))}
        />
      );
    case 'date':
      return <input type="date" className="field" {...common} onChange={change} />;
    case 'number':
      return <input inputMode="numeric" pattern="[0-9]*" className="field" {...common} onChange={change} />;
    case 'imputation-run':
      return <ImputationRunField common={common} value={value} onChange={change} />;
    default:
      return (
        <select className="select" {...common} onChange={change}>
          <option value="">{control === 'data-type' ? 'All data types' : 'By metric'}</option>
          {(control === 'data-type' ? types : options).map((option) => (
            <option key={option} value={option}>
              {control === 'data-type' ? words(option) : option}
            </option>
          ))}
        </select>
      );
  }
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
