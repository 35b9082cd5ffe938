import { queryOptions } from '@tanstack/react-query';
import { api, read, type Schemas } from '../client';

export type ContactRequest = Schemas['ContactRequest'];
export type ContactLetter = Schemas['ContactLetter'];
export type Contact = Schemas['ContactLog']['contacts'][number];

/** As many as one request may write to. */
const PER_REQUEST = 200;

/** What each would be written, or why not. */
export function previewContacts(body: ContactRequest): Promise<readonly ContactLetter[]> {
  return inTurns(body, (part) => read(api.POST('/contacts/preview', { body: part })));
}

/** Writes to everyone to whom it may. */
export function sendContacts(body: ContactRequest): Promise<readonly ContactLetter[]> {
  return inTurns(body, (part) => read(api.POST('/contacts', { body: part })));
}

/** What somebody was written, newest first, and whether there is an address. */
export const contactsQuery = (id: number) =>
  queryOptions({
    queryKey: ['contacts', id],
    queryFn: ({ signal }) => read(api.GET('/participants/{id}/contacts', { params: { path: { id } }, signal })),
  });

/** Sets the address that somebody is written to; null forgets it. */
export function saveEmail(id: number, email: string | null): Promise<unknown> {
  return read(api.PATCH('/participants/{id}', { params: { path: { id } }, body: { email } }));
}

async function inTurns(
  { participants, ...letter }: ContactRequest,
  ask: (part: ContactRequest) => Promise<Schemas['ContactLetters']>,
): Promise<readonly ContactLetter[]> {
  const letters: ContactLetter[] = [];
  for (let from = 0; from < participants.length; from += PER_REQUEST) {
    const part = { ...letter, participants: participants.slice(from, from + PER_REQUEST) };
    letters.push(...(await ask(part)).letters);
  }
  return letters;
}
