import { Outlet } from '@tanstack/react-router';
import { useRef } from 'react';
import { LiveIndicator } from '../live/LiveIndicator';
import { Brand } from './Brand';
import { ConnectionNotice } from './ConnectionNotice';
import { KeysHelp } from './KeysHelp';
import { ParticipantList } from './ParticipantList';
import { MoreSections, Sections } from './Sections';
import styles from './Shell.module.css';
import { ThemeSwitch } from './ThemeSwitch';
import { useMore } from './useMore';
import { ZoneSwitch } from './ZoneSwitch';

/** What stays in place on every page: sections, participants, the clock, the live state and the colours. */
export function Shell() {
  const side = useRef<HTMLElement>(null);
  const more = useMore(side);
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        Skip to content
      </a>
      <aside ref={side} className={styles.side} data-more={more.open} aria-label="Daystream">
        <Brand />
        <Sections more={more} />
        <div id="more" className={styles.more}>
          <MoreSections />
          <div className={styles.people}>
            <ParticipantList />
          </div>
          <footer className={styles.foot}>
            <ZoneSwitch />
            <div className={styles.state}>
              <LiveIndicator />
              <KeysHelp />
              <ThemeSwitch />
            </div>
          </footer>
        </div>
      </aside>
      <main id="content" className={styles.main} tabIndex={-1}>
        <ConnectionNotice />
        <Outlet />
      </main>
    </div>
  );
}
