import type { Api } from '../api.js';
import { board } from '../contract/tickets.js';
import { readBoard } from '../services/tickets/counts.js';
import { reading } from './endpoint.js';

/** `board.json`: the figures of the service and of this agent. */
export function boardRoutes(api: Api): void {
  reading(
    api,
    { path: '/board.json', summary: 'Figures of the service and of this agent', answer: { content: board } },
    readBoard,
  );
}
