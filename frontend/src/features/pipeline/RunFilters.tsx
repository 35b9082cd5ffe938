import { RUN_STATES, RUN_TRIGGERS, type RunFilter } from '../../api/queries/runs';
import { Choice, PersonChoice } from './Choice';
import type { PipelineSearch } from './search';
import { useDataTypes } from './useDataTypes';
import { usePipelineSearch } from './usePipelineSearch';

interface Props {
  readonly filter: RunFilter;
  readonly names: ReadonlyMap<number, string>;
}

/** Narrows the runs; each choice goes into the address. */
export function RunFilters({ filter, names }: Props) {
  const { go } = usePipelineSearch();
  const choose = (key: keyof PipelineSearch, value: string) =>
    go({ tab: 'runs', ...filter, [key]: value || undefined }, true);
  const types = useDataTypes(filter.dataType);
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
      <PersonChoice value={filter.participant} names={names} onChange={(value) => choose('participant', value)} />
    </>
  );
}
