import styles from './Form.module.css';
import { PLACEHOLDERS, TEMPLATES } from './templates';

interface Letter {
  readonly subject: string;
  readonly text: string;
}

interface Props {
  readonly letter: Letter;
  readonly disabled: boolean;
  readonly onChange: (letter: Letter) => void;
}

/** Subject and text of a letter, from a template or one's own. */
export function ContactForm({ letter, disabled, onChange }: Props) {
  const template = TEMPLATES.find(({ subject, text }) => subject === letter.subject && text === letter.text);
  return (
    <fieldset className={styles.plain} disabled={disabled}>
      <label>
        Template
        <select
          className="field"
          value={template?.name ?? ''}
          onChange={({ target }) => {
            const chosen = TEMPLATES.find(({ name }) => name === target.value);
            if (chosen) {
              onChange({ subject: chosen.subject, text: chosen.text });
            }
          }}
        >
          {!template && <option value="">Own words</option>}
          {TEMPLATES.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        Subject
        <input
          className="field"
          value={letter.subject}
          maxLength={200}
          onChange={({ target }) => onChange({ ...letter, subject: target.value })}
        />
      </label>
      <label>
        Text
        <textarea
          className="field"
          value={letter.text}
          maxLength={10000}
          onChange={({ target }) => onChange({ ...letter, text: target.value })}
        />
      </label>
      <p className={styles.hint}>
        Placeholders for each participant’s own values: <code>{PLACEHOLDERS.map((name) => `{${name}}`).join(' ')}</code>
        . Wear and nights are sent only while their period ends within the last 7 days.
      </p>
    </fieldset>
  );
}
