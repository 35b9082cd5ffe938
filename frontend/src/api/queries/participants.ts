import { queryOptions } from '@tanstack/react-query';
import { api, read, readPages } from '../client';

/** All participants, by id. */
export const participantsQuery = queryOptions({
  queryKey: ['participants'],
  queryFn: async ({ signal }) => {
    const pages = await readPages((cursor) =>
      read(api.GET('/participants', { params: { query: { limit: 1000, ...(cursor && { cursor }) } }, signal })),
    );
    return pages.flatMap((page) => page.participants);
  },
});
