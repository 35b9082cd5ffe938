import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Participant } from '../api/client';
import { participantsQuery } from '../api/queries/participants';
import { freshness } from '../format/freshness';
import { FreshnessDot } from '../ui/FreshnessDot';
import { useNarrow } from '../ui/useNarrow';
import { useNow } from '../ui/useNow';
import styles from './ParticipantList.module.css';

const FILTER_FROM = 8;
const ROW = 30;
/** Large enough for a finger. */
const TALL_ROW = 44;
const NOBODY: readonly Participant[] = [];

/** Everyone, with a dot for how long ago they were last measured. Only the rows in sight exist, so that a thousand do not stutter. */
export function ParticipantList() {
  const { data, error } = useQuery(participantsQuery);
  const participants = data ?? NOBODY;
  const [filter, setFilter] = useState('');
  const shown = useMemo(() => matching(participants, filter), [participants, filter]);
  return (
    <section className={styles.section} aria-label="Participants">
      <h2 className={styles.title}>
        Participants <span className={styles.count}>{participants.length || ''}</span>
      </h2>
      {participants.length > FILTER_FROM && (
        <input
          type="search"
          className={`field ${styles.filter}`}
          placeholder="Filter by name or id"
          aria-label="Filter participants by name or id"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      {participants.length > 0 && shown.length === 0 && (
        <p className={styles.none}>No name or id contains “{filter}”.</p>
      )}
      {data?.length === 0 && <p className={styles.none}>Nobody yet.</p>}
      {!data && error && <p className={styles.none}>Not loaded: {error.message}</p>}
      <Rows participants={shown} />
    </section>
  );
}

function Rows({ participants }: { readonly participants: readonly Participant[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const now = useNow(60_000);
  const row = useNarrow() ? TALL_ROW : ROW;
  const rows = useVirtualizer({
    count: participants.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => row,
    overscan: 8,
    initialRect: { width: 200, height: 600 },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are laid out anew
  useEffect(() => rows.measure(), [rows, row]);
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const participant = participants[index];
          return participant ? (
            <li
              key={participant.id}
              className={styles.row}
              style={{ height: row, transform: `translateY(${start}px)` }}
            >
              <Link
                to="/participants/$id"
                params={{ id: String(participant.id) }}
                className={styles.link}
                preload="intent"
              >
                <span className={styles.name}>{participant.name}</span>
                <FreshnessDot freshness={freshness(participant.lastMeasurement, now)} />
              </Link>
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

function matching(participants: readonly Participant[], filter: string): readonly Participant[] {
  const wanted = filter.trim().toLowerCase();
  return wanted === ''
    ? participants
    : participants.filter(({ id, name, externalId }) =>
        `${id} ${name} ${externalId ?? ''}`.toLowerCase().includes(wanted),
      );
}
