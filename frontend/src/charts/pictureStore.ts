import type { RefObject } from 'react';
import type uPlot from 'uplot';
import type { PlotState } from './plotOptions';

/** A chart that can be painted once more, elsewhere. */
export interface Picture {
  readonly title: string;
  readonly element: HTMLElement;
  readonly plot: uPlot;
  readonly state: RefObject<PlotState>;
}

/** The charts of a stack, while they are on the page. */
export interface PictureStore {
  add(picture: Picture): () => void;
  /** From top to bottom. */
  all(): Picture[];
}

export function createPictureStore(): PictureStore {
  const pictures = new Set<Picture>();
  return {
    add(picture) {
      pictures.add(picture);
      return () => void pictures.delete(picture);
    },
    all: () =>
      [...pictures].sort((a, b) =>
        a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
      ),
  };
}
