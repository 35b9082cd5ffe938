import { useQuery } from '@tanstack/react-query';
import type { DerivedFigures } from '../../api/derived';
import { derivedMetricsQuery } from '../../api/queries/derived';
import { FigureChart } from '../../charts/derived/FigureChart';
import { Legend } from '../../charts/Legend';
import { PersonStack } from '../../charts/person/PersonStack';
import type { PersonPlace } from '../../charts/person/usePersonPlace';
import { formatRange } from '../../format/dates';
import { Section } from '../../ui/Section';
import styles from './Activity.module.css';
import { ZonesChart } from './ZonesChart';
import { ACTIVE, ZONES } from './zones';

const SHOWN = [ACTIVE, 'cadence_moderate_minutes', 'derived_resting_heart_rate'];

interface Props {
  readonly place: PersonPlace;
  readonly figures: DerivedFigures;
}

/** Day by day on one axis: time in zones, active minutes, and what they do to the heart at rest. */
export function Effort({ place, figures }: Props) {
  const { data: catalogue } = useQuery(derivedMetricsQuery);
  return (
    <Section title="Day by day" note={`${formatRange(place.range)}. A day on the axis becomes the day of the page.`}>
      <div className={`card ${styles.card}`}>
        <PersonStack place={place}>
          <ZonesChart figures={figures} />
          {SHOWN.map((key) => {
            const metric = catalogue?.find((candidate) => candidate.key === key);
            return metric && <FigureChart key={key} metric={metric} figures={figures} height={96} />;
          })}
        </PersonStack>
        <Legend label="Colours of the heart-rate zones" entries={ZONES} />
      </div>
    </Section>
  );
}
