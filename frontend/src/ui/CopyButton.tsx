import { useEffect, useState } from 'react';
import { Icon } from './Icon';

const SAID_FOR = 2_000;

/** Puts a text into the clipboard and says so. */
export function CopyButton({ text, what }: { readonly text: string; readonly what: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state !== 'idle') {
      const timer = setTimeout(() => setState('idle'), SAID_FOR);
      return () => clearTimeout(timer);
    }
  }, [state]);
  const copy = () =>
    // Without TLS and off the loopback a browser has no clipboard.
    (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  return (
    <button type="button" className="button" onClick={() => void copy()} aria-label={`Copy ${what}`}>
      <Icon name="copy" />
      <span aria-live="polite">
        {state === 'copied' ? 'Copied' : state === 'refused' ? 'Not allowed here' : 'Copy'}
      </span>
    </button>
  );
}
