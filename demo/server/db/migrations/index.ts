import { tables } from './0001-tables.js';
import { rowSecurity } from './0002-row-security.js';
import { tallies } from './0003-tallies.js';
import { oneCustomer } from './0004-one-customer.js';
import { mailIdentity } from './0005-mail-identity.js';
import { fields } from './0006-fields.js';
import { jobs } from './0007-jobs.js';
import { search } from './0008-search.js';
import { files } from './0009-files.js';
import { ownTexts } from './0010-own-texts.js';
import { orderAndAge } from './0011-order-and-age.js';
import { answers } from './0012-answers.js';
import { keptFiles } from './0013-kept-files.js';
import { masks } from './0014-masks.js';
import { accessLog } from './0016-access-log.js';

/** In the order in which they run. One that was released is never changed: add another. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '0001-tables', sql: tables },
  { name: '0002-row-security', sql: rowSecurity },
  { name: '0003-tallies', sql: tallies },
  { name: '0004-one-customer', sql: oneCustomer },
  { name: '0005-mail-identity', sql: mailIdentity },
  { name: '0006-fields', sql: fields },
  { name: '0007-jobs', sql: jobs },
  { name: '0008-search', sql: search },
  { name: '0009-files', sql: files },
  { name: '0010-own-texts', sql: ownTexts },
  { name: '0011-order-and-age', sql: orderAndAge },
  { name: '0012-answers', sql: answers },
  { name: '0013-kept-files', sql: keptFiles },
  { name: '0014-masks', sql: masks },
  { name: '0016-access-log', sql: accessLog },
];
