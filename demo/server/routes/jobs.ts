import type { Api } from '../api.js';
import { job, jobPage, jobPath, jobQuery } from '../contract/bulk.js';
import { cancelJob, listJobs, readJob, retryJob } from '../services/jobs.js';
import { mutating, reading } from './endpoint.js';

/** `jobs…`: runs over many tickets. */
export function jobRoutes(api: Api): void {
  reading(
    api,
    { path: '/jobs.json', summary: "The agent's runs of the last day, newest first", answer: { contents: job } },
    listJobs,
  );

  reading(
    api,
    {
      path: '/jobs/{jobId}.json',
      summary: 'A run, and its tickets',
      params: jobPath,
      query: jobQuery,
      answer: { content: jobPage },
    },
    (tx, context, { params, query }) => {
      const after = query.cursor === undefined ? undefined : Number(query.cursor);
      return readJob(tx, context, { ...params, state: query.state, after });
    },
  );

  mutating(
    api,
    {
      method: 'post',
      path: '/jobs/{jobId}/retry.json',
      summary: 'Try the failed tickets of a run again',
      params: jobPath,
      answer: { content: job },
    },
    (tx, context, { params }) => retryJob(tx, context, params.jobId),
  );

  mutating(
    api,
    {
      method: 'post',
      path: '/jobs/{jobId}/cancel.json',
      summary: 'Leave out the tickets of a run that wait',
      params: jobPath,
      answer: { content: job },
    },
    (tx, context, { params }) => cancelJob(tx, context, params.jobId),
  );
}
