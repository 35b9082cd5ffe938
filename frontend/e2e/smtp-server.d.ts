/** What the tours use of smtp-server, which brings no types of its own. */
declare module 'smtp-server' {
  import type { Readable } from 'node:stream';

  interface Options {
    readonly authOptional: boolean;
    readonly disabledCommands: readonly string[];
    onData(stream: Readable, session: unknown, done: (error?: Error | null) => void): void;
  }

  export class SMTPServer {
    constructor(options: Options);
    listen(port: number, host: string, listening: () => void): void;
    close(closed: () => void): void;
  }
}
