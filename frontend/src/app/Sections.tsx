import { Link } from '@tanstack/react-router';
import { Icon, type IconName } from '../ui/Icon';
import styles from './Shell.module.css';
import type { More } from './useMore';

interface Section {
  readonly to: '/' | '/explore' | '/sleep' | '/activity' | '/insights' | '/pipeline';
  readonly icon: IconName;
  readonly name: string;
}

const SECTIONS: readonly Section[] = [
  { to: '/', icon: 'study', name: 'Study' },
  { to: '/explore', icon: 'explore', name: 'Explore' },
  { to: '/sleep', icon: 'sleep', name: 'Sleep' },
  { to: '/activity', icon: 'activity', name: 'Activity' },
  { to: '/insights', icon: 'insights', name: 'Insights' },
  { to: '/pipeline', icon: 'pipeline', name: 'Pipeline' },
];
/** As many as a phone's bar has room for beside the button for the others. */
const IN_BAR = 5;

/** The sections; on a phone the first of them, and a button for all else. */
export function Sections({ more }: { readonly more: More }) {
  return (
    <nav className={styles.sections} aria-label="Sections">
      {SECTIONS.map((section, index) => (
        <SectionLink key={section.to} section={section} later={index >= IN_BAR} />
      ))}
      <ApiLink later />
      <button
        ref={more.button}
        type="button"
        className={`${styles.section} ${styles.moreButton}`}
        aria-expanded={more.open}
        aria-controls="more"
        onClick={more.toggle}
      >
        <Icon name="more" />
        More
      </button>
    </nav>
  );
}

/** On a phone: the sections that the bar has no room for. */
export function MoreSections() {
  return (
    <nav className={styles.moreSections} aria-label="More sections">
      {SECTIONS.slice(IN_BAR).map((section) => (
        <SectionLink key={section.to} section={section} />
      ))}
      <ApiLink />
    </nav>
  );
}

function SectionLink({ section: { to, icon, name }, later = false }: { section: Section; later?: boolean }) {
  return (
    <Link
      to={to}
      className={styles.section}
      data-later={later}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      preload="intent"
    >
      <Icon name={icon} />
      {name}
    </Link>
  );
}

function ApiLink({ later = false }: { later?: boolean }) {
  return (
    <a href="/api/docs/" className={styles.section} data-later={later}>
      <Icon name="docs" />
      API
    </a>
  );
}
