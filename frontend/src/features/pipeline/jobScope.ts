import type { Job } from '../../api/queries/jobs';
import { formatPlainDate, formatRange } from '../../format/dates';
import { words } from './words';

const SAID = new Set(['kind', 'participants', 'participant', 'from', 'to', 'date', 'run', 'dataType', 'metrics']);

/** What a job is about: `Alice, 1 – 30 Mar 2026, heart rate`. */
export function jobScope({ parameters }: Job, names: ReadonlyMap<number, string>): string {
  const said: Readonly<Record<string, unknown>> = { ...parameters };
  const ids = (said.participants as number[] | undefined) ?? (said.participant ? [Number(said.participant)] : []);
  const people = ids.map((id) => names.get(id) ?? `participant ${id}`);
  const others = Object.entries(said).filter(([name, value]) => !SAID.has(name) && value !== false && value !== null);
  return [
    people.length > 3 ? `${people.length} participants` : people.join(', '),
    said.run ? `run ${said.run}` : '',
    said.date ? formatPlainDate(String(said.date)) : '',
    said.from && said.to ? formatRange({ from: String(said.from), to: String(said.to) }) : '',
    said.from && !said.to ? `from ${formatPlainDate(String(said.from))}` : '',
    !said.from && said.to ? `to ${formatPlainDate(String(said.to))}` : '',
    ((said.metrics as string[] | undefined) ?? []).map(words).join(', '),
    said.dataType ? words(String(said.dataType)) : '',
    ...others.map(([name, value]) => (value === true ? (OPTIONS[name] ?? name) : String(value))),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

const OPTIONS: Readonly<Record<string, string>> = {
  dryRun: 'dry run',
  lake: 'the lake',
  repair: 'with repair',
  all: 'also what still holds',
};
