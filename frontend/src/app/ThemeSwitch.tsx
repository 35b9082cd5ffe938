import { useState } from 'react';
import { Icon, type IconName } from '../ui/Icon';
import { applyTheme, storedTheme, type Theme } from './theme';

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const ICONS: Record<Theme, IconName> = { system: 'system', light: 'sun', dark: 'moon' };

/** Goes through system, light and dark. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(storedTheme);
  const change = () => {
    applyTheme(NEXT[theme]);
    setTheme(NEXT[theme]);
  };
  const words = `Colours: ${theme}. Change to ${NEXT[theme]}.`;
  return (
    <button type="button" className="button button-icon button-quiet" onClick={change} aria-label={words} title={words}>
      <Icon name={ICONS[theme]} />
    </button>
  );
}
