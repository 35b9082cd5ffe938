import { DERIVED_REASON_WORDS, withInputs } from '../../api/derivedReasons';
import { REASON_WORDS } from '../../api/reasons';
import type { RangeValue } from '../../api/summary';

const WORDS: Readonly<Record<string, string>> = { ...REASON_WORDS, ...DERIVED_REASON_WORDS };

/** A reason as people say it, of data or of a derived metric. */
export function reasonWords(reason: string): string {
  return WORDS[reason] ?? reason;
}

/** Why there is no value: `Not worn`, `Main sleep not recorded; nap 57 min`, `Too little data: heart rate`. */
export function absenceWords({ note, reason, missing }: Pick<RangeValue, 'note' | 'reason' | 'missing'>): string {
  const words = note ?? (reason ? reasonWords(reason) : 'No value');
  return upperFirst(reason ? withInputs(words, reason, missing) : words);
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
