import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { previewContacts, sendContacts } from '../../api/queries/contacts';
import type { Flag } from '../../api/queries/study';
import { count } from '../../format/numbers';
import { Dialog } from '../../ui/Dialog';
import { ContactForm } from './ContactForm';
import { ContactLetters } from './ContactLetters';
import styles from './Form.module.css';
import { templateFor } from './templates';

interface Props {
  readonly participants: readonly number[];
  /** That they were listed by, if they were. */
  readonly flag: Flag | undefined;
  readonly onClose: () => void;
}

/** Writes to the chosen participants: template, preview for each, then sent. */
export function ContactDialog({ participants, flag, onClose }: Props) {
  const queries = useQueryClient();
  const [letter, setLetter] = useState(() => ({ subject: templateFor(flag).subject, text: templateFor(flag).text }));
  const request = { participants: [...participants], ...letter };
  const preview = useMutation({ mutationFn: previewContacts });
  const send = useMutation({
    mutationFn: sendContacts,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['study'] }),
        queries.invalidateQueries({ queryKey: ['contacts'] }),
      ]),
  });
  const ready = preview.data?.filter(({ outcome }) => outcome === 'ready').length ?? 0;
  const error = send.error ?? preview.error;
  const letters = send.data ?? preview.data;
  const change = (next: typeof letter) => {
    setLetter(next);
    preview.reset();
    send.reset();
  };
  return (
    <Dialog title={`Write to ${count(participants.length, 'participant')}`} onClose={onClose}>
      <div className={styles.form}>
        {!send.isSuccess && <ContactForm letter={letter} disabled={send.isPending} onChange={change} />}
        {error && (
          <p role="alert" className={styles.error}>
            {error.message}
          </p>
        )}
        {letters && <ContactLetters letters={letters} />}
        <div className={styles.actions}>
          {send.isSuccess ? (
            <button type="button" className="button" onClick={onClose}>
              Done
            </button>
          ) : (
            <>
              <button
                type="button"
                className="button"
                disabled={preview.isPending || send.isPending}
                onClick={() => preview.mutate(request)}
              >
                {preview.isPending ? 'Making the preview' : 'Preview'}
              </button>
              <button
                type="button"
                className="button"
                disabled={ready === 0 || send.isPending}
                title={preview.data ? undefined : 'Look at the preview first'}
                onClick={() => send.mutate(request)}
              >
                {send.isPending ? 'Sending' : ready ? `Send ${count(ready, 'letter')}` : 'Send'}
              </button>
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}
