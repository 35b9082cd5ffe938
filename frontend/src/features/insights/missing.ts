import type { Insight } from '../../api/queries/insights';

/** Why there is no answer: that no source at all brings something says more than that one does not. */
export function whyNone({ missing }: Insight): string | undefined {
  return (missing.find(({ source }) => source === null) ?? missing[0])?.text;
}
