import type { InsightAnswer } from '../../api/queries/insights';

/** Why there is no answer: that no source at all brings something says more than that one does not. */
export function whyNone({ missing }: InsightAnswer): string | undefined {
  return (missing.find(({ source }) => source === null) ?? missing[0])?.text;
}
