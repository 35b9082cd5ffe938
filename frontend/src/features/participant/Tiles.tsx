import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, useEffect, useMemo, useState } from 'react';
import type { ParticipantDetail } from '../../api/client';
import { daysQuery } from '../../api/queries/days';
import { datesOf } from '../../time/range';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { cadencesOf, type Reading, readingsOf, withBaseline } from './figures';
import styles from './Tiles.module.css';
import type { ParticipantPlace } from './usePlace';

const MOST = 6;

/** The range in a few figures, each against the person's own usual and with what stands behind it. */
export function Tiles({ detail, place }: { readonly detail: ParticipantDetail; readonly place: ParticipantPlace }) {
  const { range } = place;
  const { id } = detail.participant;
  const { data, error, isPlaceholderData, refetch } = useQuery(daysQuery(id, withBaseline(range)));
  const fresh = useMemo(
    () => (data && !isPlaceholderData ? readingsOf(data, range, cadencesOf(detail), MOST) : undefined),
    [data, isPlaceholderData, range, detail],
  );
  const [before, setBefore] = useState(fresh);
  useEffect(() => {
    if (fresh) {
      setBefore(fresh);
    }
  }, [fresh]);
  // The figures of the range before stay, faint, for the moment until the new ones are here.
  const readings = fresh ?? before;
  if (error && !data) {
    return <QueryError what="The daily figures" error={error} onRetry={() => void refetch()} />;
  }
  const single = datesOf(range).length === 1;
  return (
    <section
      className={`card ${styles.tiles}`}
      style={{ '--tiles': readings?.length || MOST } as CSSProperties}
      aria-label="Daily figures"
      aria-busy={!fresh}
    >
      {readings
        ? readings.map((reading) => <Tile key={reading.figure.key} reading={reading} single={single} />)
        : Array.from({ length: MOST }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have nothing but their place
            <div key={index} className={styles.tile}>
              <Skeleton height="0.875rem" width="60%" />
              <Skeleton height="1.5rem" width="75%" />
              <Skeleton height="1.75rem" width="90%" />
            </div>
          ))}
    </section>
  );
}

function Tile({
  reading: { figure, quantity, change, usual, evidence },
  single,
}: {
  readonly reading: Reading;
  readonly single: boolean;
}) {
  return (
    <div className={styles.tile}>
      <p className={styles.name}>
        <span className={styles.hue} style={{ background: `var(--${figure.family})` }} />
        {figure.name}
        {!single && figure.per && <span className={styles.muted}> {figure.per}</span>}
      </p>
      <p className={styles.value} data-missing={!quantity}>
        {quantity ? withSmallUnits(quantity.value) : '–'}
        {quantity?.unit && <span className={styles.unit}> {quantity.unit}</span>}
      </p>
      <p className={styles.change} title="Usual is the person’s own mean of the 30 days before">
        {change}
      </p>
      <p className={styles.muted}>{usual}</p>
      <p className={styles.muted}>{evidence}</p>
    </div>
  );
}

/** `6 h 51 min` with its letters as small as other units. */
function withSmallUnits(value: string) {
  return value.split(' ').map((word) =>
    /^[a-z]+$/.test(word) ? (
      <span key={word} className={styles.unit}>
        {' '}
        {word}{' '}
      </span>
    ) : (
      word
    ),
  );
}
