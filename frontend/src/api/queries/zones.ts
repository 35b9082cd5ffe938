import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../client';

/** The participant's zone history, and what was read with another one. */
export const zonesQuery = (id: number) =>
  queryOptions({
    queryKey: ['zones', id],
    queryFn: ({ signal }) => read(api.GET('/participants/{id}/zones', { params: { path: { id } }, signal })),
  });
