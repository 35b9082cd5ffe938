import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { StudyRow } from '../../api/queries/study';
import { ParticipantRow } from './ParticipantRow';
import styles from './ParticipantTable.module.css';
import { SelectAll } from './SelectAll';
import { SortHeader } from './SortHeader';
import type { StudySearch } from './search';
import type { Selection } from './useSelection';
import { useSparks } from './useSparks';

const ROW = 44;

interface Props {
  readonly all: readonly StudyRow[];
  readonly rows: readonly StudyRow[];
  readonly search: StudySearch;
  readonly selection: Selection;
}

/** The participants as a table; only rows in sight exist. */
export function ParticipantTable({ all, rows, search, selection }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    overscan: 10,
    scrollMargin: host.current?.offsetTop ?? 0,
    initialRect: { width: 1000, height: 900 },
  });
  const items = virtual.getVirtualItems();
  const people = useMemo(() => all.map(({ participant }) => participant), [all]);
  const inSight = useMemo(() => items.flatMap(({ index }) => rows[index]?.participant ?? []), [items, rows]);
  const sparks = useSparks(people, inSight);
  const before = (items[0]?.start ?? 0) - virtual.options.scrollMargin;
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? 0) - virtual.options.scrollMargin);

  return (
    <div ref={host} className={`card ${styles.frame}`}>
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <SelectAll rows={rows} selection={selection} />
            <SortHeader sort="name" search={search}>
              Participant
            </SortHeader>
            <SortHeader sort="need" search={search}>
              Needs attention
            </SortHeader>
            <SortHeader sort="lastDay" search={search} wide>
              Last day
            </SortHeader>
            <SortHeader sort="lastSync" search={search} wide>
              Last sync
            </SortHeader>
            <SortHeader sort="lastFetch" search={search} wide>
              Last fetch
            </SortHeader>
            <SortHeader sort="wear7" search={search} numeric>
              Wear, 7 days
            </SortHeader>
            <SortHeader sort="wear30" search={search} wide numeric>
              30 days
            </SortHeader>
            <SortHeader sort="nights" search={search} wide numeric>
              Nights of 7
            </SortHeader>
            <th className={styles.steps}>
              Steps<span className={styles.wide}> a day, last 14</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr style={{ height: before }} />}
          {items.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <ParticipantRow
                  key={row.participant.id}
                  row={row}
                  steps={sparks.get(row.participant.id)}
                  selected={selection.ids.has(row.participant.id)}
                  onSelect={selection.toggle}
                />
              )
            );
          })}
          {after > 0 && <tr style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  );
}
