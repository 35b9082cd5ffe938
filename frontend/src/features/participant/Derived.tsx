import { useQuery } from '@tanstack/react-query';
import type { ParticipantDetail } from '../../api/client';
import { summaryQuery } from '../../api/queries/summary';
import { FigurePanel } from '../../charts/derived/FigurePanel';
import { FigureTiles } from '../../charts/derived/FigureTiles';
import { FigureWords } from '../../charts/derived/FigureWords';
import { formatDate, formatRange, formatShortDate } from '../../format/dates';
import { daysIn } from '../../time/range';
import { Section } from '../../ui/Section';
import { DERIVED_FIGURES } from './derivedFigures';
import { withFigure } from './search';
import type { ParticipantPlace } from './usePlace';

/** Derived metrics of the range: of its day, or the means of its days; each opens how it came about. */
export function Derived({ detail, place }: { readonly detail: ParticipantDetail; readonly place: ParticipantPlace }) {
  const { range, search, go, clock, shown } = place;
  const { id } = detail.participant;
  const days = daysIn(range);
  const { data: summary } = useQuery(summaryQuery(id, range));
  // What stands among the daily values above is not told twice.
  const figures = DERIVED_FIGURES.filter((key) => !summary?.derived.some((one) => one.key === key && one.headline));
  const note =
    days === 1
      ? `${formatDate(range.to)} against the 30 days before; the line shows 90 days on the usual band. Each opens how it came about.`
      : `Means of ${formatRange(range)} against the 30 days before ${formatShortDate(range.from)}. Each opens how that of ${formatShortDate(range.to)}, the last day, came about.`;
  const choose = (figure: string | undefined) => go(withFigure(search, figure), true);
  return (
    <Section title="Derived figures" note={note}>
      <FigureTiles
        participant={id}
        date={range.to}
        days={days}
        figures={figures}
        chosen={search.figure}
        onChoose={choose}
      />
      <FigureWords figures={figures} />
      {search.figure !== undefined && (
        <FigurePanel
          key={search.figure}
          participant={id}
          figure={search.figure}
          date={range.to}
          clock={clock}
          shown={shown.clock}
          figures={DERIVED_FIGURES}
          onClose={() => choose(undefined)}
        />
      )}
    </Section>
  );
}
