import styles from './Skeleton.module.css';

/** A quiet block in the place and size of what is on its way. */
export function Skeleton({
  height,
  width = '100%',
}: {
  readonly height: number | string;
  readonly width?: number | string;
}) {
  return <span className={styles.skeleton} style={{ height, width }} aria-hidden="true" />;
}
