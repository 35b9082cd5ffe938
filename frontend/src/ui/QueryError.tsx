import { Message } from './Message';

interface Props {
  /** What could not be shown, as the start of a sentence: `The runs`. */
  readonly what: string;
  readonly error: Error;
  readonly onRetry: () => void;
  /** On one line, where a chart would be. */
  readonly compact?: boolean;
  /** In the place of a whole page. */
  readonly page?: boolean;
}

/** A failed request: what failed, that the data are safe, and the retry. */
export function QueryError({ what, error, onRetry, compact = false, page = false }: Props) {
  return (
    <Message tone="bad" title={`${what} could not be loaded`} onRetry={onRetry} compact={compact} page={page}>
      <p>
        {error.message}
        {!compact && ' Stored data are not affected; this page only reads.'}
      </p>
    </Message>
  );
}
