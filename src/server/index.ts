export type { AgentToken } from './agent-tokens.js';
export type { ServerResult } from './answer.js';
export { signOutbound, verifyOutbound, type OutboundCall } from './outbound.js';
export { memberToken, type Member } from './member-token.js';
export { ServerCallError, type ServerCallErrorKind, type ServerCallProblem } from './server-call-error.js';
export {
  createServerClient,
  type ServerClient,
  type ServerClientOptions,
  type ServerRequest,
  type UploadedFile,
} from './server-client.js';
export { bytesToSign, isSignature, sign, stringToSign, verify, type SignedParts } from './signature.js';
