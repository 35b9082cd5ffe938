import type { JobRequest } from '../../api/queries/jobs';
import type { FormField, JobForm } from './jobForms';

/** What was typed, by field. */
export type Typed = Readonly<Record<string, string>>;

/** The body of the request; what was left empty is left out. The service says what is wrong with it. */
export function requestOf(form: JobForm, typed: Typed): JobRequest {
  const said = form.fields.flatMap((field) => {
    const value = readField(field, typed[field.name]?.trim() ?? '');
    return value === undefined ? [] : [[field.name, value] as const];
  });
  return { kind: form.kind, ...Object.fromEntries(said) } as JobRequest;
}

/** What is wrong with what was typed, by field, as far as that is plain without the service. */
export function mistakesOf({ from, to }: Typed): ReadonlyMap<string, string> {
  return new Map(from && to && from > to ? [['from', 'The first day lies after the last day.']] : []);
}

function readField({ control }: FormField, text: string): unknown {
  if (text === '') {
    return undefined;
  }
  switch (control) {
    case 'participants':
      return text.split(',').map(Number);
    case 'metrics':
      return text
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '');
    case 'participant':
    case 'number':
    case 'imputation-run':
      return Number(text);
    case 'flag':
      return text === 'true' ? true : undefined;
    default:
      return text;
  }
}
