import styles from './Download.module.css';
import type { ServerFile } from './serverFiles';

interface Props {
  /** What the files hold, and of which time. */
  readonly legend: string;
  readonly files: readonly ServerFile[];
}

/** A group of a download menu: files that the server makes, in each format. */
export function ServerFiles({ legend, files }: Props) {
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      {files.map(({ format, label, href }) => (
        <a key={format} className={styles.item} href={href} download>
          {label}
        </a>
      ))}
    </fieldset>
  );
}
