import type { Day } from '../../api/client';
import type { RangeSummary, RangeValue } from '../../api/summary';
import { RESTING_HEART_RATE, restingHeartRates } from '../../charts/derived/restingHeartRates';
import { changeWords, distanceWords, figureText, formatFigure, signOf, usualWords } from '../../charts/derived/usual';
import { absenceWords, reasonWords } from '../../charts/derived/valueWords';
import { formatMinutes, formatNumber, type Quantity } from '../../format/numbers';

/** What one tile says about a range, against the participant's own usual. */
export interface Reading {
  readonly key: string;
  readonly name: string;
  readonly family: RangeValue['family'];
  /** Follows the name where the value is a range's: totals are a day's, levels their mean. */
  readonly per: string;
  /** Nothing when no day has a value. */
  readonly quantity: Quantity | undefined;
  /** Against the usual, with the sign in words: `197 below usual`; without a value why there is none. */
  readonly change: string;
  readonly usual: string;
  readonly evidence: string;
  /** The same quantity by another rule, told beside it: `Daystream: 57 bpm, 2 above its own usual 55`. */
  readonly beside?: string;
}

const PER: Readonly<Record<string, string>> = {
  steps: 'a day',
  distance: 'a day',
  calories: 'a day',
  asleep: 'a night',
};

/** The readings of the headline values, at most `most`; what no source of the participant brings is left out. */
export function readingsOf(summary: RangeSummary, day: Day | undefined, most: number): Reading[] {
  const [rest, other] = restingHeartRates(summary);
  return summary.values
    .filter((value) => isBrought(value) || (value.key === RESTING_HEART_RATE && rest && isBrought(rest)))
    .slice(0, most)
    .map((value) => (value.key === RESTING_HEART_RATE && rest ? withOther(rest, other, day) : readingOf(value, day)));
}

function isBrought({ value, reason, usualDays }: RangeValue): boolean {
  return value !== null || reason !== null || usualDays > 0;
}

export function readingOf(told: RangeValue, day: Day | undefined): Reading {
  const { key, name, family, value, statistic, change } = told;
  return {
    ...{ key, name, family },
    per: statistic === 'mean' ? (PER[key] ?? 'mean') : '',
    quantity: value === null ? undefined : formatFigure(told, value),
    change: value === null ? absenceWords(told) : changeWords(told, change),
    usual: usualWords(told),
    evidence: value === null ? '' : evidenceOf(told, day),
  };
}

function withOther(rest: RangeValue, other: RangeValue | undefined, day: Day | undefined): Reading {
  const reading = readingOf(rest, day);
  return other && isBrought(other) ? { ...reading, beside: besideWords(rest, other) } : reading;
}

/** `Daystream: 57 bpm, 2 bpm above its own usual 55 bpm`; where the two go different ways, why they can. */
export function besideWords(rest: RangeValue, other: RangeValue): string {
  const whose = other.key === RESTING_HEART_RATE ? 'vendor' : 'Daystream';
  if (other.value === null) {
    return `${whose}: ${absenceWords(other).toLowerCase()}`;
  }
  const sign = other.change === null ? 0 : signOf(other, other.change);
  const against =
    other.change === null || !other.usual
      ? 'no usual yet'
      : sign === 0
        ? 'as its own usual'
        : `${distanceWords(other, other.change)} ${sign > 0 ? 'above' : 'below'} its own usual ${figureText(other, other.usual.mean)}`;
  const opposite = rest.change !== null && sign !== 0 && signOf(rest, rest.change) === -sign;
  return `${whose}: ${figureText(other, other.value)}, ${against}${opposite ? '. Each is compared with its own 30 days before.' : ''}`;
}

/** What stands behind a value: how many days of a mean, how much of a day. */
function evidenceOf(told: RangeValue, day: Day | undefined): string {
  const { statistic, known, of, nightly, wear } = told;
  if (statistic === 'mean') {
    const worn = nightly || !wear ? '' : `, worn\u00a0${formatNumber(wear.share * 100)}\u00a0%`;
    return `mean of ${known} of ${of} ${nightly ? 'nights' : 'days'}${worn}`;
  }
  return [
    ...dayEvidence(told, day),
    ...(told.reason && told.reason !== 'wear-unknown' ? [reasonWords(told.reason).toLowerCase()] : []),
  ].join(', ');
}

/** Nothing while the sessions that a value is made from are on their way. */
function dayEvidence(told: RangeValue, day: Day | undefined): string[] {
  const { key, basis, reason, present, expected, coverageUnit, wear } = told;
  switch (basis) {
    case 'samples': {
      const unit = coverageUnit === 'samples' ? 'values' : 'min';
      if (reason === 'wear-unknown' || !wear) {
        return [`${formatNumber(present)} ${unit} recorded; wear unknown${wear ? '' : ' (no heart rate)'}`];
      }
      const recorded = key === 'heart_rate' ? 'recorded' : 'worn and recorded';
      return [`${formatNumber(present)} of ${formatNumber(expected)} ${unit} ${recorded}`];
    }
    case 'sessions': {
      if (!day?.sleep) {
        return [];
      }
      const { sessions, minutesInBed } = day.sleep;
      return [`of ${formatMinutes(minutesInBed)} in bed${sessions > 1 ? `, ${sessions} sessions` : ''}`];
    }
    case 'derived':
      return ['derived by Daystream'];
    default:
      return ["the vendor's own value"];
  }
}
