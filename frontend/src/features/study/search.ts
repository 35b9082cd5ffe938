export const SORTS = ['id', 'name', 'lastDay', 'lastDelivery', 'days', 'wear'] as const;
export type Sort = (typeof SORTS)[number];

/** What the address of the study page holds. */
export interface StudySearch {
  readonly sort?: Sort;
  readonly order?: 'descending';
  readonly filter?: string;
}

/** Reads the address; what it does not know is left out. */
export function readSearch(search: Record<string, unknown>): StudySearch {
  const sort = SORTS.find((name) => name === search.sort);
  return {
    ...(sort && sort !== 'id' && { sort }),
    ...(search.order === 'descending' && { order: 'descending' as const }),
    ...(typeof search.filter === 'string' && search.filter !== '' && { filter: search.filter }),
  };
}
