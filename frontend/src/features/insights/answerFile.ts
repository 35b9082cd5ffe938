import type { InsightAnswer, InsightValue } from '../../api/queries/insights';
import { neededBy } from './evidence';

/** The answer as CSV (RFC 4180), with a head of lines that begin with #; all columns, figures as they came. */
export function csvOf(
  { insight, rows, participants, from, to, coverage, conclusion }: InsightAnswer,
  address: string,
): Blob {
  const head = [
    `Daystream ${address}`,
    `${insight.title}: ${insight.question}`,
    `participant ids: ${participants.join(' ') || 'all'}; local dates: ${from ?? 'the first'} to ${to ?? 'the last'}`,
    ...coverage.map(
      (one) =>
        `${one.name}: ${one.days} of ${one.ofDays} days, ${one.participants} of ${one.ofParticipants} participants`,
    ),
    ...insight.missing.map(({ text }) => `missing: ${text}`),
    `weighed: ${neededBy(insight)}; ${conclusion.status}`,
    ...insight.notes,
    `units: ${insight.columns.map(({ name, unit }) => `${name}${unit ? ` in ${unit}` : ''}`).join(', ')}`,
  ];
  const body = rows.map((row) => row.map(field).join(','));
  const text = [
    ...head.map((line) => `# ${line.replaceAll(/\s+/g, ' ')}`),
    insight.columns.map(({ name }) => name).join(','),
    ...body,
  ].join('\r\n');
  return new Blob([`${text}\r\n`], { type: 'text/csv' });
}

/** Quoted where it must be; a text that a spreadsheet would take for a formula begins with an apostrophe. */
function field(value: InsightValue): string {
  if (typeof value !== 'string') {
    return value === null ? '' : String(value);
  }
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function answerFileName({ insight, from, to }: InsightAnswer): string {
  return `daystream-${[insight.id, from, to].filter((part) => part !== null).join('-')}.csv`;
}
