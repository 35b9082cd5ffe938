import { useRef } from 'react';

/** Without what was shown before: of several queries it could be another participant's. */
export function alone<T extends { placeholderData?: unknown }>({ placeholderData: _, ...query }: T) {
  return query;
}

/** The parts, the same as before while each of them is. */
export function useSame(parts: readonly unknown[]): readonly unknown[] {
  const kept = useRef(parts);
  if (kept.current.length !== parts.length || kept.current.some((part, index) => part !== parts[index])) {
    kept.current = parts;
  }
  return kept.current;
}
