import { queryOptions } from '@tanstack/react-query';
import { api, read, readPages, type Schemas } from '../client';

export type SourceHealth = Schemas['SourceHealth'];

/** How everybody's sources do; asked again every half minute, because due times pass without an event. */
export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: async ({ signal }) => {
    const pages = await readPages((cursor) =>
      read(api.GET('/sources', { params: { query: { limit: 1000, ...(cursor && { cursor }) } }, signal })),
    );
    return pages.flatMap((page) => page.sources);
  },
  refetchInterval: 30_000,
});

/** How one participant's sources do. */
export const sourcesOfQuery = (participant: number) =>
  queryOptions({
    queryKey: ['sources', participant],
    queryFn: async ({ signal }) =>
      (await read(api.GET('/sources', { params: { query: { participant } }, signal }))).sources,
  });
