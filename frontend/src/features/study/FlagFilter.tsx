import { Link } from '@tanstack/react-router';
import type { StudyRow } from '../../api/queries/study';
import { formatNumber } from '../../format/numbers';
import styles from './Flags.module.css';
import { FLAG_WORDS, FLAGS } from './flags';
import type { StudySearch } from './search';

interface Props {
  readonly rows: readonly StudyRow[];
  readonly search: StudySearch;
}

/** How many have each flag; a click shows only them. */
export function FlagFilter({ rows, search }: Props) {
  const { flag: _flag, ...rest } = search;
  const choices = [
    { name: 'Everyone', next: rest, current: search.flag === undefined, count: rows.length },
    ...FLAGS.map((flag) => ({
      name: FLAG_WORDS[flag],
      next: { ...rest, flag },
      current: search.flag === flag,
      count: rows.filter(({ flags }) => flags.includes(flag)).length,
    })),
  ];
  return (
    <nav className={styles.filter} aria-label="Participants by flag">
      {choices.map(({ name, next, current, count }) => (
        <Link
          key={name}
          to="/"
          search={next}
          replace
          className="button"
          activeProps={{}}
          aria-current={current ? 'true' : undefined}
        >
          {name} <b>{formatNumber(count)}</b>
        </Link>
      ))}
    </nav>
  );
}
