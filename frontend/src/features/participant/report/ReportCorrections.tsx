import { useQuery } from '@tanstack/react-query';
import { correctionsOfRangeQuery } from '../../../api/queries/corrections';
import { formatDateTime, formatPlainDate } from '../../../format/dates';
import { changeWords, triggerWords } from '../correctionWords';
import type { ParticipantPlace } from '../usePlace';
import styles from './Report.module.css';

const MOST = 40;

/** What came for the report's days after they were in place, and what it changed. */
export function ReportCorrections({
  id,
  place: { range, clock },
}: {
  readonly id: number;
  readonly place: ParticipantPlace;
}) {
  const { data } = useQuery(correctionsOfRangeQuery(id, range, MOST));
  if (!data || data.corrections.length === 0) {
    return <p className={styles.muted}>Nothing was corrected: every day stands as it was first delivered.</p>;
  }
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Arrived</th>
            <th scope="col">Data type, by</th>
            <th scope="col">Revision</th>
            <th scope="col">What changed</th>
          </tr>
        </thead>
        <tbody>
          {data.corrections.map(({ id: key, date, arrivedAt, dataType, trigger, revision, outcome, changes }) => (
            <tr key={key}>
              <th scope="row">{formatPlainDate(date)}</th>
              <td>{formatDateTime(clock, Date.parse(arrivedAt))}</td>
              <td>
                {dataType}, {triggerWords(trigger)}
              </td>
              <td>
                {revision}
                {outcome === 'refused' && ' refused'}
              </td>
              <td className={styles.wide}>{changes.map(changeWords).join('; ') || 'nothing that is kept'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.next !== null && <p className={styles.muted}>The newest {MOST}; the participant page has them all.</p>}
    </>
  );
}
