import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A Fitabase export, read by nothing but these few lines: what the pages show is held against it. */
export interface Export {
  /** The rows of a person, without the header. */
  rows(file: string, person: string): string[][];
}

export function openExport(folder: string): Export {
  const read = (file: string): string => {
    const plain = join(folder, `${file}_merged.csv`);
    return existsSync(plain) ? readFileSync(plain, 'utf8') : gunzipSync(readFileSync(`${plain}.gz`)).toString();
  };
  return {
    rows: (file, person) =>
      read(file)
        .split(/\r?\n/)
        .filter((line) => line.startsWith(`${person},`))
        .map((line) => line.split(',')),
  };
}

/** `4/20/2016 2:00:00 PM` as date, hour of the day and weekday. */
export function readTime(text: string): { date: string; hour: number; weekday: number } {
  const [, month, day, year, hour = '12', half = 'AM'] =
    /^(\d+)\/(\d+)\/(\d+)(?: (\d+):\d+:\d+ ([AP]M))?$/.exec(text) ?? [];
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return {
    date,
    hour: (Number(hour) % 12) + (half === 'PM' ? 12 : 0),
    weekday: new Date(`${date}T12:00:00Z`).getUTCDay(),
  };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
