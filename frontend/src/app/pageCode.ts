import { lazyRouteComponent } from '@tanstack/react-router';

/** A page's code could not be fetched, as happens while the service is away or after it was updated. */
export class PageCodeError extends Error {
  override readonly name = 'PageCodeError';
}

type Loader = () => Promise<unknown>;
const pages: Loader[] = [];

/**
 * A page whose code is fetched when it is first needed, or by {@link fetchPagesAhead}. A failure is shown and not answered with a
 * reload, which would lose the view that is still on the screen.
 */
export function page<M extends Record<string, unknown>, K extends keyof M & string>(load: () => Promise<M>, name: K) {
  pages.push(load);
  const told = () =>
    load().catch((cause: unknown) => {
      throw new PageCodeError('The code of this page could not be fetched.', { cause });
    });
  // The router's own type of a lazy component wants to know that the member is a component.
  return lazyRouteComponent(told as () => Promise<Record<string, () => React.ReactNode>>, name);
}

/** Fetches the code of all pages once the first one stands, so that going to another needs no connection for it. */
export function fetchPagesAhead(): void {
  const fetchAll = () => {
    for (const load of pages) {
      load().catch(() => undefined);
    }
  };
  setTimeout(fetchAll, AFTER);
}

const AFTER = 2_500;
