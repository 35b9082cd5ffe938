import { density } from '../layers/layer';
import type { PictureStore } from '../pictureStore';
import { type Caption, figureSize, paintFigure } from './paintFigure';
import { svgCanvas } from './svgContext';

/** The charts as SVG, vectors throughout; nothing when none is on the page. */
export function svgOf(store: PictureStore, caption: Caption): Blob | undefined {
  const text = svgTextOf(store, caption);
  return text === undefined ? undefined : new Blob([text], { type: 'image/svg+xml' });
}

/** The same as text, its names under the prefix, so that several can stand on one page. */
export function svgTextOf(store: PictureStore, caption: Caption, prefix = ''): string | undefined {
  const pictures = store.all();
  const axis = pictures[0]?.state.current.axis;
  if (!axis) {
    return undefined;
  }
  const { width, height } = figureSize(pictures, axis, caption);
  const { context, svg } = svgCanvas(prefix);
  paintFigure(context, pictures, axis, caption);
  return svg(width * density(), height * density(), width, height);
}

/** The charts as PNG, as sharp as the screen. */
export async function pngOf(store: PictureStore, caption: Caption): Promise<Blob | undefined> {
  const pictures = store.all();
  const axis = pictures[0]?.state.current.axis;
  if (!axis) {
    return undefined;
  }
  const { width, height } = figureSize(pictures, axis, caption);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: width * density(), height: height * density() });
  const context = canvas.getContext('2d');
  if (!context) {
    return undefined;
  }
  paintFigure(context, pictures, axis, caption);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
}

/** Hands a file to the browser's downloads. */
export function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
