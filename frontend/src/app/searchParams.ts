/** Reads a query string as plain texts: `?view=week&metrics=heart_rate,steps`. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Writes a query string that a person can read and edit: nothing is quoted, and `,` `:` `/` `~` stay as they are. */
export function stringifySearch(search: Record<string, unknown>): string {
  const parts = Object.entries(search)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(
      ([key, value]) =>
        `${encodeURIComponent(key)}=${encodeURIComponent(String(value)).replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%2F/g, '/')}`,
    );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
