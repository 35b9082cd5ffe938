import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Participant } from '../../api/client';
import type { Columns } from '../../api/columns';
import { stepsPerDayQuery } from '../../api/queries/stepsPerDay';
import { sparkGroups } from './rows';

/** Steps of the last fortnight for the participants in sight; the others are asked for when they come into sight. */
export function useSparks(all: readonly Participant[], inSight: readonly Participant[]): ReadonlyMap<number, Columns> {
  const groups = useMemo(() => sparkGroups(all), [all]);
  const seen = new Set(inSight.map(({ id }) => id));
  return useQueries({
    queries: groups.map(({ participants, range }) => ({
      ...stepsPerDayQuery(participants, range),
      enabled: participants.some((id) => seen.has(id)),
    })),
    combine: (answers) => new Map(answers.flatMap(({ data }) => (data ? [...data] : []))),
  });
}
