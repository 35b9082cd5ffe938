import { readFileSync } from 'node:fs';

const CONTRACT = new URL('../../api/openapi.yaml', import.meta.url);

/** Names that types alone do not bring to where the program runs: the kinds of work that can be requested. */
export function contractNames(): Record<string, string> {
  const [, request = ''] = /^ {4}JobRequest:\n([\s\S]*?)^ {4}\w/m.exec(readFileSync(CONTRACT, 'utf8')) ?? [];
  const kinds = [...request.matchAll(/^ {10}([a-z-]+): '#/gm)].map(([, name]) => name);
  return { __JOB_KINDS__: JSON.stringify(kinds) };
}
