import { PersonPage } from '../../charts/person/PersonPage';

/** Effort over days and weeks. */
export function ActivityPage() {
  return <PersonPage title="Activity">{() => null}</PersonPage>;
}
