import { words } from './words';

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly string[];
  readonly onChange: (value: string) => void;
}

/** One of some names, or all. */
export function Choice({ label, value = '', options, onChange }: ChoiceProps) {
  return (
    <select className="select" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{label}: all</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {words(option)}
        </option>
      ))}
    </select>
  );
}

interface PersonChoiceProps {
  readonly value: number | undefined;
  readonly names: ReadonlyMap<number, string>;
  readonly onChange: (value: string) => void;
}

/** One participant, or all. */
export function PersonChoice({ value, names, onChange }: PersonChoiceProps) {
  return (
    <select
      className="select"
      aria-label="Participant"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">Participant: all</option>
      {[...names].map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
