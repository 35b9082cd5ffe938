import type { ContactLetter } from '../../api/queries/contacts';
import styles from './Form.module.css';

const WORDS = { ready: 'will be sent', sent: 'sent', refused: 'not sent', failed: 'failed' } as const;

/** Each participant's letter as it reads for them, and what becomes of it. */
export function ContactLetters({ letters }: { readonly letters: readonly ContactLetter[] }) {
  const counts = (Object.keys(WORDS) as (keyof typeof WORDS)[])
    .map((outcome) => ({ outcome, many: letters.filter((letter) => letter.outcome === outcome).length }))
    .filter(({ many }) => many > 0);
  // One letter to read at once: of those that go out if there are any.
  const first = (letters.find(({ outcome }) => outcome !== 'refused') ?? letters[0])?.participant;
  return (
    <section aria-label="Letters">
      <p role="status" className={styles.hint}>
        {counts.map(({ outcome, many }) => `${many} ${WORDS[outcome]}`).join(', ')}
      </p>
      <ul className={styles.letters}>
        {letters.map(({ participant, name, outcome, detail, subject, text }) => (
          <li key={participant}>
            <details open={participant === first}>
              <summary>
                <span>{name}</span>
                <span data-outcome={outcome}>{detail ?? WORDS[outcome]}</span>
              </summary>
              <pre>
                <strong>{subject}</strong>
                {`\n\n${text}`}
              </pre>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
