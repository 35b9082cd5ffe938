import { readFileSync } from 'node:fs';

const CONTRACT = new URL('../../api/openapi.yaml', import.meta.url);

/** Names that types alone do not bring to where the program runs: the kinds of work that the contract offers. */
export function contractNames(): Record<string, string> {
  const [, names = ''] = /^ {4}JobKind: \{type: string, enum: \[([^\]]+)\]/m.exec(readFileSync(CONTRACT, 'utf8')) ?? [];
  return { __JOB_KINDS__: JSON.stringify(names.split(',').map((name) => name.trim())) };
}
