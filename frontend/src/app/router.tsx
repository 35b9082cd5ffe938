import type { QueryClient } from '@tanstack/react-query';
import {
  createBrowserHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type RouterHistory,
  retainSearchParams,
} from '@tanstack/react-router';
import { insightsQuery } from '../api/queries/insights';
import { metricsQuery } from '../api/queries/metrics';
import { participantQuery } from '../api/queries/participant';
import { participantsQuery } from '../api/queries/participants';
import { statusQuery } from '../api/queries/status';
import { readPersonSearch } from '../charts/person/search';
import { readSearch as readExploreSearch } from '../features/explore/search';
import { readSearch as readInsightsSearch } from '../features/insights/search';
import { readReportSearch } from '../features/participant/report/search';
import { readSearch as readParticipantSearch } from '../features/participant/search';
import { readSearch as readPipelineSearch } from '../features/pipeline/search';
import { StudyPage } from '../features/study/StudyPage';
import { readSearch as readStudySearch } from '../features/study/search';
import { readZone } from '../time/zoneChoice';
import { NotFound } from './NotFound';
import { PageError } from './PageError';
import { PagePending } from './PagePending';
import { page } from './pageCode';
import { Shell } from './Shell';
import { parseSearch, stringifySearch } from './searchParams';

interface Context {
  readonly queries: QueryClient;
}

/** What every page's address may hold: by whose clock times are shown. It stays from page to page. */
interface SharedSearch {
  readonly zone?: string;
}

const root = createRootRouteWithContext<Context>()({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: ({ zone }: Record<string, unknown>): SharedSearch => {
    const known = readZone(zone);
    return known === undefined ? {} : { zone: known };
  },
  search: { middlewares: [retainSearchParams(['zone'])] },
});

const study = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readStudySearch,
  component: StudyPage,
});

const participant = createRoute({
  getParentRoute: () => root,
  path: '/participants/$id',
  validateSearch: readParticipantSearch,
  loader: ({ context, params }) => void context.queries.prefetchQuery(participantQuery(Number(params.id))),
  component: page(() => import('../features/participant/ParticipantPage'), 'ParticipantPage'),
});

const report = createRoute({
  getParentRoute: () => root,
  path: '/participants/$id/report',
  validateSearch: readReportSearch,
  loader: ({ context, params }) => void context.queries.prefetchQuery(participantQuery(Number(params.id))),
  component: page(() => import('../features/participant/report/ReportPage'), 'ReportPage'),
});

const explore = createRoute({
  getParentRoute: () => root,
  path: '/explore',
  validateSearch: readExploreSearch,
  loader: ({ context }) => void context.queries.prefetchQuery(metricsQuery),
  component: page(() => import('../features/explore/ExplorePage'), 'ExplorePage'),
});

const pipeline = createRoute({
  getParentRoute: () => root,
  path: '/pipeline',
  validateSearch: readPipelineSearch,
  loader: ({ context }) => void context.queries.prefetchQuery(statusQuery),
  component: page(() => import('../features/pipeline/PipelinePage'), 'PipelinePage'),
});

const sleep = createRoute({
  getParentRoute: () => root,
  path: '/sleep',
  validateSearch: readPersonSearch,
  loader: ({ context }) => void context.queries.prefetchQuery(participantsQuery),
  component: page(() => import('../features/sleep/SleepPage'), 'SleepPage'),
});

const activity = createRoute({
  getParentRoute: () => root,
  path: '/activity',
  validateSearch: readPersonSearch,
  loader: ({ context }) => void context.queries.prefetchQuery(participantsQuery),
  component: page(() => import('../features/activity/ActivityPage'), 'ActivityPage'),
});

const insights = createRoute({
  getParentRoute: () => root,
  path: '/insights',
  validateSearch: readInsightsSearch,
  loader: ({ context }) => void context.queries.prefetchQuery(insightsQuery()),
  component: page(() => import('../features/insights/InsightsPage'), 'InsightsPage'),
});

const insight = createRoute({
  getParentRoute: () => root,
  path: '/insights/$id',
  validateSearch: readInsightsSearch,
  loader: ({ context }) => void context.queries.prefetchQuery(insightsQuery()),
  component: page(() => import('../features/insights/InsightPage'), 'InsightPage'),
});

/** The pages; the address holds everything that a page shows. */
export function createAppRouter(queries: QueryClient, history: RouterHistory = createBrowserHistory()) {
  return createRouter({
    routeTree: root.addChildren([study, participant, report, explore, sleep, activity, insights, insight, pipeline]),
    context: { queries },
    history,
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPendingComponent: PagePending,
    defaultPendingMs: 50,
    defaultErrorComponent: PageError,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
