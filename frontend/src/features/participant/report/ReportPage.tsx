import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ApiError } from '../../../api/client';
import { participantQuery } from '../../../api/queries/participant';
import { Message } from '../../../ui/Message';
import { QueryError } from '../../../ui/QueryError';
import { HeaderSkeleton } from '../Skeletons';
import { Report } from './Report';
import { useLightPage } from './useLightPage';

const route = getRouteApi('/participants/$id/report');

/** A participant's report for printer and PDF; on paper nothing of the page around it is left. */
export function ReportPage() {
  useLightPage();
  const id = Number(route.useParams().id);
  const { data, error, refetch } = useQuery({ ...participantQuery(id), enabled: Number.isSafeInteger(id) && id > 0 });
  if (!data && (error || !(id > 0))) {
    return error instanceof ApiError && error.status !== 404 ? (
      <QueryError what="This participant" error={error} onRetry={() => void refetch()} />
    ) : (
      <Message title="There is no such participant">
        <p>The list on the left and the study page have everyone that Daystream knows.</p>
      </Message>
    );
  }
  if (!data) {
    return <HeaderSkeleton />;
  }
  return data.participant.lastDay === null ? (
    <Message title={`Nothing has been delivered for ${data.participant.name} yet`}>
      <p>A report needs a day with data. The pipeline page says when the next one comes.</p>
    </Message>
  ) : (
    <Report detail={data} lastDay={data.participant.lastDay} />
  );
}
