import { useQuery } from '@tanstack/react-query';
import { imputationRunsQuery } from '../../api/queries/imputationRuns';
import { formatNumber } from '../../format/numbers';
import { title } from './words';

interface Props {
  readonly common: Readonly<Record<string, unknown>>;
  readonly value: string;
  readonly onChange: (event: { readonly target: { readonly value: string } }) => void;
}

/** Chooses among the imputation runs whose values are in effect. */
export function ImputationRunField({ common, value, onChange }: Props) {
  const { data: runs = [] } = useQuery(imputationRunsQuery);
  const offered = runs.filter(({ inEffect, state }) => inEffect > 0 && state !== 'running');
  const known = value === '' || offered.some(({ id }) => String(id) === value);
  return (
    <select className="select" {...common} onChange={onChange}>
      <option value="">{offered.length > 0 ? 'Choose a run' : 'No run has values in effect'}</option>
      {offered.map(({ id, method, inEffect }) => (
        <option key={id} value={id}>
          Run {id}: {title(method)}, {formatNumber(inEffect)} values
        </option>
      ))}
      {!known && <option value={value}>Run {value}</option>}
    </select>
  );
}
