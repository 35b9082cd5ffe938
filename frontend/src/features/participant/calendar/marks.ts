import type { Day } from '../../../api/client';
import type { DerivedColumn } from '../../../api/derived';
import { lackWords } from '../../../api/derivedReasons';
import { REASON_WORDS, type Reason } from '../../../api/reasons';
import type { DailyValue } from '../../../api/summary';
import { coverageWords } from '../../../charts/derived/usual';
import { formatMinutes, formatNumber } from '../../../format/numbers';
import { type Show, WEAR } from './shows';

/** How a day without a value looks; each has a texture of its own. */
export type Look = 'worn' | 'synced' | 'failed' | 'pale' | 'unknown' | 'none';

/** What a calendar knows of a day. */
export interface Mark {
  readonly value: number | undefined;
  /** Why there is no value. */
  readonly look?: Look;
  /** The value stands for a part of the day only. */
  readonly partial: boolean;
  /** Value, coverage and reason, as people say them. */
  readonly words: string;
}

export const LOOK_WORDS: Readonly<Record<Look, string>> = {
  worn: 'not worn',
  synced: 'not synced or not delivered',
  failed: 'not fetched or refused',
  pale: 'not taking part',
  unknown: 'unknown, such as wear without heart rate',
  none: 'nothing that counts was recorded',
};

const LOOKS: Readonly<Record<Reason, Look>> = {
  'not-worn': 'worn',
  'not-synced': 'synced',
  'fetch-failed': 'failed',
  rejected: 'failed',
  'no-intraday': 'failed',
  'before-enrolment': 'pale',
  'after-end': 'pale',
  'no-sleep': 'none',
  'no-main-sleep': 'none',
  'sleep-only': 'none',
  'wear-unknown': 'unknown',
  unknown: 'unknown',
};
/** Those of derived metrics, which have the reasons of the day's data too. */
const DERIVED_LOOKS: Readonly<Record<string, Look>> = { ...LOOKS, 'not-delivered': 'synced' };
/** Daily values that the catalogue's metrics stand for; the others have the key of their metric. */
const VALUE_KEYS: Readonly<Record<string, string>> = { sleep_minutes_asleep: 'asleep' };

/** What a day of the service says about wear or a metric. */
export function markOfDay(show: Show, day: Day): Mark {
  if (day.kind === 'skipped') {
    return { value: undefined, look: 'none', partial: false, words: 'a date that never was, skipped on a journey' };
  }
  const mark = show.key === WEAR ? wearOf(day) : metricOf(show, day);
  const notes = [...(day.hours === 24 ? [] : [`a day of ${hoursText(day.hours)}`]), ...journey(day)];
  return notes.length ? { ...mark, words: [mark.words, ...notes].join(', ') } : mark;
}

/** What a derived figure says about the day at `index`. */
export function markOfDerived(show: Show, column: DerivedColumn, index: number): Mark {
  const value = column.values[index] ?? undefined;
  const reason = column.reasons[index];
  if (value === undefined) {
    const look = (reason && DERIVED_LOOKS[reason]) ?? 'none';
    return { value, look, partial: false, words: lower(lackWords(reason, column.missing[index])) };
  }
  const words = [show.text(value), coverageWords(column.coverage[index])].filter(Boolean).join(', ');
  return { value, partial: false, words };
}

function wearOf(day: Day): Mark {
  if (day.wear === null) {
    const reason = day.coverage.heart_rate?.reason;
    return reason
      ? absent(reason, 'wear not known')
      : { value: undefined, look: 'unknown', partial: false, words: 'wear not known, no heart rate' };
  }
  const { minutes, share } = day.wear;
  if (minutes === 0) {
    return { value: undefined, look: 'worn', partial: false, words: 'not worn all day' };
  }
  const reason = day.coverage.heart_rate?.reason;
  const why = reason && reason !== 'unknown' && share < 1 ? `, ${lower(REASON_WORDS[reason])} for the rest` : '';
  const words = `worn ${formatMinutes(minutes)} of ${hoursText(day.hours)}, ${formatNumber(share * 100)} %${why}`;
  return { value: share, partial: false, words };
}

function metricOf(show: Show, day: Day): Mark {
  const told = day.values[VALUE_KEYS[show.key] ?? show.key];
  return told ? valueMark(show, told, day) : nightMark(show, day);
}

/** A daily value, as the service tells it. */
function valueMark(show: Show, { value, coverage, reason, note, partial }: DailyValue, day: Day): Mark {
  if (value === null) {
    const mark = absent(reason ?? undefined, 'no value');
    return note ? { ...mark, words: note } : mark;
  }
  const why = reason && reason !== 'unknown' && partial ? `, ${lower(REASON_WORDS[reason])}` : '';
  const unknown = reason === 'wear-unknown' ? ', not known whether worn' : '';
  const short = partial && day.wear ? `, worn ${formatMinutes(day.wear.minutes)}` : '';
  const share = coverage === null ? unknown : `, coverage ${formatNumber(coverage * 100)} %`;
  return { value, partial, words: `${show.text(value)}${share}${why}${short}` };
}

/** What is measured only asleep or occasionally, and the vendor's other values: no part of the day is expected of them. */
function nightMark(show: Show, day: Day): Mark {
  const { metric } = show;
  const value = metric?.scope === 'daily' ? day.vendor[show.key] : dayValue(show, day);
  if (value === undefined) {
    return absent(day.coverage[show.key]?.reason ?? undefined, 'no value');
  }
  const asleep = metric?.scope === 'intraday' && metric.present === 'asleep' ? ', measured only during sleep' : '';
  return { value, partial: false, words: `${show.text(value)}${asleep}` };
}

function dayValue({ key, metric }: Show, { metrics }: Day): number | undefined {
  const summary = metrics[key];
  return (metric?.kind === 'amount' ? summary?.sum : summary?.avg) ?? undefined;
}

function absent(reason: Reason | undefined, what: string): Mark {
  return {
    value: undefined,
    look: reason ? LOOKS[reason] : 'none',
    partial: false,
    words: reason ? `${what}, ${lower(REASON_WORDS[reason])}` : what,
  };
}

function journey({ kind, zones }: Day): string[] {
  return kind === 'travel' && zones.length > 1 ? [zones.join(' to ')] : [];
}

function hoursText(hours: number): string {
  return formatMinutes(hours * 60);
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
