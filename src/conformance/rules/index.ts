import type { Rule } from '../rule.js';
import { agents } from './a-agents.js';
import { authentication } from './a-authentication.js';
import { openCreation } from './a-create.js';
import { openEnvelopes } from './a-envelope.js';
import { forms } from './a-form.js';
import { helpCenter } from './a-help-center.js';
import { openHistory } from './a-history.js';
import { members } from './a-member.js';
import { tellings } from './a-told.js';
import { uploads } from './a-upload.js';
import { beforehand } from './b-beforehand.js';
import { creation } from './b-create.js';
import { envelopes } from './b-envelope.js';
import { events } from './b-events.js';
import { files } from './b-files.js';
import { idempotency } from './b-idempotency.js';
import { lists } from './b-lists.js';
import { masks } from './b-masks.js';
import { permissions } from './b-permissions.js';
import { sessions } from './b-session.js';
import { texts } from './b-texts.js';
import { work } from './b-work.js';

/** Every rule of both families, in the order in which they are looked at; those that write come after all others. */
export const rules: readonly Rule[] = [
  ...openEnvelopes,
  ...authentication,
  ...helpCenter,
  ...forms,
  ...agents,
  ...uploads,
  ...openCreation,
  ...openHistory,
  ...tellings,
  ...members,
  ...sessions,
  ...envelopes,
  ...lists,
  ...permissions,
  ...creation,
  ...idempotency,
  ...work,
  ...texts,
  ...files,
  ...masks,
  ...beforehand,
  ...events,
];
