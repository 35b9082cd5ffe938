import { Message } from './Message';

interface Props {
  /** What could not be shown, as the start of a sentence: `The runs`. */
  readonly what: string;
  readonly error: Error;
  readonly onRetry: () => void;
}

/** A failed request: what failed, that the data are safe, and the retry. */
export function QueryError({ what, error, onRetry }: Props) {
  return (
    <Message tone="bad" title={`${what} could not be loaded`} onRetry={onRetry}>
      <p>{error.message} Stored data are not affected; this page only reads.</p>
    </Message>
  );
}
