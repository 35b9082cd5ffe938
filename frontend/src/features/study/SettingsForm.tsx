import type { FormEvent } from 'react';
import type { StudySettings } from '../../api/queries/study';
import styles from './Form.module.css';

interface Props {
  readonly settings: StudySettings;
  readonly saving: boolean;
  readonly error: Error | null;
  readonly onSave: (settings: StudySettings) => void;
}

const NUMBERS = [
  ['silentHours', '“No data” after hours', 1, 2160],
  ['sleepNights', '“Few nights” below, of 7', 0, 7],
  ['wearPercent', '“Low wear” below, %', 0, 100],
  ['repeatHours', 'Not twice within hours', 0, 2160],
  ['freshHours', 'Not within hours after new data', 0, 2160],
] as const;
const TIMES = [
  ['quietFrom', 'Quiet from (participant’s clock)'],
  ['quietUntil', 'Quiet until'],
] as const;

export function SettingsForm({ settings, saving, error, onSave }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const number = (name: keyof StudySettings) => Number(form.get(name));
    onSave({
      silentHours: number('silentHours'),
      sleepNights: number('sleepNights'),
      wearPercent: number('wearPercent'),
      repeatHours: number('repeatHours'),
      freshHours: number('freshHours'),
      quietFrom: String(form.get('quietFrom')),
      quietUntil: String(form.get('quietUntil')),
    });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.fields}>
        {NUMBERS.map(([name, words, min, max]) => (
          <label key={name}>
            {words}
            <input
              className="field"
              type="number"
              name={name}
              min={min}
              max={max}
              required
              defaultValue={settings[name]}
            />
          </label>
        ))}
        {TIMES.map(([name, words]) => (
          <label key={name}>
            {words}
            <input className="field" type="time" name={name} required defaultValue={settings[name]} />
          </label>
        ))}
      </div>
      {error && (
        <p role="alert" className={styles.error}>
          Not saved: {error.message}
        </p>
      )}
      <div className={styles.actions}>
        <button type="submit" className="button" disabled={saving}>
          {saving ? 'Saving' : 'Save'}
        </button>
      </div>
    </form>
  );
}
