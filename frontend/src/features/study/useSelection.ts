import { useCallback, useState } from 'react';

/** Participants that were chosen in the table. */
export interface Selection {
  readonly ids: ReadonlySet<number>;
  readonly toggle: (id: number) => void;
  readonly set: (ids: readonly number[]) => void;
}

export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set<number>());
  const toggle = useCallback((id: number) => {
    setIds((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  }, []);
  const set = useCallback((wanted: readonly number[]) => setIds(new Set(wanted)), []);
  return { ids, toggle, set };
}
