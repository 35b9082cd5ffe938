import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './Icon';
import styles from './SidePanel.module.css';

interface Props {
  /** What the panel is, for those who cannot see it. */
  readonly label: string;
  readonly title: string;
  readonly note?: string;
  /** Leaves more of the page in sight. */
  readonly narrow?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Stands beside the page, on a phone above its foot; Escape within closes it. */
export function SidePanel({ label, title, note, narrow = false, onClose, children }: Props) {
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    opener.current = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (opener.current instanceof HTMLElement && opener.current.isConnected) {
        opener.current.focus({ preventScroll: true });
      }
    };
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && panel.current?.contains(document.activeElement)) {
        onClose();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <aside ref={panel} className={styles.panel} data-narrow={narrow} aria-label={label} tabIndex={-1}>
      <header className={styles.head}>
        <div>
          <h2>{title}</h2>
          {note && <p className={styles.note}>{note}</p>}
        </div>
        <button type="button" className="button button-icon button-quiet" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className={styles.body}>{children}</div>
    </aside>
  );
}
