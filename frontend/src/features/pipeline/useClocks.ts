import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { participantsQuery } from '../../api/queries/participants';
import { type WallClock, wallClock } from '../../time/zone';

/** Everyone's own clock by their id, for the times of what belongs to them. */
export function useClocks(): (participant: number) => WallClock | undefined {
  const { data } = useQuery(participantsQuery);
  return useMemo(() => {
    const zones = new Map(data?.map(({ id, zone }) => [id, zone]));
    const clocks = new Map<string, WallClock>();
    return (participant) => {
      const zone = zones.get(participant);
      if (zone !== undefined && !clocks.has(zone)) {
        clocks.set(zone, wallClock([{ validFrom: null, zone }]));
      }
      return zone === undefined ? undefined : clocks.get(zone);
    };
  }, [data]);
}
