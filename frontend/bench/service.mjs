import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LAUNCHER = fileURLToPath(new URL('../../daystream', import.meta.url));
const DAYS = 14;
const DAY = 86_400_000;
const PATIENCE = 600_000;

/** The service at DAYSTREAM_URL, or one of our own: three simulated people, a heart rate every second for a fortnight. */
export async function openService() {
  const url = process.env.DAYSTREAM_URL;
  return url ? { base: url, close: async () => undefined } : ownService();
}

async function ownService() {
  const data = mkdtempSync(join(tmpdir(), 'daystream-bench-'));
  const environment = {
    ...process.env,
    DAYSTREAM_DATA_DIR: data,
    DAYSTREAM_HTTP_PORT: '0',
    DAYSTREAM_SIMULATOR_PORT: '0',
    DAYSTREAM_SIMULATOR_HR_EVERY: '1s',
    DAYSTREAM_FIRST_DAYS: String(DAYS),
    DAYSTREAM_INGEST_EVERY: '7d',
  };
  const service = spawn(LAUNCHER, ['up'], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => service.once('exit', resolve));
  const close = async () => {
    service.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const base = await new Promise((resolve, reject) => {
      let said = '';
      service.stdout.on('data', (part) => {
        said += part;
        const [, address] = /dashboard\s+(http:\/\/[\w.]+:\d+)/.exec(said) ?? [];
        if (address) {
          resolve(address);
        }
      });
      service.once('exit', (code) => reject(new Error(`The service ended with ${code}.\n${said}`)));
    });
    await firstDays(base);
    return { base, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

async function firstDays(base) {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const { participants } = await ask(base, '/participants').catch(() => ({ participants: [] }));
    if (participants.length > 2 && participants.every((one) => one.firstDay && span(one) >= DAYS - 1)) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error('The first days did not come in time.');
}

function span({ firstDay, lastDay }) {
  return (Date.parse(lastDay) - Date.parse(firstDay)) / DAY;
}

export async function ask(base, path) {
  const answer = await fetch(`${base}/api/v1${path}`);
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}.`);
  }
  return answer.json();
}

/** The newest whole day of anyone with a heart rate about every second, and the week that ends with it. */
export async function denseDay(base) {
  const { participants } = await ask(base, '/participants?limit=500');
  for (const { id, lastDay } of participants) {
    const { days } = lastDay ? await ask(base, `/participants/${id}/days?limit=366`) : { days: [] };
    const day = days.findLast(({ metrics, hours }) => hours === 24 && metrics.heart_rate?.count >= 80_000);
    if (day) {
      const [from, to] = [Date.parse(day.start), Date.parse(day.end)];
      const range = { from: day.start, to: day.end };
      const path = `/api/v1/participants/${id}/series?metrics=heart_rate&from=${day.start}&to=${day.end}&resolution=raw&limit=200000`;
      const iso = (at) => new Date(at).toISOString().replace('.000Z', 'Z');
      const week = { from: iso(to - 7 * DAY), to: iso(to), first: iso(from - 9 * DAY), last: iso(to + 2 * DAY) };
      return {
        day: { ...range, participant: id, samples: day.metrics.heart_rate.count, path },
        week: { ...week, participant: id },
      };
    }
  }
  throw new Error('No one has a day of 80,000 heart rates or more; DAYSTREAM_SIMULATOR_HR_EVERY=1s makes such days.');
}
