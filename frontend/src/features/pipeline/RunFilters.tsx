import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { RUN_STATES, RUN_TRIGGERS, runsQuery } from '../../api/queries/runs';
import type { PipelineSearch } from './search';
import { readSearch } from './search';

const route = getRouteApi('/pipeline');

interface Props {
  readonly filter: PipelineSearch;
  readonly names: ReadonlyMap<number, string>;
}

/** Narrows the runs; each choice goes into the address. */
export function RunFilters({ filter, names }: Props) {
  const navigate = route.useNavigate();
  const { data: recent } = useInfiniteQuery(runsQuery({}));
  const choose = (key: keyof PipelineSearch, value: string) =>
    void navigate({ search: readSearch({ ...filter, [key]: value || undefined }), replace: true });
  const seen = recent?.pages.flatMap((page) => page.runs.map(({ dataType }) => dataType)) ?? [];
  const types = [...new Set([...seen, ...(filter.dataType ? [filter.dataType] : [])])].toSorted();
  return (
    <>
      <Choice label="State" value={filter.state} options={RUN_STATES} onChange={(value) => choose('state', value)} />
      <Choice
        label="Trigger"
        value={filter.trigger}
        options={RUN_TRIGGERS}
        onChange={(value) => choose('trigger', value)}
      />
      <Choice
        label="Data type"
        value={filter.dataType}
        options={types}
        onChange={(value) => choose('dataType', value)}
      />
      <select
        className="select"
        aria-label="Participant"
        value={filter.participant ?? ''}
        onChange={(event) => choose('participant', event.target.value)}
      >
        <option value="">Participant: all</option>
        {[...names].map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly string[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value = '', options, onChange }: ChoiceProps) {
  return (
    <select className="select" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{label}: all</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {option.replaceAll('_', ' ').replace('-', ' ')}
        </option>
      ))}
    </select>
  );
}
