import styles from '../../charts/download/Download.module.css';
import { ServerFiles } from '../../charts/download/ServerFiles';
import { seriesFiles } from '../../charts/download/serverFiles';
import type { Caption } from '../../charts/picture/paintFigure';
import { pngOf, save, svgOf } from '../../charts/picture/pictures';
import type { PictureStore } from '../../charts/pictureStore';
import { usePalette } from '../../charts/usePalette';
import { zoneWords } from '../../format/zones';
import { VIEWER, viewersZone } from '../../time/zoneChoice';
import { Menu } from '../../ui/Menu';
import { csvOf, jsonOf } from './exportFile';
import { spanWords } from './RangeBar';
import type { ShownStore } from './shownStore';
import type { ExplorePlace } from './useExplorePlace';

const IMPUTED_WORDS = 'dashed on a hatch: imputed; the hatch is as high as the part of the time it stands for';

interface Props {
  readonly place: ExplorePlace;
  readonly pictures: PictureStore;
  readonly shown: ShownStore;
}

/** Exactly what is shown, as a picture or as data. */
export function DownloadMenu({ place, pictures, shown }: Props) {
  const { clock, people, metrics, rows: choices, whose, search, resolution } = place;
  const zone = search.zone === VIEWER ? viewersZone() : search.zone;
  const palette = usePalette();
  const viewOf = () => pictures.all()[0]?.state.current.axis.view ?? place.limits;
  const about = () => ({
    ...{ view: viewOf(), clock, address: window.location.href },
    zone: zoneWords(clock, viewOf()),
  });
  const rows = () => shown.all(viewOf(), clock);
  const caption = (): Caption => ({
    title: choices.map(({ name }) => name).join(', '),
    lines: [
      `${people.map(({ name }) => name).join(', ')} · ${spanWords(clock, viewOf())}`,
      `${whose} in ${zoneWords(clock, viewOf())}${search.fill ? ` · ${IMPUTED_WORDS}` : ''}`,
    ],
    legend: people.length > 1 ? people.map(({ name, colour }) => ({ name, colour: palette[colour] })) : [],
  });
  const name = (ending: string) =>
    `daystream-${choices.map(({ key }) => key).join('-')}-${clock.dateAt(viewOf().from)}.${ending}`;
  const kinds = [
    { group: 'Picture', label: 'PNG', ending: 'png', make: () => pngOf(pictures, caption()) },
    { group: 'Picture', label: 'SVG, for print', ending: 'svg', make: () => svgOf(pictures, caption()) },
    { group: 'Data', label: 'CSV, with coverage and reasons', ending: 'csv', make: () => csvOf(rows(), about()) },
    { group: 'Data', label: 'JSON', ending: 'json', make: () => jsonOf(rows(), about()) },
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
      <ServerFiles
        legend="All data of this range"
        files={seriesFiles({
          people,
          metrics: metrics.map(({ key }) => key),
          view: place.zoom ?? place.limits,
          resolution,
          fill: search.fill ?? 'raw',
          zone,
        })}
      />
    </Menu>
  );
}
