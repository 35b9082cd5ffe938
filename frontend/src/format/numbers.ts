const NARROW_SPACE = '\u202f';
const formats = new Map<number, Intl.NumberFormat>();

/** A figure with at most the given digits after the point and thousands set apart: `9 214`. */
export function formatNumber(value: number, decimals = 0): string {
  let format = formats.get(decimals);
  if (!format) {
    format = new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    formats.set(decimals, format);
  }
  return format
    .format(value)
    .replaceAll(',', NARROW_SPACE)
    .replace(/^-(?=[0.]+$)/, '')
    .replace('-', '\u2212');
}

/** A figure and its unit, apart, so that a page can set them differently. */
export interface Quantity {
  readonly value: string;
  readonly unit: string;
}

/** Minutes as people say them: `6 h 51 min`. */
export function formatMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) {
    return `${rest} min`;
  }
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** Milliseconds as people say them, in the largest fitting unit: `84 ms`, `3.2 s`, `1 h 15 min`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) {
    return `${Math.round(milliseconds)} ms`;
  }
  if (milliseconds < 60_000) {
    return `${formatNumber(milliseconds / 1000, milliseconds < 10_000 ? 1 : 0)} s`;
  }
  const minutes = milliseconds / 60_000;
  return minutes < 48 * 60 ? formatMinutes(minutes) : `${formatNumber(minutes / 1440, 1)} days`;
}

/** Bytes in decimal units: `38 kB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) {
    return `${bytes} B`;
  }
  if (bytes < 1e9) {
    return bytes < 1e6 ? `${formatNumber(bytes / 1e3)} kB` : `${formatNumber(bytes / 1e6, 1)} MB`;
  }
  return `${formatNumber(bytes / 1e9, 1)} GB`;
}

/** Metres, as kilometres from one on. */
export function formatMetres(metres: number): Quantity {
  return Math.abs(metres) < 1000
    ? { value: formatNumber(metres), unit: 'm' }
    : { value: formatNumber(metres / 1000, metres < 100_000 ? 1 : 0), unit: 'km' };
}

/** One thing or many: `1 day`, `30 days`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${formatNumber(amount)} ${amount === 1 ? one : many}`;
}
