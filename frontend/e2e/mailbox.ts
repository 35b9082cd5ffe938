import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail server that keeps what it is given. */
export interface Mailbox {
  /** Letters as they came, headers first. */
  readonly letters: string[];
  close(): Promise<void>;
}

export async function openMailbox(port: number): Promise<Mailbox> {
  const letters: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      text(stream).then((letter) => {
        letters.push(letter);
        done();
      }, done);
    },
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return { letters, close: () => new Promise((closed) => server.close(closed)) };
}
