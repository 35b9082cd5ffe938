import type { Caption } from '../../charts/picture/paintFigure';
import { pngOf, save, svgOf } from '../../charts/picture/pictures';
import type { PictureStore } from '../../charts/pictureStore';
import { usePalette } from '../../charts/usePalette';
import { zoneWords } from '../../format/zones';
import { VIEWER, viewersZone } from '../../time/zoneChoice';
import { Menu } from '../../ui/Menu';
import styles from './DownloadMenu.module.css';
import { csvOf, jsonOf } from './exportFile';
import { spanWords } from './RangeBar';
import { serverExports } from './serverExport';
import type { ShownStore } from './shownStore';
import type { ExplorePlace } from './useExplorePlace';

interface Props {
  readonly place: ExplorePlace;
  readonly pictures: PictureStore;
  readonly shown: ShownStore;
}

/** Exactly what is shown, as a picture or as data. */
export function DownloadMenu({ place, pictures, shown }: Props) {
  const { clock, people, metrics, whose, search, resolution } = place;
  const zone = search.zone === VIEWER ? viewersZone() : search.zone;
  const palette = usePalette();
  const viewOf = () => pictures.all()[0]?.state.current.axis.view ?? place.limits;
  const about = () => ({
    ...{ view: viewOf(), clock, address: window.location.href },
    zone: zoneWords(clock, viewOf()),
  });
  const caption = (): Caption => ({
    title: metrics.map(({ name }) => name).join(', '),
    lines: [
      `${people.map(({ name }) => name).join(', ')} · ${spanWords(clock, viewOf())}`,
      `${whose} in ${zoneWords(clock, viewOf())}`,
    ],
    legend: people.length > 1 ? people.map(({ name, colour }) => ({ name, colour: palette[colour] })) : [],
  });
  const name = (ending: string) =>
    `daystream-${metrics.map(({ key }) => key).join('-')}-${clock.dateAt(viewOf().from)}.${ending}`;
  const kinds = [
    { group: 'Picture', label: 'PNG', ending: 'png', make: () => pngOf(pictures, caption()) },
    { group: 'Picture', label: 'SVG, for print', ending: 'svg', make: () => svgOf(pictures, caption()) },
    { group: 'Data', label: 'CSV, with coverage and reasons', ending: 'csv', make: () => csvOf(shown.all(), about()) },
    { group: 'Data', label: 'JSON', ending: 'json', make: () => jsonOf(shown.all(), about()) },
  ];
  const download = async ({ make, ending }: (typeof kinds)[number]) => {
    const blob = await make();
    if (blob) {
      save(blob, name(ending));
    }
  };
  return (
    <Menu label="Download" end>
      {['Picture', 'Data'].map((group) => (
        <fieldset key={group} className={styles.group}>
          <legend>{group}</legend>
          {kinds
            .filter((kind) => kind.group === group)
            .map((kind) => (
              <button key={kind.ending} type="button" className={styles.item} onClick={() => void download(kind)}>
                {kind.label}
              </button>
            ))}
        </fieldset>
      ))}
      <fieldset className={styles.group}>
        <legend>All data of this range</legend>
        {serverExports({
          people,
          metrics,
          view: place.zoom ?? place.limits,
          resolution,
          fill: search.fill ?? 'raw',
          zone,
        }).map(({ format, label, href }) => (
          <a key={format} className={styles.item} href={href} download>
            {label}
          </a>
        ))}
      </fieldset>
    </Menu>
  );
}
