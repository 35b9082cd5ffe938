import { queryOptions } from '@tanstack/react-query';
import { api, read, type Schemas } from '../client';

export type Schedule = Schemas['Schedule'];
export type Beat = Schemas['Beat'];
export type RefresherState = Schemas['RefresherState'];
export type VerifyState = Schemas['VerifyState'];

/** What the service does again and again; asked again every ten seconds, because beats pass without an event. */
export const scheduleQuery = queryOptions({
  queryKey: ['schedule'],
  queryFn: ({ signal }) => read(api.GET('/schedule', { signal })),
  refetchInterval: 10_000,
});
