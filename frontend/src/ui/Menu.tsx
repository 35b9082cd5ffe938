import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './Icon';
import styles from './Menu.module.css';

interface Props {
  readonly label: string;
  /** Narrow, and flush with the button's right edge. */
  readonly end?: boolean;
  readonly children: ReactNode;
}

/** A button that opens a panel; Escape and a click elsewhere close it. */
export function Menu({ label, end = false, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeOutside = (event: PointerEvent) => {
      if (details.current?.open && !details.current.contains(event.target as Node)) {
        details.current.open = false;
      }
    };
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && details.current?.open) {
        details.current.open = false;
        details.current.querySelector('summary')?.focus();
      }
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('keydown', closeByKey);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('keydown', closeByKey);
    };
  }, []);
  return (
    <details ref={details} className={styles.menu} data-end={end}>
      <summary className="button">
        {label}
        <Icon name="down" />
      </summary>
      <div className={styles.panel}>{children}</div>
    </details>
  );
}
