import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../client';

/** One participant with zone history and series. */
export const participantQuery = (id: number) =>
  queryOptions({
    queryKey: ['participant', id],
    queryFn: ({ signal }) => read(api.GET('/participants/{id}', { params: { path: { id } }, signal })),
  });
