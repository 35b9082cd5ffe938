import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Participant } from '../../api/client';
import type { Columns } from '../../api/columns';
import { formatAgo, formatPlainDate } from '../../format/dates';
import { freshness } from '../../format/freshness';
import { count, formatNumber } from '../../format/numbers';
import { wallClock } from '../../time/zone';
import { FreshnessDot } from '../../ui/FreshnessDot';
import { useNow } from '../../ui/useNow';
import styles from './ParticipantTable.module.css';
import { daysSpanned, wearWords } from './rows';
import { Sparkline } from './Sparkline';

interface Props {
  readonly participant: Participant;
  readonly steps: Columns | undefined;
}

export function ParticipantRow({ participant, steps }: Props) {
  const now = useNow(60_000);
  const { id, name, externalId, zone, sources, lastDay, lastDelivery, wear30 } = participant;
  const clock = useMemo(() => wallClock([{ validFrom: null, zone }]), [zone]);
  return (
    <tr className={styles.row}>
      <td>
        <span className={styles.name}>
          <FreshnessDot freshness={freshness(lastDelivery, now)} />
          <Link to="/participants/$id" params={{ id: String(id) }} preload="intent">
            {name}
          </Link>
          {externalId && !name.includes(externalId) && <span className={styles.muted}>{externalId}</span>}
        </span>
      </td>
      <td className={`${styles.wide} ${styles.muted}`}>{zone}</td>
      <td className={`${styles.wide} ${styles.muted}`}>{sources.join(', ')}</td>
      <td>{lastDay ? formatPlainDate(lastDay) : <span className={styles.muted}>no data yet</span>}</td>
      <td className={`${styles.wide} ${styles.muted}`}>
        {lastDelivery ? formatAgo(Date.parse(lastDelivery), now) : '–'}
      </td>
      <td className={`${styles.wide} ${styles.numeric}`}>{count(daysSpanned(participant), 'day')}</td>
      <td className={`${styles.wide} ${styles.numeric}`} title={wearWords(participant)}>
        {wear30.share === null ? '–' : `${formatNumber(100 * wear30.share)} %`}
      </td>
      <td className={styles.steps}>
        {steps && lastDay && <Sparkline steps={steps} lastDay={lastDay} clock={clock} />}
      </td>
    </tr>
  );
}
