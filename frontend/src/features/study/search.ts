import type { Flag } from '../../api/queries/study';
import { FLAGS } from './flags';

export const SORTS = ['need', 'name', 'lastMeasured', 'lastArrival', 'lastFetch', 'wear7', 'wear30', 'nights'] as const;
export type Sort = (typeof SORTS)[number];

/** What the address of the study page holds. */
export interface StudySearch {
  readonly sort?: Sort;
  readonly order?: 'descending';
  readonly filter?: string;
  readonly flag?: Flag;
  /** Opens a letter to this participant. */
  readonly write?: number;
}

/** Reads the address; what it does not know is left out. */
export function readSearch(search: Record<string, unknown>): StudySearch {
  const sort = SORTS.find((name) => name === search.sort);
  const flag = FLAGS.find((name) => name === search.flag);
  const write = Number(search.write);
  return {
    ...(sort && sort !== 'need' && { sort }),
    ...(search.order === 'descending' && { order: 'descending' as const }),
    ...(typeof search.filter === 'string' && search.filter !== '' && { filter: search.filter }),
    ...(flag && { flag }),
    ...(Number.isSafeInteger(write) && write > 0 && { write }),
  };
}
