import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CONTACTS_PER_REQUEST, previewContacts, sendContacts } from '../../api/queries/study';
import { count } from '../../format/numbers';
import { Dialog } from '../../ui/Dialog';
import { ContactLetters } from './ContactLetters';
import styles from './Form.module.css';

const SUBJECT = 'Your watch in the study';
const TEXT = `Dear {name},

your data last arrived on {lastSync}. Over the last week you wore the watch {wear7} of the time, and {nights} of {nightsOf} nights have a sleep.

Please open the app, so that the watch can pass its data on.

Your study team`;

interface Props {
  readonly participants: readonly number[];
  readonly onClose: () => void;
}

/** Writes to the chosen participants: template, preview for each, then sent. */
export function ContactDialog({ participants, onClose }: Props) {
  const queries = useQueryClient();
  const [subject, setSubject] = useState(SUBJECT);
  const [text, setText] = useState(TEXT);
  const request = { participants: participants.slice(0, CONTACTS_PER_REQUEST), subject, text };
  const preview = useMutation({ mutationFn: previewContacts });
  const send = useMutation({
    mutationFn: sendContacts,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['study'] }),
  });
  const edit = (set: (value: string) => void) => (event: { target: { value: string } }) => {
    set(event.target.value);
    preview.reset();
    send.reset();
  };
  const ready = preview.data?.filter(({ outcome }) => outcome === 'ready').length ?? 0;
  const error = send.error ?? preview.error;
  const letters = send.data ?? preview.data;
  return (
    <Dialog title={`Write to ${count(request.participants.length, 'participant')}`} onClose={onClose}>
      <div className={styles.form}>
        {participants.length > CONTACTS_PER_REQUEST && (
          <p className={styles.hint}>The first {CONTACTS_PER_REQUEST} of those chosen; the others come next.</p>
        )}
        <label>
          Subject
          <input className="field" value={subject} maxLength={200} onChange={edit(setSubject)} />
        </label>
        <label>
          Text
          <textarea className="field" value={text} maxLength={10000} onChange={edit(setText)} />
        </label>
        <p className={styles.hint}>
          Their own figures: {'{name} {lastDay} {lastSync} {daysSilent} {wear7} {wear30} {nights} {nightsOf}'}
        </p>
        {error && (
          <p role="alert" className={styles.error}>
            {error.message}
          </p>
        )}
        {letters && <ContactLetters letters={letters} />}
        <div className={styles.actions}>
          <button
            type="button"
            className="button"
            disabled={preview.isPending || send.isSuccess}
            onClick={() => preview.mutate(request)}
          >
            Preview
          </button>
          <button
            type="button"
            className="button"
            disabled={ready === 0 || send.isPending || send.isSuccess}
            onClick={() => send.mutate(request)}
          >
            {send.isPending ? 'Sending' : ready ? `Send ${count(ready, 'letter')}` : 'Send'}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
