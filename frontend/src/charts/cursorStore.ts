/** The instant under the one shared cursor. Outside React's state, because it changes with every move of the mouse. */
export interface CursorStore {
  /** The instant, or null when the pointer is elsewhere. */
  get(): number | null;
  set(instant: number | null): void;
  subscribe(listener: () => void): () => void;
}

export function createCursorStore(): CursorStore {
  const listeners = new Set<() => void>();
  let instant: number | null = null;
  return {
    get: () => instant,
    set(next) {
      if (next !== instant) {
        instant = next;
        for (const listener of listeners) {
          listener();
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
