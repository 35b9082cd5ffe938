import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { StudyRow } from '../../api/queries/study';
import { useMedia } from '../../ui/useMedia';
import { useNow } from '../../ui/useNow';
import { ParticipantRow } from './ParticipantRow';
import styles from './ParticipantTable.module.css';
import { SelectAll } from './SelectAll';
import { SortHeader } from './SortHeader';
import type { StudySearch } from './search';
import type { Selection } from './useSelection';

const ROW = 44;
const NARROW_ROW = 60;

interface Props {
  readonly rows: readonly StudyRow[];
  readonly search: StudySearch;
  readonly selection: Selection;
}

/** The participants as a table; only rows in sight exist. */
export function ParticipantTable({ rows, search, selection }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const narrow = useMedia('(max-width: 720px)');
  const now = useNow(60_000);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (narrow ? NARROW_ROW : ROW),
    overscan: 12,
    scrollMargin: host.current?.offsetTop ?? 0,
    initialRect: { width: 1000, height: 900 },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows have another height then
  useEffect(() => virtual.measure(), [narrow, virtual]);
  const items = virtual.getVirtualItems();
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
            {!narrow && (
              <>
                <SortHeader sort="need" search={search}>
                  Needs attention
                </SortHeader>
                <SortHeader sort="lastMeasured" search={search}>
                  Last measured
                </SortHeader>
                <SortHeader sort="lastArrival" search={search} extra>
                  Data arrived
                </SortHeader>
                <SortHeader sort="lastFetch" search={search} wide>
                  Last fetch
                </SortHeader>
              </>
            )}
            {!narrow && (
              <>
                <SortHeader sort="wear7" search={search} numeric>
                  Wear, 7 days
                </SortHeader>
                <SortHeader sort="wear30" search={search} wide numeric>
                  30 days
                </SortHeader>
                <SortHeader sort="nights" search={search} wide numeric>
                  Nights
                </SortHeader>
              </>
            )}
            {narrow ? (
              <SortHeader sort="wear7" search={search} numeric>
                Wear, 7 days
              </SortHeader>
            ) : (
              <th
                className={styles.spark}
                title="Share of each day that the watch was worn, up to the last measured one"
              >
                Wear by day
              </th>
            )}
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
                  now={now}
                  narrow={narrow}
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
