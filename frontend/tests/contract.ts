import { HttpResponse } from 'msw';
import { createOpenApiHttp } from 'openapi-msw';
import type { Problem } from '../src/api/client';
import type { paths } from '../src/api/schema';

/**
 * Stands in for the service at paths of the contract: a path, parameter or body that the contract does not know does not
 * compile. What breaks without being in the contract, such as a 500, is answered through `response.untyped`.
 */
export const api = createOpenApiHttp<paths>({ baseUrl: '*/api/v1' });

export const PROBLEM: Problem = {
  type: '/api/docs/problems',
  title: 'Broken',
  status: 500,
  detail: 'The store does not answer.',
};

/** The service fails; no operation promises that, so none has it in the contract. */
export function failure() {
  return HttpResponse.json(PROBLEM, { status: 500 });
}
