import { RUN_STATES, RUN_TRIGGERS, type RunFilter } from '../../api/queries/runs';

/** What the address of the pipeline page holds: which runs are listed. */
export type PipelineSearch = { readonly [K in keyof RunFilter]?: NonNullable<RunFilter[K]> };

/** Reads the address; what it does not know is left out. */
export function readSearch(search: Record<string, unknown>): PipelineSearch {
  const participant = Number(search.participant);
  const state = RUN_STATES.find((name) => name === search.state);
  const trigger = RUN_TRIGGERS.find((name) => name === search.trigger);
  return {
    ...(Number.isSafeInteger(participant) && participant > 0 && { participant }),
    ...(state && { state }),
    ...(trigger && { trigger }),
    ...(typeof search.dataType === 'string' && search.dataType !== '' && { dataType: search.dataType.slice(0, 64) }),
  };
}
