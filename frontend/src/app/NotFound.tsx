import { Link } from '@tanstack/react-router';
import { Message } from '../ui/Message';

export function NotFound() {
  return (
    <Message page title="There is no page at this address">
      <p>
        The <Link to="/">study overview</Link> lists every participant.
      </p>
    </Message>
  );
}
