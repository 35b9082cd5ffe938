import { useState } from 'react';
import type { Flag } from '../../api/queries/study';
import { ContactDialog } from './ContactDialog';
import { SettingsDialog } from './SettingsDialog';
import styles from './StudyPage.module.css';

interface Props {
  readonly chosen: readonly number[];
  readonly flag: Flag | undefined;
}

/** Opens the dialogs: letters to those who are chosen, and the thresholds. */
export function StudyTools({ chosen, flag }: Props) {
  const [open, setOpen] = useState<'contact' | 'settings' | undefined>();
  const close = () => setOpen(undefined);
  return (
    <div className={styles.tools}>
      <button type="button" className="button" onClick={() => setOpen('settings')}>
        Thresholds
      </button>
      <button
        type="button"
        className="button"
        disabled={chosen.length === 0}
        title={chosen.length === 0 ? 'Choose participants in the table first' : undefined}
        onClick={() => setOpen('contact')}
      >
        {chosen.length ? `Write to ${chosen.length}` : 'Write'}
      </button>
      {open === 'settings' && <SettingsDialog onClose={close} />}
      {open === 'contact' && <ContactDialog participants={chosen} flag={flag} onClose={close} />}
    </div>
  );
}
