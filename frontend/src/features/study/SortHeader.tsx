import { Link } from '@tanstack/react-router';
import tableStyles from './ParticipantTable.module.css';
import styles from './SortHeader.module.css';
import type { Sort, StudySearch } from './search';

interface Props {
  readonly sort: Sort;
  readonly search: StudySearch;
  readonly wide?: boolean;
  readonly extra?: boolean;
  readonly numeric?: boolean;
  readonly children: string;
}

/** A column's name that sorts: up, down, then by need again. The order is part of the address. */
export function SortHeader({ sort, search, wide = false, extra = false, numeric = false, children }: Props) {
  const active = (search.sort ?? 'need') === sort;
  const direction = active ? (search.order ?? 'ascending') : 'none';
  const { sort: _sort, order: _order, ...rest } = search;
  const next: StudySearch =
    direction === 'none'
      ? { ...rest, sort }
      : direction === 'ascending'
        ? { ...rest, sort, order: 'descending' }
        : rest;
  const classes = [wide && tableStyles.wide, extra && tableStyles.extra, numeric && tableStyles.numeric]
    .filter(Boolean)
    .join(' ');
  return (
    <th aria-sort={direction} className={classes}>
      <Link
        to="/"
        search={next}
        replace
        className={styles.sort}
        activeProps={{}}
        data-active={active}
        data-numeric={numeric}
      >
        {children}
        <span aria-hidden="true" className={styles.arrow}>
          {direction === 'none' ? '↕' : direction === 'ascending' ? '↑' : '↓'}
        </span>
      </Link>
    </th>
  );
}
