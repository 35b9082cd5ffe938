import type { JobRequest } from '../../api/queries/jobs';

/** One thing that a job can be told. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly control:
    | 'participants'
    | 'participant'
    | 'metrics'
    | 'date'
    | 'data-type'
    | 'number'
    | 'imputation-run'
    | 'flag'
    | 'choice';
  readonly needed?: boolean;
  readonly hint?: string;
  readonly options?: readonly string[];
}

export interface JobForm {
  readonly kind: string;
  readonly does: string;
  readonly fields: readonly FormField[];
  /** What the fields hold when the form opens. */
  readonly start?: Readonly<Record<string, string>>;
  /** What is asked before it begins, if it writes much. */
  readonly confirm?: (values: Readonly<Record<string, unknown>>) => string | undefined;
}

declare const __JOB_KINDS__: readonly JobRequest['kind'][];

const PEOPLE: FormField = { name: 'participants', label: 'Participants', control: 'participants' };
const FROM: FormField = { name: 'from', label: 'First day', control: 'date' };
const TO: FormField = { name: 'to', label: 'Last day', control: 'date' };
const DATA_TYPE: FormField = { name: 'dataType', label: 'Data type', control: 'data-type' };
/** What changes much is tried first; the result of the dry run offers the real one. */
const DRY: FormField = { name: 'dryRun', label: 'Dry run: change nothing', control: 'flag' };
const DRY_FIRST = { dryRun: 'true' };
const METHODS = ['profile', 'profile-total', 'linear', 'last', 'neighbour-mean', 'neighbour-median'];
const MANY_DAYS = 31;

const FORMS: readonly JobForm[] = [
  {
    kind: 'backfill',
    does: 'Fetches a range of days. Days in place that have not changed are left alone.',
    fields: [PEOPLE, { ...FROM, needed: true }, { ...TO, needed: true }],
    confirm: (values) =>
      daysOf(values) > MANY_DAYS ? `This fetches ${daysOf(values)} days of ${whom(values)}.` : undefined,
  },
  {
    kind: 'retry',
    does: 'Fetches again what failed and has not been made up for; all of it, if nothing narrows it.',
    fields: [
      { name: 'participant', label: 'Participant', control: 'participant' },
      { name: 'date', label: 'Day', control: 'date' },
      DATA_TYPE,
      { name: 'run', label: 'Run', control: 'number', hint: 'Only what this run was about; then leave out the rest.' },
    ],
  },
  {
    kind: 'reparse',
    does: 'Reads payloads of the lake again with the parsers of today, without the network.',
    fields: [PEOPLE, { ...FROM, needed: true }, { ...TO, needed: true }, DATA_TYPE, DRY],
    start: DRY_FIRST,
    confirm: (values) =>
      values.dryRun
        ? undefined
        : `This may change ${daysOf(values)} stored days of ${whom(values)}; each change is logged.`,
  },
  {
    kind: 'verify',
    does: 'Compares every roll-up with its samples, or every payload of the lake with its hash.',
    fields: [
      { name: 'lake', label: 'The lake instead', control: 'flag' },
      { name: 'repair', label: 'Make anew what differs', control: 'flag' },
    ],
    confirm: ({ repair }) => (repair ? 'This writes anew the roll-ups that differ from their samples.' : undefined),
  },
  {
    kind: 'impute',
    does: 'Makes values for short gaps, in a layer of their own. Measured values are never touched.',
    fields: [
      PEOPLE,
      { name: 'metrics', label: 'Metrics', control: 'metrics' },
      { ...FROM, hint: 'Empty for the first day with data.' },
      { ...TO, hint: 'Empty for the last day with data.' },
      {
        name: 'method',
        label: 'Method',
        control: 'choice',
        options: METHODS,
        hint: 'What suits the metric, unless chosen.',
      },
      { ...DRY, label: 'Dry run: count what would be imputed' },
    ],
    start: DRY_FIRST,
    confirm: ({ dryRun, from, participants }) =>
      dryRun || from || participants ? undefined : 'This looks at all days of everybody.',
  },
  {
    kind: 'undo-imputation',
    does: 'Takes all values of an imputation run away.',
    fields: [{ name: 'run', label: 'Imputation run', control: 'imputation-run', needed: true }],
    confirm: ({ run }) => `This takes away all values that run ${run} made. Measured values stay.`,
  },
  {
    kind: 'derive',
    does: 'Makes derived daily figures; those that still hold are left alone.',
    fields: [PEOPLE, FROM, TO, { name: 'all', label: 'Also those that still hold', control: 'flag' }],
    confirm: ({ from, all }) => (all && !from ? 'This makes the figures of all days again.' : undefined),
  },
];

/** What can be asked for: the kinds that the contract of this service has. */
export const JOB_FORMS = FORMS.filter(({ kind }) => (__JOB_KINDS__ as readonly string[]).includes(kind));

/** The form of a kind, if the service has it. */
export function formOf(kind: string | undefined): JobForm | undefined {
  return JOB_FORMS.find((form) => form.kind === kind);
}

function daysOf({ from, to }: Readonly<Record<string, unknown>>): number {
  return Math.max(0, Math.round((Date.parse(String(to)) - Date.parse(String(from))) / 86_400_000) + 1);
}

function whom({ participants }: Readonly<Record<string, unknown>>): string {
  const many = Array.isArray(participants) ? participants.length : 0;
  return many === 0 ? 'everybody' : many === 1 ? 'one participant' : `${many} participants`;
}
