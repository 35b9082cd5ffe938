import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { ParticipantDetail } from '../../../api/client';
import { derivedMetricsQuery } from '../../../api/queries/derived';
import { metricsQuery } from '../../../api/queries/metrics';
import { formatDate } from '../../../format/dates';
import type { LocalDate } from '../../../time/localDate';
import { daysIn } from '../../../time/range';
import { walk, yearsOf } from '../../../time/yearGrid';
import { QueryError } from '../../../ui/QueryError';
import { Section } from '../../../ui/Section';
import { useSeen } from '../../../ui/useSeen';
import { oneDay, withCalendar } from '../search';
import type { ParticipantPlace } from '../usePlace';
import styles from './Calendar.module.css';
import { RampLegend } from './RampLegend';
import { ShowChoice } from './ShowChoice';
import { chosenShow, showGroups } from './shows';
import { useCalendar } from './useCalendar';
import { useNewestInSight } from './useNewestInSight';
import { YearBlock } from './YearBlock';

interface Props {
  readonly detail: ParticipantDetail;
  readonly place: ParticipantPlace;
}

/** Every day of the history in one picture: wear, any metric or any derived figure, year by year, newest first. */
export function Calendar({ detail, place }: Props) {
  const { participant } = detail;
  const { search, go, range, lastDay } = place;
  const [element, seen] = useSeen<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement>(null);
  const groups = useShowGroups(detail);
  const show = chosenShow(groups, search.calendar);
  const firstDay = participant.firstDay ?? lastDay;
  const history = useMemo(() => ({ from: firstDay, to: lastDay }), [firstDay, lastDay]);
  const yearList = useMemo(() => yearsOf(history), [history]);
  const { years, ramp, error, retry } = useCalendar(participant.id, history, yearList, show, seen);
  const [under, setUnder] = useState<LocalDate>();
  const [walked, setWalked] = useState<LocalDate>();
  const active = walked ?? (range.to < history.from ? history.from : range.to > history.to ? history.to : range.to);
  const shown = daysIn(range) <= 31 ? range : undefined;
  useNewestInSight(scroller, lastDay, seen);

  const open = (date: LocalDate) => {
    go(oneDay(search, date));
    document.getElementById('content')?.focus();
    window.scrollTo(0, 0);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const date = dateOf(event.target);
    if (date === undefined || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const next = walk(date, event.key, history);
    if (next !== undefined) {
      setWalked(next);
      scroller.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      open(date);
    } else {
      return;
    }
    event.preventDefault();
  };
  const words = under && years.map((year) => year?.get(under)?.words).find(Boolean);
  return (
    <Section
      title="Calendar"
      note={`${show.name}: ${show.what}. Every day since the first one, newest year first.`}
      controls={
        <ShowChoice groups={groups} chosen={show.key} onChoose={(key) => go(withCalendar(search, key), true)} />
      }
    >
      <div ref={element} className={`card ${styles.card}`} style={{ '--hue': `var(--${show.hue})` } as never}>
        <p className={styles.readout}>
          {under
            ? `${formatDate(under)}: ${words ?? 'no value'}`
            : 'Point at a day, or walk with the arrow keys. A click or Enter opens it.'}
        </p>
        {error ? (
          <QueryError what="The calendar" error={error} onRetry={retry} />
        ) : (
          // biome-ignore lint/a11y/noStaticElementInteractions: the cells of the grids within take focus, keys and clicks
          <div
            ref={scroller}
            className={styles.years}
            aria-busy={seen && years.some((year) => year === undefined)}
            // It scrolls on a phone; until its days can be walked, keys have to reach it by itself.
            tabIndex={years.every((year) => year === undefined) ? 0 : undefined}
            onKeyDown={onKeyDown}
            onClick={({ target }) => {
              const date = dateOf(target);
              date && open(date);
            }}
            onPointerOver={({ target }) => setUnder(dateOf(target))}
            onPointerLeave={() => setUnder(undefined)}
            onFocus={({ target }) => setUnder(dateOf(target))}
            onBlur={() => setUnder(undefined)}
          >
            {yearList.map((year, index) => (
              <YearBlock
                key={year}
                year={year}
                history={seen ? history : undefined}
                show={show}
                marks={years[index]}
                ramp={ramp}
                active={Number(active.slice(0, -6)) === year ? active : undefined}
                shown={shown}
              />
            ))}
          </div>
        )}
        <RampLegend show={show} ramp={ramp} years={years} />
      </div>
    </Section>
  );
}

function dateOf(target: EventTarget): LocalDate | undefined {
  return (target as HTMLElement).dataset?.date;
}

function useShowGroups(detail: ParticipantDetail) {
  const { data: catalogue } = useQuery(metricsQuery);
  const { data: derived } = useQuery(derivedMetricsQuery);
  return useMemo(() => showGroups(detail, catalogue ?? [], derived ?? []), [detail, catalogue, derived]);
}
