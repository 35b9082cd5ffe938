import { Message } from './Message';

/** A new install: what brings the first participant. */
export function NoParticipants({ page = true }: { readonly page?: boolean }) {
  return (
    <Message page={page} title="No participants yet">
      <p>
        <code>./daystream up</code> makes three simulated people at its first start; <code>./daystream import</code>{' '}
        reads an export. This page fills by itself as days arrive.
      </p>
    </Message>
  );
}
