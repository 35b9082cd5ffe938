import type { Span } from '../../time/span';
import type { WallClock } from '../../time/zone';
import type { Row } from './table';

/** What a file says about itself before its rows. */
export interface About {
  readonly view: Span;
  readonly clock: WallClock;
  /** Zone of the column `local`, in words. */
  readonly zone: string;
  /** The address that shows the same. */
  readonly address: string;
}

const COLUMNS = [
  ...([
    'participant',
    'metric',
    'unit',
    'source',
    'resolution',
    'start',
    'local',
    'end',
    'value',
    'min',
    'max',
  ] as const),
  ...(['count', 'present', 'expected', 'coverage', 'reason', 'imputed', 'imputedMinutes', 'stage'] as const),
] satisfies readonly (keyof Row)[];

const MEANING = {
  start: 'UTC',
  value: 'sample; of a bucket a gauge’s mean or an amount’s sum; empty where data are missing',
  coverage:
    'present ÷ expected, 1 at most; of several samples a minute, both are minutes with at least one, else samples',
  reason: 'why there is less than expected',
  imputed: 'method of a value that was imputed; its min and max are the bounds of its uncertainty',
  stage: 'level of a stretch of sleep',
  imputedMinutes: 'minutes from start to end that were imputed; the others were measured or are missing',
};

/** What is shown as CSV (RFC 4180), with a head of lines that begin with #. */
export function csvOf(rows: readonly Row[], about: About): Blob {
  const head = [
    `Daystream ${about.address}`,
    `from ${new Date(about.view.from).toISOString()} to ${new Date(about.view.to).toISOString()}`,
    `start and end in UTC; local in ${about.zone}`,
    `units: ${unitsOf(rows)}`,
    `value: ${MEANING.value}`,
    `coverage: ${MEANING.coverage}; reason: ${MEANING.reason}`,
    `imputed: ${MEANING.imputed}`,
    `imputedMinutes: ${MEANING.imputedMinutes}`,
  ];
  const lines = rows.map((row) => COLUMNS.map((name) => field(row[name])).join(','));
  const text = [...head.map((line) => `# ${line}`), COLUMNS.join(','), ...lines].join('\r\n');
  return new Blob([`${text}\r\n`], { type: 'text/csv' });
}

/** What is shown as JSON: the same rows, and the same about them. */
export function jsonOf(rows: readonly Row[], about: About): Blob {
  const { view, zone, address } = about;
  const body = {
    ...{ address, from: new Date(view.from).toISOString(), to: new Date(view.to).toISOString(), zone },
    columns: MEANING,
    rows,
  };
  return new Blob([JSON.stringify(body, null, 1)], { type: 'application/json' });
}

function unitsOf(rows: readonly Row[]): string {
  return [...new Set(rows.filter(({ unit }) => unit).map(({ metric, unit }) => `${metric} in ${unit}`))].join(', ');
}

/** Quoted where it must be; a text that a spreadsheet would take for a formula begins with an apostrophe. */
function field(value: Row[keyof Row]): string {
  if (value === null || typeof value === 'number') {
    return value === null ? '' : String(value);
  }
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
