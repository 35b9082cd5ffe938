import type { Schemas } from '../../api/client';
import { lackWords } from '../../api/derivedReasons';
import { formatDateTime, formatShortDate, formatTimeSpan } from '../../format/dates';
import { count, formatMinutes, formatNumber } from '../../format/numbers';
import type { WallClock } from '../../time/zone';
import { Deliveries } from './Deliveries';
import styles from './Explanation.module.css';
import { coverageWords, figureText } from './usual';

type Explained = Schemas['DerivedExplanation'];

interface Props {
  readonly explanation: Explained;
  readonly clock: WallClock;
}

/** Formula, what it found, what it was made from, and whose formula it is. */
export function Explanation({ explanation, clock }: Props) {
  const { figure, value, coverage, reason, missing, computedAt, workings, stretches, inputs } = explanation;
  const nap = reason === 'no-main-sleep' ? workings.find(({ name }) => name === 'nap') : undefined;
  return (
    <div className={styles.explanation}>
      <p className={styles.value}>
        <strong>{value === null ? 'No value' : figureText(figure, value)}</strong>
        <span className={styles.note}>
          {[
            reason ? lowerFirst(lackWords(reason, missing)) + (nap ? `; nap ${formatMinutes(nap.value)}` : '') : '',
            coverageWords(coverage),
            `version ${figure.version}`,
            computedAt === null ? '' : `made ${formatDateTime(clock, computedAt)}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <p>{figure.meaning}</p>
      <Part title="Formula">
        <p>{figure.formula}</p>
        <p className={styles.note}>
          Coverage: {lowerFirst(figure.coverage)} At least {formatNumber(figure.minimumCoverage * 100)} % for a value.
        </p>
      </Part>
      {figure.parameters.length > 0 && (
        <Part title="Parameters">
          <Facts rows={figure.parameters.map((p) => [words(p.name), quantity(p.value, p.unit), p.meaning])} />
        </Part>
      )}
      {(workings.length > 0 || stretches.length > 0) && (
        <Part title="On the way">
          <Facts rows={workings.map((working) => [working.name, quantity(working.value, working.unit), ''])} />
          <Stretches stretches={stretches} clock={clock} />
        </Part>
      )}
      <Part title="Made from">
        <Deliveries inputs={inputs} />
      </Part>
      <Part title="Limits">
        <p>{figure.limits}</p>
      </Part>
      <Part title="Literature">
        <References references={figure.references} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Facts({ rows }: { readonly rows: readonly (readonly [string, string, string])[] }) {
  return (
    <dl className={styles.facts}>
      {rows.map(([name, value, meaning]) => (
        <div key={`${name} ${value}`} title={meaning || undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {meaning && <dd className={styles.meaning}>{meaning}</dd>}
        </div>
      ))}
    </dl>
  );
}

const SHOWN_STRETCHES = 6;

function Stretches({ stretches, clock }: { readonly stretches: Explained['stretches']; readonly clock: WallClock }) {
  const more = stretches.length - SHOWN_STRETCHES;
  return (
    <ul className={styles.list}>
      {stretches.slice(0, SHOWN_STRETCHES).map(({ what, start, end }) => (
        <li key={`${what} ${start}`}>
          {what} {formatShortDate(clock.dateAt(Date.parse(start)))},{' '}
          {formatTimeSpan(clock, { from: Date.parse(start), to: Date.parse(end) })}
        </li>
      ))}
      {more > 0 && <li className={styles.note}>and {count(more, 'more stretch', 'more stretches')}</li>}
    </ul>
  );
}

function References({ references }: { readonly references: Explained['figure']['references'] }) {
  return (
    <ul className={styles.list}>
      {references.map(({ authors, year, title, journal, doi }) => (
        <li key={title}>
          {authors} ({year}). <cite>{title}</cite>. {journal}
          {doi && (
            <>
              {', '}
              <a className={styles.link} href={`https://doi.org/${doi}`} target="_blank" rel="noreferrer">
                doi:{doi}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function quantity(value: number, unit: string): string {
  const shown = formatNumber(value, Number.isInteger(value) ? 0 : Math.abs(value) < 10 ? 2 : 1);
  return unit === '1' || unit === '' ? shown : `${shown} ${unit.replace(/^\{(.*?)\}/, '$1')}`;
}

function words(name: string): string {
  return name.replaceAll('_', ' ');
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
