import { formatDate } from '../../format/dates';
import { Section } from '../../ui/Section';
import { FigurePanel } from '../derived/FigurePanel';
import { FigureTiles } from '../derived/FigureTiles';
import type { PersonPlace } from './usePersonPlace';

interface Props {
  readonly place: PersonPlace;
  readonly figures: readonly string[];
}

/** Derived figures of the page's day; each opens how it came about. */
export function DayFigures({ place, figures }: Props) {
  const { id, date, clock, shown, figure, change } = place;
  return (
    <Section
      title="Figures of the day"
      note={`${formatDate(date)} against the person’s own 30 days before. Each opens how it came about.`}
    >
      <FigureTiles
        participant={id}
        date={date}
        figures={figures}
        chosen={figure}
        onChoose={(next) => change({ figure: next }, true)}
      />
      {figure !== undefined && (
        <FigurePanel
          key={figure}
          participant={id}
          figure={figure}
          date={date}
          clock={clock}
          shown={shown.clock}
          figures={figures}
          onClose={() => change({ figure: undefined }, true)}
        />
      )}
    </Section>
  );
}
