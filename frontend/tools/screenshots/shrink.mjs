// Makes a picture of a page small: its colours are few, and the many between two of them come from smooth edges.
import { readPixels, writePalette } from './png.mjs';

const MOST = 256;

/** The picture with at most 256 colours, each as near to its own as all of them can be. */
export function shrink(png) {
  const { width, height, pixels } = readPixels(png);
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = colourAt(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const colours = [...counts].toSorted((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const palette = chosen(colours);
  const index = new Map(colours.map((colour) => [colour, closest(palette, colour).index]));
  const indices = new Uint8Array(width * height);
  for (let pixel = 0; pixel < indices.length; pixel++) {
    indices[pixel] = index.get(colourAt(pixels, 3 * pixel));
  }
  return writePalette({ width, height, palette, indices });
}

/** The most frequent colours that lie apart, by the least distance that leaves no more than fit; no colour is left far from all. */
function chosen(colours) {
  for (let distance = 0; ; distance += 2) {
    const palette = [];
    for (const colour of colours) {
      if (palette.length === 0 || closest(palette, colour).distance > distance * distance) {
        palette.push(colour);
      }
      if (palette.length > MOST) {
        break;
      }
    }
    if (palette.length <= MOST) {
      return palette;
    }
  }
}

function closest(palette, colour) {
  let best = { index: 0, distance: Number.POSITIVE_INFINITY };
  for (let index = 0; index < palette.length; index++) {
    const other = palette[index];
    const red = (colour >> 16) - (other >> 16);
    const green = ((colour >> 8) & 255) - ((other >> 8) & 255);
    const blue = (colour & 255) - (other & 255);
    const distance = red * red + green * green + blue * blue;
    if (distance < best.distance) {
      best = { index, distance };
    }
  }
  return best;
}

function colourAt(pixels, at) {
  return (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
}
