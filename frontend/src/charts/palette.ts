/** The colours that charts paint with, as the current theme resolves them. */
const NAMES = [
  'text',
  'text-muted',
  'line',
  'line-strong',
  'surface',
  'ground',
  'accent',
  'bad',
  'heart',
  'movement',
  'sleep',
  'breath',
  'oxygen',
  'body',
  'stage-wake',
  'stage-rem',
  'stage-light',
  'stage-deep',
  'zone-light',
  'zone-moderate',
  'zone-vigorous',
  'zone-peak',
  'person-1',
  'person-2',
  'person-3',
  'person-4',
  'person-5',
  'person-6',
  'person-7',
  'person-8',
] as const;

export type Colour = (typeof NAMES)[number];
export type Palette = Readonly<Record<Colour, string>>;

/** Reads the tokens. A canvas knows no custom properties, so an element out of sight resolves them. */
export function readPalette(): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const resolve = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const palette = Object.fromEntries(NAMES.map((name) => [name, resolve(name)])) as Record<Colour, string>;
  probe.remove();
  return palette;
}

/** The same colour with the given opacity. */
export function fade(colour: string, opacity: number): string {
  return `color-mix(in srgb, ${colour} ${Math.round(opacity * 100)}%, transparent)`;
}
