import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, useEffect, useMemo, useState } from 'react';
import { daysQuery } from '../../api/queries/days';
import { summaryQuery } from '../../api/queries/summary';
import { DERIVED_RESTING_HEART_RATE } from '../../charts/derived/restingHeartRates';
import { daysIn } from '../../time/range';
import { QueryError } from '../../ui/QueryError';
import { Skeleton } from '../../ui/Skeleton';
import { type Reading, readingsOf } from './readings';
import styles from './Tiles.module.css';
import type { ParticipantPlace } from './usePlace';

const MOST = 6;

interface Props {
  readonly id: number;
  readonly place: ParticipantPlace;
  /** Opens how a derived metric came about. */
  readonly onExplain?: ((figure: string) => void) | undefined;
}

/** The range in a few values, each against the participant's own usual and with what stands behind it. */
export function Tiles({ id, place, onExplain }: Props) {
  const { range } = place;
  const { data, error, isPlaceholderData, refetch } = useQuery(summaryQuery(id, range));
  const { data: days } = useQuery({ ...daysQuery(id, range), enabled: daysIn(range) === 1 });
  const fresh = useMemo(
    () =>
      data && !isPlaceholderData
        ? readingsOf(
            data,
            days?.find(({ date }) => date === data.to),
            MOST,
          )
        : undefined,
    [data, isPlaceholderData, days],
  );
  const [before, setBefore] = useState(fresh);
  useEffect(() => {
    if (fresh) {
      setBefore(fresh);
    }
  }, [fresh]);
  // The values of the range before stay, faint, for the moment until the new ones are here.
  const readings = fresh ?? before;
  if (error && !data) {
    return <QueryError what="The daily values" error={error} onRetry={() => void refetch()} />;
  }
  return (
    <section
      className={`card ${styles.tiles}`}
      style={{ '--tiles': readings?.length || MOST } as CSSProperties}
      aria-label="Daily values"
      aria-busy={!fresh}
    >
      {readings
        ? readings.map((reading) => <Tile key={reading.key} reading={reading} onExplain={onExplain} />)
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

function Tile({ reading, onExplain }: Pick<Props, 'onExplain'> & { readonly reading: Reading }) {
  const { key, name, family, per, quantity, change, usual, evidence, beside } = reading;
  return (
    <div className={styles.tile}>
      <p className={styles.name}>
        <span className={styles.hue} style={{ background: `var(--${family})` }} />
        {name}
        {per && <span className={styles.muted}> {per}</span>}
      </p>
      {quantity ? (
        <>
          <p className={styles.value}>
            {withSmallUnits(quantity.value)}
            {quantity.unit && <span className={styles.unit}> {quantity.unit}</span>}
          </p>
          <p className={styles.change} title="Usual is the participant’s own mean of the 30 days before">
            {change}
          </p>
        </>
      ) : (
        <p className={styles.absent}>{change}</p>
      )}
      <p className={styles.muted}>{usual}</p>
      {evidence && <p className={styles.muted}>{evidence}</p>}
      {beside && <p className={styles.beside}>{beside}</p>}
      {key === DERIVED_RESTING_HEART_RATE && onExplain && (
        <button type="button" className={styles.explain} onClick={() => onExplain(key)}>
          How it came about
        </button>
      )}
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
