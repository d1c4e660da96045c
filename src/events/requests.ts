/** Everything that elements ask for. */
export * from './request.js';
export * from './ticket-requests.js';
export * from './answer-requests.js';
export * from './assignment-requests.js';
export * from './list-requests.js';
export * from './page-requests.js';
export * from './mask-requests.js';
export * from './audit-requests.js';
export * from './transfer-requests.js';
export * from './dooray-requests.js';
export * from './call-requests.js';
export * from './sms-requests.js';
