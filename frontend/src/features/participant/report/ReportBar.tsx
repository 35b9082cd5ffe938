import { getRouteApi, Link } from '@tanstack/react-router';
import { isLocalDate } from '../../../time/localDate';
import type { DayRange } from '../../../time/range';
import { Icon } from '../../../ui/Icon';
import styles from './Report.module.css';

const route = getRouteApi('/participants/$id/report');

interface Props {
  readonly id: number;
  readonly range: DayRange;
  readonly ready: boolean;
  readonly onPrint: () => void;
}

/** What is not printed: the way back, the days, the print itself. */
export function ReportBar({ id, range, ready, onPrint }: Props) {
  const navigate = route.useNavigate();
  const change = (end: keyof DayRange, value: string) => {
    if (isLocalDate(value)) {
      void navigate({ search: { ...range, [end]: value }, replace: true });
    }
  };
  return (
    <div className={styles.bar} role="toolbar" aria-label="Report">
      <Link to="/participants/$id" params={{ id: String(id) }} search={{ view: 'custom', ...range }} className="button">
        <Icon name="left" />
        Participant
      </Link>
      <label>
        <span className="visually-hidden">First day</span>
        <input
          type="date"
          className="field"
          value={range.from}
          max={range.to}
          onChange={(event) => change('from', event.target.value)}
        />
      </label>
      <span aria-hidden="true">–</span>
      <label>
        <span className="visually-hidden">Last day</span>
        <input
          type="date"
          className="field"
          value={range.to}
          min={range.from}
          onChange={(event) => change('to', event.target.value)}
        />
      </label>
      <p className={styles.state} role="status">
        {ready ? '' : 'Gathering what the report needs'}
      </p>
      <button type="button" className="button" onClick={onPrint} aria-keyshortcuts="Control+P">
        <Icon name="print" />
        {ready ? 'Print' : 'Print when ready'}
      </button>
    </div>
  );
}
