import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { svgTextOf } from '../../../charts/picture/pictures';
import { createPictureStore } from '../../../charts/pictureStore';
import { TimeStack } from '../../../charts/TimeStack';
import type { ParticipantPlace } from '../usePlace';
import styles from './Report.module.css';

interface Props {
  readonly label: string;
  readonly place: ParticipantPlace;
  /** Its data are there. */
  readonly loaded: boolean;
  readonly onPainted: (label: string) => void;
  /** Charts of the pages, painted out of sight. */
  readonly children: ReactNode;
}

const ALONE = { title: '', lines: [], legend: [] };

/** A chart of the pages as a vector picture, which a printer draws as finely as it can. */
export function PrintChart({ label, place, loaded, onPainted, children }: Props) {
  const [pictures] = useState(createPictureStore);
  const figure = useRef<HTMLElement>(null);
  const [empty, setEmpty] = useState(false);
  const id = useId();
  useEffect(() => {
    if (!loaded) {
      return;
    }
    // The frame after the data came, the charts have them too.
    const frame = requestAnimationFrame(() => {
      const text = svgTextOf(pictures, ALONE, id);
      const drawn = text && new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
      if (drawn) {
        drawn.setAttribute('role', 'img');
        drawn.setAttribute('aria-label', label);
        figure.current?.replaceChildren(drawn);
      }
      setEmpty(!drawn);
      onPainted(label);
    });
    return () => cancelAnimationFrame(frame);
  }, [loaded, pictures, id, label, onPainted]);
  return (
    <>
      <figure ref={figure} className={styles.chart} hidden={empty} />
      <div className={styles.source} aria-hidden="true" inert>
        <TimeStack
          clock={place.clock}
          limits={place.limits}
          zoom={undefined}
          onZoom={place.go as never}
          pictures={pictures}
        >
          {children}
        </TimeStack>
      </div>
    </>
  );
}
