type Path = string[];

/** The marks of a canvas that is written down as SVG. */
export interface SvgCanvas {
  readonly context: CanvasRenderingContext2D;
  /** The picture, in pixels of the canvas; shown at a size of its own. */
  svg(width: number, height: number, shownWidth: number, shownHeight: number): string;
}

interface Style {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineJoin: string;
  font: string;
  textAlign: string;
  textBaseline: string;
  dash: readonly number[];
  /** How many clips are open. */
  clips: number;
}

const FIRST: Style = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineJoin: 'miter',
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  dash: [],
  clips: 0,
};
const ANCHORS: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' };
const BASELINES: Readonly<Record<string, string>> = { middle: 'central', top: 'hanging' };

/**
 * A canvas context that writes SVG: the part of it that the layers use, so that one way of painting serves for the screen
 * and for pictures of it. The prefix keeps the names of several pictures on one page apart.
 */
export function svgCanvas(prefix = ''): SvgCanvas {
  const marks: string[] = [];
  const stack: Style[] = [];
  let style: Style = { ...FIRST };
  let path: Path = [];
  let clips = 0;
  const at = (x: number, y: number) => `${round(x)} ${round(y)}`;
  const rect = (x: number, y: number, w: number, h: number) => `M${at(x, y)}h${round(w)}v${round(h)}h${round(-w)}z`;
  const stroked = () =>
    `${paint('stroke', style.strokeStyle)} stroke-width="${round(style.lineWidth)}" stroke-linejoin="${style.lineJoin}"${
      style.dash.length > 0 ? ` stroke-dasharray="${style.dash.map(round).join(' ')}"` : ''
    }`;
  const text = (words: string, x: number, y: number, colours: string) => {
    const anchor = ANCHORS[style.textAlign] ?? 'start';
    const baseline = BASELINES[style.textBaseline] ?? 'auto';
    const { size, weight, family } = fontOf(style.font);
    marks.push(
      `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" dominant-baseline="${baseline}" font-size="${size}" font-weight="${weight}" font-family="${family}" ${colours}>${escapeXml(words)}</text>`,
    );
  };
  const methods = {
    save: () => void stack.push({ ...style }),
    restore: () => {
      const before = stack.pop() ?? { ...FIRST };
      marks.push('</g>'.repeat(style.clips - before.clips));
      style = before;
    },
    beginPath: () => {
      path = [];
    },
    closePath: () => void path.push('z'),
    moveTo: (x: number, y: number) => void path.push(`M${at(x, y)}`),
    lineTo: (x: number, y: number) => void path.push(`${path.length === 0 ? 'M' : 'L'}${at(x, y)}`),
    rect: (x: number, y: number, w: number, h: number) => void path.push(rect(x, y, w, h)),
    roundRect: (x: number, y: number, w: number, h: number) => void path.push(rect(x, y, w, h)),
    /** Whole circles, the only arcs that layers paint. */
    arc: (x: number, y: number, r: number) =>
      void path.push(
        `M${at(x - r, y)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0z`,
      ),
    clip: () => {
      clips++;
      marks.push(
        `<clipPath id="${prefix}clip${clips}"><path d="${path.join('')}"/></clipPath><g clip-path="url(#${prefix}clip${clips})">`,
      );
      style.clips++;
    },
    fill: () => void marks.push(`<path d="${path.join('')}" ${paint('fill', style.fillStyle)}/>`),
    stroke: () => void (path.length > 0 && marks.push(`<path d="${path.join('')}" fill="none" ${stroked()}/>`)),
    fillRect: (x: number, y: number, w: number, h: number) =>
      void marks.push(`<path d="${rect(x, y, w, h)}" ${paint('fill', style.fillStyle)}/>`),
    fillText: (words: string, x: number, y: number) => text(words, x, y, paint('fill', style.fillStyle)),
    strokeText: (words: string, x: number, y: number) => text(words, x, y, `fill="none" ${stroked()}`),
    setLineDash: (dash: readonly number[]) => {
      style.dash = dash;
    },
  };
  const context = new Proxy(methods, {
    get: (target, key) => (key in target ? Reflect.get(target, key) : Reflect.get(style, key)),
    set: (_target, key, value) => Reflect.set(style, key, value),
  }) as unknown as CanvasRenderingContext2D;
  return {
    context,
    svg: (width, height, shownWidth, shownHeight) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${shownWidth}" height="${shownHeight}" viewBox="0 0 ${width} ${height}">${marks.join('')}${'</g>'.repeat(style.clips)}</svg>`,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A colour as every viewer knows it: plain, its opacity apart. */
export function paint(attribute: 'fill' | 'stroke', colour: string): string {
  const mixed = /^color-mix\(in srgb, (.+) (\d+)%, transparent\)$/.exec(colour);
  return mixed
    ? `${attribute}="${mixed[1]}" ${attribute}-opacity="${Number(mixed[2]) / 100}"`
    : `${attribute}="${colour}"`;
}

function fontOf(font: string): { size: number; weight: string; family: string } {
  const [, weight = '400', size = '10', family = 'sans-serif'] = /^(?:(\d+) )?([\d.]+)px (.+)$/.exec(font) ?? [];
  return { size: Number(size), weight, family: escapeXml(family.replaceAll('"', "'")) };
}

function escapeXml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
