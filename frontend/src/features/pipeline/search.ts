import { REJECTION_REASONS, type RejectionFilter } from '../../api/queries/rejections';
import { RUN_STATES, RUN_TRIGGERS, type RunFilter } from '../../api/queries/runs';

export const TABS = ['overview', 'jobs', 'sources', 'runs', 'rejections', 'imputation'] as const;
export type Tab = (typeof TABS)[number];

type Given<T> = { readonly [K in keyof T]?: NonNullable<T[K]> };

/** What the address of the pipeline page holds: the part that is shown, what narrows its list, and the form that is open. */
export type PipelineSearch = Given<RunFilter> &
  Given<RejectionFilter> & {
    readonly tab?: Tab;
    /** Kind of the job that is being asked for. */
    readonly new?: string;
    /** What its form begins with. */
    readonly date?: string;
    readonly from?: string;
    readonly to?: string;
    /** Ids, separated by commas. */
    readonly participants?: string;
    /** Keys, separated by commas. */
    readonly metrics?: string;
  };

const DATE = /^\d{4}-\d\d-\d\d$/;

/** Reads the address; what it does not know is left out. */
export function readSearch(search: Record<string, unknown>): PipelineSearch {
  const state = RUN_STATES.find((name) => name === search.state);
  const trigger = RUN_TRIGGERS.find((name) => name === search.trigger);
  const reason = REJECTION_REASONS.find((name) => name === search.reason);
  const tab = TABS.find((name) => name === search.tab);
  // An address that narrows the runs and names no part is one of theirs.
  const shown = tab === 'overview' ? undefined : (tab ?? (state || trigger || search.dataType ? 'runs' : undefined));
  return {
    ...(shown && { tab: shown }),
    ...numberOf('participant', search.participant),
    ...numberOf('run', search.run),
    ...(state && { state }),
    ...(trigger && { trigger }),
    ...(reason && { reason }),
    ...textOf('dataType', search.dataType, /^.{1,64}$/),
    ...textOf('new', search.new, /^[a-z-]{1,32}$/),
    ...textOf('date', search.date, DATE),
    ...textOf('from', search.from, DATE),
    ...textOf('to', search.to, DATE),
    ...textOf('participants', String(search.participants ?? ''), /^[1-9]\d*(,[1-9]\d*)*$/),
    ...textOf('metrics', search.metrics, /^[a-z][a-z0-9_,]*$/),
  };
}

function numberOf<K extends string>(key: K, value: unknown): { [P in K]?: number } {
  const number = Number(value);
  return (Number.isSafeInteger(number) && number > 0 ? { [key]: number } : {}) as { [P in K]?: number };
}

function textOf<K extends string>(key: K, value: unknown, pattern: RegExp): { [P in K]?: string } {
  return (typeof value === 'string' && pattern.test(value) ? { [key]: value } : {}) as { [P in K]?: string };
}
