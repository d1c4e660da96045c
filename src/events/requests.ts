/** Everything that elements ask for. */
export * from './request.js';
export * from './ticket-requests.js';
export * from './answer-requests.js';
export * from './list-requests.js';
export * from './page-requests.js';
export * from './mask-requests.js';
export * from './audit-requests.js';
