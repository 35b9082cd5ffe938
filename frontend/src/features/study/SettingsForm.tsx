import type { FormEvent } from 'react';
import type { StudySettings } from '../../api/queries/study';
import styles from './Form.module.css';

interface Props {
  readonly settings: StudySettings;
  readonly saving: boolean;
  readonly error: Error | null;
  readonly onSave: (settings: StudySettings) => void;
}

interface Field {
  readonly name: keyof StudySettings;
  readonly words: string;
  /** Smallest and largest; a wall time where there are none. */
  readonly limits?: readonly [number, number];
}

const GROUPS: readonly (readonly [string, readonly Field[]])[] = [
  [
    'Flags',
    [
      { name: 'silentHours', words: '“No data” after hours', limits: [1, 2160] },
      { name: 'sleepNights', words: '“Few nights” below, of 7', limits: [0, 7] },
      { name: 'wearPercent', words: '“Low wear” below, %', limits: [0, 100] },
    ],
  ],
  [
    'Letters',
    [
      { name: 'repeatHours', words: 'Not twice within hours', limits: [0, 2160] },
      { name: 'freshHours', words: 'Not within hours after new data', limits: [0, 2160] },
      { name: 'quietFrom', words: 'Quiet from (participant’s clock)' },
      { name: 'quietUntil', words: 'Quiet until' },
    ],
  ],
];

/** Changes all settings at once. */
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
      restingHeartRate: form.get('restingHeartRate') === 'daystream' ? 'daystream' : 'vendor',
    });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {GROUPS.map(([title, fields]) => (
        <fieldset key={title} className={styles.group}>
          <legend>{title}</legend>
          <div className={styles.fields}>
            {fields.map((field) => (
              <Setting key={field.name} field={field} value={settings[field.name]} />
            ))}
          </div>
        </fieldset>
      ))}
      <fieldset className={styles.group}>
        <legend>Pages and reports</legend>
        <div className={styles.fields}>
          <label>
            Resting heart rate shown first
            <select className="field" name="restingHeartRate" defaultValue={settings.restingHeartRate}>
              <option value="vendor">The vendor’s</option>
              <option value="daystream">Daystream’s (derived)</option>
            </select>
          </label>
        </div>
      </fieldset>
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

function Setting({ field, value }: { readonly field: Field; readonly value: string | number }) {
  const { name, words, limits } = field;
  // The browser's own field for times may show another clock than the one of all pages.
  const kind = limits
    ? { type: 'number', min: limits[0], max: limits[1] }
    : { pattern: '([01][0-9]|2[0-3]):[0-5][0-9]', title: 'A time of day such as 21:00' };
  return (
    <label>
      {words}
      <input className="field" name={name} {...kind} required defaultValue={value} />
    </label>
  );
}
