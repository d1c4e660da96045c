import type { Api } from '../../api.js';
import {
  agentListQuery,
  agentPath,
  agentRoleBody,
  agentRoleQuery,
  newAgentBody,
  newAgentQuery,
  openAgent,
} from '../../contract/open/agents.js';
import { invalid } from '../../refusal.js';
import {
  addOpenAgent,
  changeOpenAgent,
  readOpenAgent,
  readOpenAgents,
  removeOpenAgent,
} from '../../services/open/agents.js';
import { signed } from './endpoint.js';

function needed<T>(field: string, ...given: (T | undefined)[]): T {
  const value = given.find((one) => one !== undefined);
  if (value === undefined) throw invalid(field, 'required', 'Required');
  return value;
}

/** The agents of a service, for the server of its organisation. */
export function openAgentRoutes(api: Api): void {
  const base = '/openapi/v1';

  signed(
    api,
    {
      method: 'get',
      path: `${base}/users.json`,
      summary: 'Agents',
      query: agentListQuery,
      answer: { page: openAgent },
    },
    (tx, context, { query }) => readOpenAgents(tx, context, query),
  );

  signed(
    api,
    {
      method: 'get',
      path: `${base}/users/{id}.json`,
      summary: 'An agent',
      shared: true,
      params: agentPath,
      answer: { content: openAgent },
    },
    (tx, context, { params }) => readOpenAgent(tx, context, params.id),
  );

  signed(
    api,
    {
      method: 'post',
      path: `${base}/adduser.json`,
      summary: 'Add an agent',
      query: newAgentQuery,
      body: newAgentBody,
      answer: { content: openAgent },
    },
    (tx, context, { query, body }) =>
      addOpenAgent(tx, context, {
        id: needed('id', body?.id, query.id),
        role: needed('role', body?.role, query.role),
        username: body?.username ?? query.username,
      }),
  );

  signed(
    api,
    {
      method: 'put',
      path: `${base}/users/{id}.json`,
      summary: 'Change the role of an agent, and the name',
      shared: true,
      params: agentPath,
      query: agentRoleQuery,
      body: agentRoleBody,
      answer: { content: openAgent },
    },
    (tx, context, { params, query, body }) =>
      changeOpenAgent(tx, context, {
        ...params,
        role: needed('role', body?.role, query.role),
        username: body?.username ?? query.username,
      }),
  );

  signed(
    api,
    {
      method: 'delete',
      path: `${base}/users/{id}.json`,
      summary: 'End the work of an agent',
      shared: true,
      params: agentPath,
      answer: { nothing: true },
    },
    (tx, context, { params }) => removeOpenAgent(tx, context, params.id),
  );
}
