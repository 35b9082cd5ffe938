import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { saveEmail } from '../../api/queries/contacts';
import styles from './Letters.module.css';

/** Whether there is an address to write to, and a place to change it. The address itself is not shown. */
export function Address({ id, hasEmail }: { readonly id: number; readonly hasEmail: boolean }) {
  const queries = useQueryClient();
  const [editing, setEditing] = useState(false);
  const save = useMutation({
    mutationFn: (email: string | null) => saveEmail(id, email),
    onSuccess: async () => {
      setEditing(false);
      await queries.invalidateQueries({ queryKey: ['contacts', id] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(String(new FormData(event.currentTarget).get('email')));
  };
  return (
    <div className={styles.address}>
      <p>{hasEmail ? 'There is an e-mail address.' : 'There is no e-mail address, so no letter can go out.'}</p>
      {editing ? (
        <form onSubmit={submit}>
          <input
            className="field"
            type="email"
            name="email"
            aria-label="E-mail address"
            placeholder="alice@example.org"
            maxLength={254}
            required
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: the field stands where the button was
            autoFocus
          />
          <button type="submit" className="button" disabled={save.isPending}>
            Save
          </button>
          <button type="button" className="button button-quiet" onClick={() => setEditing(false)}>
            Cancel
          </button>
        </form>
      ) : (
        <button type="button" className="button" onClick={() => setEditing(true)}>
          {hasEmail ? 'Change address' : 'Add address'}
        </button>
      )}
      {hasEmail && !editing && (
        <button
          type="button"
          className="button button-quiet"
          disabled={save.isPending}
          onClick={() => save.mutate(null)}
        >
          Forget address
        </button>
      )}
      {save.error && (
        <p role="alert" className={styles.error}>
          Not saved: {save.error.message}
        </p>
      )}
    </div>
  );
}
