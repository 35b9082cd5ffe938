import { queryOptions } from '@tanstack/react-query';
import { api, read, readPages, type Schemas } from '../client';

export type StudyRow = Schemas['StudyRow'];
export type Flag = Schemas['Flag'];
export type StudySettings = Schemas['StudySettings'];
export type ContactRequest = Schemas['ContactRequest'];
export type ContactLetter = Schemas['ContactLetter'];

/** As many as one request may write to. */
export const CONTACTS_PER_REQUEST = 200;
const PENDING_AGAIN = 2_000;

/** Whether some of somebody's wear is still being made. */
export function isPending({ participant: { wear7, wear30 } }: StudyRow): boolean {
  return (wear7.pending ?? 0) + (wear30.pending ?? 0) > 0;
}

/** Everyone with what says who needs attention; asked again while wear is being made. */
export const studyQuery = queryOptions({
  queryKey: ['study'],
  queryFn: async ({ signal }) => {
    const pages = await readPages((cursor) =>
      read(api.GET('/study', { params: { query: { limit: 1000, ...(cursor && { cursor }) } }, signal })),
    );
    return pages.flatMap((page) => page.rows);
  },
  refetchInterval: ({ state }) => (state.data?.some(isPending) ? PENDING_AGAIN : false),
});

/** When somebody needs attention, and when nobody is written to. */
export const studySettingsQuery = queryOptions({
  queryKey: ['study-settings'],
  queryFn: ({ signal }) => read(api.GET('/study-settings', { signal })),
});

export function saveStudySettings(body: StudySettings): Promise<StudySettings> {
  return read(api.PUT('/study-settings', { body }));
}

/** What each would be written, or why not. */
export async function previewContacts(body: ContactRequest): Promise<readonly ContactLetter[]> {
  return (await read(api.POST('/contacts/preview', { body }))).letters;
}

/** Writes to everyone to whom it may. */
export async function sendContacts(body: ContactRequest): Promise<readonly ContactLetter[]> {
  return (await read(api.POST('/contacts', { body }))).letters;
}
