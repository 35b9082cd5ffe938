import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { Participant } from '../../api/client';
import { ParticipantRow } from './ParticipantRow';
import styles from './ParticipantTable.module.css';
import { SortHeader } from './SortHeader';
import type { StudySearch } from './search';
import { useSparks } from './useSparks';

const ROW = 44;

interface Props {
  readonly all: readonly Participant[];
  readonly rows: readonly Participant[];
  readonly search: StudySearch;
}

/** The participants as a table; only rows in sight exist. */
export function ParticipantTable({ all, rows, search }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    overscan: 10,
    scrollMargin: host.current?.offsetTop ?? 0,
    initialRect: { width: 1000, height: 900 },
  });
  const items = virtual.getVirtualItems();
  const inSight = useMemo(() => items.flatMap(({ index }) => rows[index] ?? []), [items, rows]);
  const sparks = useSparks(all, inSight);
  const before = (items[0]?.start ?? 0) - virtual.options.scrollMargin;
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? 0) - virtual.options.scrollMargin);

  return (
    <div ref={host} className={`card ${styles.frame}`}>
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <SortHeader sort="name" search={search}>
              Participant
            </SortHeader>
            <th className={styles.wide}>Zone</th>
            <th className={styles.wide}>Source</th>
            <SortHeader sort="lastDay" search={search}>
              Last day
            </SortHeader>
            <SortHeader sort="lastDelivery" search={search} wide>
              Delivered
            </SortHeader>
            <SortHeader sort="days" search={search} wide numeric>
              Span
            </SortHeader>
            <SortHeader sort="wear" search={search} wide numeric>
              Wear, 30 days
            </SortHeader>
            <th className={styles.steps}>
              Steps<span className={styles.wide}> a day, last 14</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr style={{ height: before }} />}
          {items.map(({ index }) => {
            const participant = rows[index];
            return (
              participant && (
                <ParticipantRow key={participant.id} participant={participant} steps={sparks.get(participant.id)} />
              )
            );
          })}
          {after > 0 && <tr style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  );
}
