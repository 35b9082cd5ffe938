import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { ParticipantDetail } from '../../../api/client';
import { daysQuery } from '../../../api/queries/days';
import { derivedMetricsQuery } from '../../../api/queries/derived';
import { sleepQuery } from '../../../api/queries/sleep';
import { statusQuery } from '../../../api/queries/status';
import { summaryQuery } from '../../../api/queries/summary';
import { formatRange } from '../../../format/dates';
import type { LocalDate } from '../../../time/localDate';
import { daysIn } from '../../../time/range';
import { QueryError } from '../../../ui/QueryError';
import { useTitle } from '../../../ui/useTitle';
import { DERIVED_FIGURES } from '../derivedFigures';
import { Tiles } from '../Tiles';
import { FigureNotes, FiguresTable } from './FiguresTable';
import { NightsTable } from './NightsTable';
import { ReadingNotes } from './ReadingNotes';
import styles from './Report.module.css';
import { ReportBar } from './ReportBar';
import { ReportCalendar } from './ReportCalendar';
import { ReportCharts } from './ReportCharts';
import { ReportCorrections } from './ReportCorrections';
import { ReportHead } from './ReportHead';
import { ReportPart } from './ReportPart';
import { reportPlace } from './reportPlace';
import { reportRange } from './search';
import { useLoaded, usePrint } from './usePrint';
import { WeeksTable } from './WeeksTable';

const route = getRouteApi('/participants/$id/report');
/** With more nights the weeks say it better. */
const NIGHTS_UP_TO = 31;

interface Props {
  readonly detail: ParticipantDetail;
  readonly lastDay: LocalDate;
}

/** The report of some days: figures, charts, sleep, weeks, coverage, corrections, and how the figures came about. */
export function Report({ detail, lastDay }: Props) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { id, name } = detail.participant;
  const [madeAt] = useState(Date.now);
  const { from, to } = reportRange(search, lastDay);
  const place = useMemo(() => reportPlace(detail, { from, to }), [detail, from, to]);
  const { range } = place;
  const length = daysIn(range);
  const days = useQuery(daysQuery(id, range));
  const summary = useQuery(summaryQuery(id, range));
  const sleep = useQuery(sleepQuery(id, range));
  const catalogue = useQuery(derivedMetricsQuery);
  const { data: status } = useQuery(statusQuery);
  const loaded = useLoaded();
  const [painted, setPainted] = useState<string>();
  const onPainted = useCallback(setPainted, []);
  const shown = DERIVED_FIGURES.flatMap((key) => catalogue.data?.find((metric) => metric.key === key) ?? []);
  const failed = [days, summary, sleep, catalogue].find(({ data, error }) => !data && error);
  const ready = loaded && !failed && (painted !== undefined || days.data?.length === 0);
  useTitle(`${name}, ${formatRange(range)}, report`);
  const print = usePrint(ready, search.print === 'now', () => {
    void navigate({ search: ({ print: _, ...rest }) => rest, replace: true });
  });
  return (
    <div className={styles.page} data-ready={ready}>
      <ReportBar id={id} range={range} ready={ready} onPrint={print} />
      {failed?.error && (
        <QueryError
          what="A part of the report"
          error={failed.error}
          onRetry={() => void Promise.all([days.refetch(), summary.refetch(), sleep.refetch(), catalogue.refetch()])}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls sideways, so that keys must reach it */}
      <article className={styles.report} aria-label={`Report about ${name}`} tabIndex={0}>
        <ReportHead detail={detail} place={place} madeAt={madeAt} version={status?.version} />
        <ReportPart title="Overview" note={length === 1 ? undefined : 'Means of the days with data.'}>
          <Tiles id={id} place={place} />
        </ReportPart>
        <ReportPart title="Derived metrics" note="Made by Daystream; the numbers lead to the notes at the end.">
          {summary.data && <FiguresTable catalogue={shown} summary={summary.data} />}
        </ReportPart>
        <ReportPart title="Charts" note={`Time in ${detail.participant.zone}. Shaded is time without data.`} long>
          {days.data && (
            <ReportCharts detail={detail} place={place} days={days.data} loaded={loaded} onPainted={onPainted} />
          )}
        </ReportPart>
        {length > 7 && (
          <ReportPart title="Weeks" note="Movement, sleep and wear; means of the days with a value." long>
            {summary.data && <WeeksTable summary={summary.data} />}
          </ReportPart>
        )}
        {length <= NIGHTS_UP_TO && sleep.data && sleep.data.length > 0 && (
          <ReportPart title="Sleep" note="By the day that it ended on." long>
            <NightsTable sessions={sleep.data} clock={place.clock} />
          </ReportPart>
        )}
        <ReportPart title="Coverage" note="How much of each day the watch was worn.">
          <ReportCalendar id={id} place={place} />
        </ReportPart>
        <ReportPart title="Corrections" note="What came for days that were in place, and what it changed." long>
          <ReportCorrections id={id} place={place} />
        </ReportPart>
        <ReportPart title="How the figures came about" long>
          <ReadingNotes />
          <FigureNotes catalogue={shown} />
        </ReportPart>
      </article>
    </div>
  );
}
