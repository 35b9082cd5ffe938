import { useQuery } from '@tanstack/react-query';
import type { Day, ParticipantDetail } from '../../../api/client';
import { metricsQuery } from '../../../api/queries/metrics';
import { chosenKeys, offersOf, SLEEP } from '../../../charts/metricChoice';
import { daysIn } from '../../../time/range';
import { DayChart } from '../DayChart';
import { showsOf } from '../dayValues';
import { MetricChart } from '../MetricChart';
import { SleepChart } from '../SleepChart';
import type { ParticipantPlace } from '../usePlace';
import { PrintChart } from './PrintChart';
import styles from './Report.module.css';

interface Props {
  readonly detail: ParticipantDetail;
  readonly place: ParticipantPlace;
  readonly days: readonly Day[];
  readonly loaded: boolean;
  readonly onPainted: (label: string) => void;
}

/** Beyond this, what happened within the days is finer than a printed line. */
const WITHIN_DAYS = 31;

/** Per day where the report has several, and within the days where these are few. */
export function ReportCharts({ detail, place, days, loaded, onPainted }: Props) {
  const { data: catalogue } = useQuery(metricsQuery);
  const { id } = detail.participant;
  const several = daysIn(place.range) > 1;
  const keys = chosenKeys(undefined, offersOf(detail, catalogue ?? []));
  const shared = { place, loaded, onPainted };
  return (
    <div className={styles.charts}>
      {several &&
        showsOf(days).map((shown) => (
          <PrintChart key={shown.key} label={shown.title} {...shared}>
            <DayChart shown={shown} days={days} />
          </PrintChart>
        ))}
      {daysIn(place.range) <= WITHIN_DAYS &&
        keys.map((key) => {
          const metric = catalogue?.find((candidate) => candidate.key === key);
          if (key === SLEEP) {
            return (
              <PrintChart key={key} label="Sleep" {...shared}>
                <SleepChart id={id} place={place} />
              </PrintChart>
            );
          }
          return (
            metric && (
              <PrintChart key={key} label={metric.name} {...shared}>
                <MetricChart id={id} metric={metric} place={place} />
              </PrintChart>
            )
          );
        })}
    </div>
  );
}
