import type { ParticipantDetail } from '../../api/client';
import { FigurePanel } from '../../charts/derived/FigurePanel';
import { FigureTiles } from '../../charts/derived/FigureTiles';
import { formatDate } from '../../format/dates';
import { Section } from '../../ui/Section';
import { withFigure } from './search';
import type { ParticipantPlace } from './usePlace';

const FIGURES = [
  'derived_resting_heart_rate',
  'night_hrv',
  'hrv_deviation',
  'sleep_duration',
  'sleep_quality_score',
  'sleep_regularity',
  'sleep_efficiency',
  'zone_active_minutes',
  'cadence_moderate_minutes',
  'cadence_vigorous_minutes',
];

/** Daystream's own figures of the last day in the range; each opens how it came about. */
export function Derived({ detail, place }: { readonly detail: ParticipantDetail; readonly place: ParticipantPlace }) {
  const { range, search, go, clock, shown } = place;
  const { id } = detail.participant;
  const choose = (figure: string | undefined) => go(withFigure(search, figure), true);
  return (
    <Section
      title="Derived figures"
      note={`${formatDate(range.to)} against the 30 days before; the line shows 90 days on the usual band. Each opens how it came about.`}
    >
      <FigureTiles participant={id} date={range.to} figures={FIGURES} chosen={search.figure} onChoose={choose} />
      {search.figure !== undefined && (
        <FigurePanel
          key={search.figure}
          participant={id}
          figure={search.figure}
          date={range.to}
          clock={clock}
          shown={shown.clock}
          figures={FIGURES}
          onClose={() => choose(undefined)}
        />
      )}
    </Section>
  );
}
