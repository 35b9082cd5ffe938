import { queryOptions } from '@tanstack/react-query';
import { api, read, readPages, type Schemas } from '../client';

export type StudyRow = Schemas['StudyRow'];
export type Flag = Schemas['Flag'];
export type StudySettings = Schemas['StudySettings'];
export type WearProgress = Schemas['WearProgress'];

/** Everyone, and whether their wear is known. */
export interface Study {
  readonly rows: readonly StudyRow[];
  readonly wear: WearProgress;
}

const PENDING_AGAIN = 2_000;
const FAILED_AGAIN = 30_000;

/** Everyone with what says who needs attention; asked again while wear is being made. */
export const studyQuery = queryOptions({
  queryKey: ['study'],
  queryFn: async ({ signal }): Promise<Study> => {
    const pages = await readPages((cursor) =>
      read(api.GET('/study', { params: { query: { limit: 1000, ...(cursor && { cursor }) } }, signal })),
    );
    return { rows: pages.flatMap((page) => page.rows), wear: together(pages.map((page) => page.wear)) };
  },
  refetchInterval: ({ state }) =>
    ({ complete: false as const, making: PENDING_AGAIN, failed: FAILED_AGAIN })[state.data?.wear.state ?? 'complete'],
});

function together(pages: readonly WearProgress[]): WearProgress {
  const worst = pages.find(({ state }) => state === 'failed') ?? pages.find(({ state }) => state === 'making');
  const pending = pages.reduce((sum, page) => sum + page.pending, 0);
  return { state: worst?.state ?? 'complete', detail: worst?.detail ?? null, pending };
}

/** When somebody needs attention, and when nobody is written to. */
export const studySettingsQuery = queryOptions({
  queryKey: ['study-settings'],
  queryFn: ({ signal }) => read(api.GET('/study-settings', { signal })),
});

export function saveStudySettings(body: StudySettings): Promise<StudySettings> {
  return read(api.PUT('/study-settings', { body }));
}
