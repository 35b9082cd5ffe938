import type { Participant } from '../../api/client';
import { FillSwitch } from '../../charts/FillSwitch';
import { MetricMenu } from '../../charts/MetricMenu';
import type { PictureStore } from '../../charts/pictureStore';
import { DownloadMenu } from './DownloadMenu';
import styles from './ExplorePage.module.css';
import { PeopleMenu } from './PeopleMenu';
import type { ShownStore } from './shownStore';
import type { ExplorePlace } from './useExplorePlace';

interface Props {
  readonly place: ExplorePlace;
  readonly everyone: readonly Participant[];
  readonly pictures: PictureStore;
  readonly shown: ShownStore;
}

/** Who and what; and the way out. */
export function Toolbar({ place, everyone, pictures, shown }: Props) {
  const { people, rows, offers, change } = place;
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Explorer">
      <h1 className={styles.title}>Explore</h1>
      <PeopleMenu
        everyone={everyone}
        chosen={people}
        onChange={(ids) => change({ people: ids.join(','), point: undefined })}
      />
      <MetricMenu
        offers={offers}
        chosen={rows.map(({ key }) => key)}
        onChange={(keys) => change({ metrics: keys, point: undefined })}
      />
      <ul className={styles.people} aria-label="Participants shown">
        {people.map(({ id, name, colour }) => (
          <li key={id} className={styles.person}>
            {people.length > 1 && <span className={styles.dot} style={{ background: `var(--${colour})` }} />}
            {name}
          </li>
        ))}
      </ul>
      <FillSwitch
        on={place.search.fill === 'both'}
        onChange={(on) => place.change({ fill: on ? 'both' : undefined }, true)}
        participants={people.map(({ id }) => id)}
        metrics={place.metrics}
        view={place.zoom ?? place.limits}
        clock={place.clock}
      />
      <DownloadMenu place={place} pictures={pictures} shown={shown} />
    </div>
  );
}
