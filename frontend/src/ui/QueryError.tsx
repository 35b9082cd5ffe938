import { Message } from './Message';

interface Props {
  /** What could not be shown, as the start of a sentence: `The runs`. */
  readonly what: string;
  readonly error: Error;
  readonly onRetry: () => void;
  /** On one line, where a chart would be. */
  readonly compact?: boolean;
}

/** A failed request: what failed, that the data are safe, and the retry. */
export function QueryError({ what, error, onRetry, compact = false }: Props) {
  return (
    <Message tone="bad" title={`${what} could not be loaded`} onRetry={onRetry} compact={compact}>
      <p>
        {error.message}
        {!compact && ' Stored data are not affected; this page only reads.'}
      </p>
    </Message>
  );
}
