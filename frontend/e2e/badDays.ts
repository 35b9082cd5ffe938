import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DerivedMetric } from '../src/api/derived';
import { DERIVED_REASON_WORDS } from '../src/api/derivedReasons';
import { REASON_WORDS } from '../src/api/reasons';
import { formatMinutes } from '../src/format/numbers';

/** A row of tests/fixtures/bad-days.csv, the table that the tests of the backend read too. */
export interface RightAnswer {
  readonly participant: number;
  readonly date: string;
  readonly group: string;
  readonly key: string;
  /** Empty is null; `?` is not compared. */
  readonly value: string;
  readonly present: string;
  readonly expected: string;
  readonly coverage: string;
  readonly reason: string;
}

export function rightAnswers(): RightAnswer[] {
  const text = readFileSync(join(import.meta.dirname, '../../tests/fixtures/bad-days.csv'), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [
        participant,
        date = '',
        group = '',
        key = '',
        value = '',
        present = '',
        expected = '',
        coverage = '',
        reason = '',
      ] = line.split(',');
      return { participant: Number(participant), date, group, key, value, present, expected, coverage, reason };
    });
}

/** A text without spaces of any width, in small letters. */
export const plain = (text: string | null | undefined) => (text ?? '').replace(/\s/g, '').toLowerCase();

/** The words that pages have for a reason. */
export function wordsOf(reason: string): string[] {
  const words = [REASON_WORDS, DERIVED_REASON_WORDS].map((all) => (all as Record<string, string>)[reason]);
  return words.flatMap((word) => (word ? [plain(word)] : []));
}

/** A daily value as a tile shows it. */
export function shown(key: string, value: string): string {
  const number = Number(value);
  if (key === 'asleep') {
    return plain(formatMinutes(number));
  }
  return key === 'distance' ? `${number / 1000}km` : String(Math.round(number));
}

/** A derived metric as a tile shows it: an hour and more in hours and minutes. */
export function shownDerived({ unit, decimals }: DerivedMetric, value: string): string {
  const number = Number(value);
  return unit === 'min' && number >= 60 ? plain(formatMinutes(number)) : number.toFixed(decimals);
}
