import type { Problem, Schemas } from '../../src/api/client';
import { addDays, isLocalDate, type LocalDate } from '../../src/time/localDate';
import { datesOf } from '../../src/time/range';
import { correctionsOf, zonesOf } from './corrections';
import { dayOf } from './days';
import { DERIVED, derivedOf, explanationOf } from './derived';
import { insightAnswer, insightList } from './insights';
import { lineageOf } from './lineage';
import { sessionsOn } from './night';
import { DAILY, METRICS, type Person, participantOf } from './people';
import { imputationRuns, jobs, rejections, schedule, sources } from './pipeline';
import { statusOf } from './runs';
import { chooseResolution, seriesOf, type Window } from './series';
import { contactsOf, STUDY_SETTINGS, studyRowOf, WEAR_COMPLETE } from './study';
import { summaryOf } from './summary';
import type { World } from './world';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const iso = (instant: number) => new Date(instant).toISOString();

/** What the service would answer to a GET of the path below /api/v1. */
export function answer(world: World, path: string, query: URLSearchParams): Answer {
  const [, id, part] = /^\/participants\/([^/]+)(?:\/([\w/]+))?$/.exec(path) ?? [];
  if (id !== undefined) {
    const person = world.people.find((candidate) => String(candidate.id) === id);
    return person ? ofPerson(person, part, query) : problem(404, 'Not found', `There is no participant ${id}.`);
  }
  switch (path) {
    case '/participants':
      return ok<Schemas['ParticipantPage']>({ participants: world.people.map(participantOf), next: null });
    case '/study':
      return ok<Schemas['StudyPage']>({ rows: world.people.map(studyRowOf), next: null, wear: WEAR_COMPLETE });
    case '/study-settings':
      return ok<Schemas['StudySettings']>(STUDY_SETTINGS);
    case '/metrics':
      return ok<Schemas['MetricList']>({ metrics: [...METRICS, ...DAILY] });
    case '/derived-metrics':
      return ok<Schemas['DerivedMetricList']>({ metrics: [...DERIVED] });
    case '/status':
      return ok<Schemas['Status']>(statusOf(world.people, world.dueAt, world.startedAt));
    case '/runs':
      return ok<Schemas['RunPage']>(runs(world, query));
    case '/series': {
      const people = (query.get('participants') ?? '')
        .split(',')
        .flatMap((wanted) => world.people.find((p) => String(p.id) === wanted) ?? []);
      return ok<Schemas['SeriesPage']>(series(people, query));
    }
    default:
      return ofPipeline(world, path, query);
  }
}

function ofPipeline(world: World, path: string, query: URLSearchParams): Answer {
  const insight = insightAnswer(path.replace('/insights/', ''), query);
  const pages: Readonly<Record<string, () => unknown>> = {
    '/insights': insightList,
    '/jobs': jobs,
    '/sources': () => sources(world, query),
    '/rejections': () => rejections(query),
    '/imputation-runs': imputationRuns,
    '/schedule': () => schedule(world),
  };
  const page = pages[path];
  if (page || insight) {
    return ok(page ? page() : insight);
  }
  return problem(404, 'Not found', `There is nothing at ${path}.`);
}

function ofPerson(person: Person, part: string | undefined, query: URLSearchParams): Answer {
  const to = query.get('to') ?? person.lastDay;
  const from = query.get('from') ?? addDays(person.lastDay, -29);
  switch (part) {
    case undefined:
      return ok<Schemas['ParticipantDetail']>(detail(person));
    case 'series':
      return ok<Schemas['SeriesPage']>(series([person], query));
    case 'days': {
      const days = datesOf({ from, to }).map((date) => dayOf(person, date));
      return ok<Schemas['DayPage']>({ participant: person.id, from, to, days, next: null });
    }
    case 'summary':
      return ok<Schemas['RangeSummary']>(summaryOf(person, query.get('from') ?? to, to));
    case 'sleep': {
      const sessions = datesOf({ from, to }).flatMap((date) => sessionsOn(person, date));
      return ok<Schemas['SleepPage']>({ from, to, sessions, next: null });
    }
    case 'derived':
      return ok<Schemas['DerivedPage']>(derivedOf(person, from, to, query.get('metrics')?.split(',') ?? []));
    case 'derived/explanation': {
      const explained = explanationOf(person, query.get('metric') ?? '', query.get('date') ?? '');
      return explained
        ? ok<Schemas['DerivedExplanation']>(explained)
        : problem(400, 'Bad request', 'There is no such derived figure.');
    }
    case 'corrections':
      return ok<Schemas['CorrectionPage']>(correctionsOf(person));
    case 'contacts':
      return ok<Schemas['ContactLog']>(contactsOf(person));
    case 'zones':
      return ok<Schemas['ZoneHistory']>(zonesOf(person));
    case 'lineage':
      return ok<Schemas['Lineage']>(lineageOf(person, query.get('metric') ?? '', query.get('at') ?? ''));
    default:
      return problem(404, 'Not found', `There is no ${part} of a participant.`);
  }
}

function detail(person: Person): Schemas['ParticipantDetail'] {
  const [first, last] = [iso(person.clock.startOf(person.firstDay)), iso(person.clock.endOf(person.lastDay))];
  return {
    participant: participantOf(person),
    wear: { days: 55, of: 60, minutes: 67_320, share: 0.85 },
    zones: [{ validFrom: null, zone: person.zone }],
    series: METRICS.filter(({ key }) => person.metrics.includes(key)).map(({ key, cadence }) => ({
      metric: key,
      source: person.source,
      device: '',
      cadence,
      first,
      last,
    })),
  };
}

function series(people: readonly Person[], query: URLSearchParams): Schemas['SeriesPage'] {
  const keys = (query.get('metrics') ?? 'heart_rate').split(',');
  const points = Number(query.get('points') ?? 10_000);
  const windows = people.map((person) => windowOf(person, query));
  const found = people.flatMap((person, index) =>
    METRICS.filter(({ key }) => keys.includes(key) && person.metrics.includes(key)).map((metric) => {
      const window = windows[index] as Window;
      return seriesOf(
        person,
        metric,
        window,
        chooseResolution(query.get('resolution') ?? 'auto', metric, window, points),
      );
    }),
  );
  return {
    from: iso(Math.min(...windows.map(({ from }) => from))),
    to: iso(Math.max(...windows.map(({ to }) => to))),
    series: found,
    next: null,
  };
}

function windowOf({ clock, lastDay }: Person, query: URLSearchParams): Window {
  const date = query.get('date') as LocalDate | null;
  const from = query.get('from') ?? date ?? lastDay;
  const to = query.get('to') ?? date ?? lastDay;
  return {
    from: isLocalDate(from) ? clock.startOf(from) : Date.parse(from),
    to: isLocalDate(to) ? clock.endOf(to) : Date.parse(to),
  };
}

function runs(world: World, query: URLSearchParams): Schemas['RunPage'] {
  const limit = Number(query.get('limit') ?? 100);
  const start = Number(query.get('cursor') ?? 0);
  const filters = (['participant', 'state', 'trigger', 'dataType'] as const).filter((name) => query.has(name));
  const matching = world.runs.filter((run) => filters.every((name) => String(run[name]) === query.get(name)));
  return {
    runs: matching.slice(start, start + limit),
    next: start + limit < matching.length ? String(start + limit) : null,
  };
}

function ok<T>(body: T): Answer {
  return { status: 200, body };
}

function problem(status: number, title: string, detail: string): Answer {
  const body: Problem = { type: '/api/docs/problems', title, status, detail };
  return { status, body };
}
