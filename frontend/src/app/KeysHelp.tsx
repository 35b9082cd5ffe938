import { useEffect, useState } from 'react';
import { Dialog } from '../ui/Dialog';
import styles from './KeysHelp.module.css';

const KEYS: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'Everywhere',
    [
      ['Tab', 'the next control; with Shift the one before. The first one skips to the content.'],
      ['Esc', 'closes a menu, a panel or a window, and goes back to what opened it'],
      ['?', 'opens and closes this list'],
    ],
  ],
  [
    'On charts, once Tab has reached them',
    [
      ['+ −', 'closer and further, around the cursor'],
      ['← →', 'earlier and later, by a quarter'],
      ['0', 'shows all; so does Esc'],
    ],
  ],
  ['On the map of the whole history', [['← →', 'moves the part in view; with Shift it becomes shorter or longer']]],
];

/** The keys that pages listen to; a button and `?` open the list. */
export function KeysHelp() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) {
        setOpen((before) => !before);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className="button button-icon button-quiet"
        aria-label="Keys"
        title="Keys: ?"
        onClick={() => setOpen(true)}
      >
        ?
      </button>
      {open && (
        <Dialog title="Keys" onClose={() => setOpen(false)}>
          {KEYS.map(([where, keys]) => (
            <section key={where} className={styles.part}>
              <h3>{where}</h3>
              <dl className={styles.keys}>
                {keys.map(([key, does]) => (
                  <div key={key}>
                    <dt>
                      <kbd>{key}</kbd>
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </Dialog>
      )}
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type))
  );
}
