/** What the published documentation says in two ways, and what the server does. */
export const contradictions: readonly (readonly [what: string, said: string, done: string])[] = [
  [
    'Authentication of `notice/list.json` and `ticket/field/user/{categoryId}.json`',
    'The overview says that `api/v2` needs none; the tables of these two calls ask for the common authentication.',
    'Both: unsigned calls are answered, and a signature is not looked at.',
  ],
  [
    'Method of the customer’s ticket list',
    'POST in the table of details; GET in the overview, the sample and the newer pages.',
    'Both, with the same parameters.',
  ],
  [
    'Type of an agent’s answer in `contents[].type`',
    '`csuser` in the table, `reply` in the sample.',
    '`csuser` is sent. A client does well to take both.',
  ],
  ['`categoryId` of a new inquiry', 'Integer in the table, a string in the sample.', 'Both.'],
  ['Value of a field of type `agree`', 'true or false in the table, the string `"true"` in the sample.', 'Both.'],
  [
    'Header `OUCODE`',
    'In some language versions, not in others.',
    'Ignored: no documented call acts for somebody else.',
  ],
  [
    '`requestURI` in the signature',
    'Once without the slash in front; every sample has it.',
    'With the slash, and as it was sent: parts such as `{usercode}` stay percent-encoded.',
  ],
  [
    'What the signature is',
    'Encrypt with HmacSHA256, “or” encrypt organisation, URI, values and time.',
    'One and the same step, as the samples show.',
  ],
  [
    'Length of `subject`',
    '200 in the list of fields, 255 in the call that creates an inquiry.',
    'The field says 200, for forms; the call takes 255.',
  ],
  [
    '`displayDt` of notices',
    '`yyyyMMddHHmmss` in the table, `2022.07.08` in the sample.',
    'As in the sample, in the zone of the service.',
  ],
  [
    'Parameter `language` of notice tags',
    'Called words to look for; a language everywhere else.',
    'A language where it names one, else words to look for.',
  ],
  [
    '`profile` of the service',
    'A string in the table, an object with `fileUrl` in the sample.',
    'As in the sample; null where there is no picture.',
  ],
  [
    '`attachmentYn`, `isNew` and `tagStr`',
    'Boolean, string and integer in the tables; `"Y"`, `false` and names with commas in the samples.',
    'As in the samples; `tagStr` is empty where there are no tags.',
  ],
  [
    '`level` of FAQ categories',
    'From 0 in the table of one answer, from 1 in the list of categories and in all samples.',
    'From 1.',
  ],
  ['Paging fields of the ticket detail', 'In the table, not in the sample.', 'Not sent: the answer is one ticket.'],
  [
    'Values under the token of a member',
    'Blank ones are left out with their ampersand, so the same token may stand for several sets of values.',
    'No value but `returnUrl` may hold an ampersand; `email` counts only where `username` is told.',
  ],
  [
    'Entry into the help center by an address with a token (GET)',
    'Whoever follows it within three minutes is signed in: somebody can be made to ask in another’s name.',
    'As documented. The POST call from a page of the host’s own does not have this weakness.',
  ],
  [
    'E-mail settings (`/openapi/v1/mail…`) and extra data of the help center (`/hc/openapi/v1/addition.json`)',
    'On pages of their own that the list of calls leaves out.',
    'Not there: 404.',
  ],
  [
    'Signature of customer-information linkage',
    'The prose also names the request URI; the sample verifier does not use it.',
    'Body and timestamp, as the verifier does.',
  ],
  [
    'Answer of customer-information linkage',
    '`{ data }` today; `resultCode`, `resultMsg` and `resultData` in the older variant.',
    'Both are read; the older question (`telNo`) is one item with that name.',
  ],
];

/** Beginnings of paths below the service, and what the calls there are about. */
export const groups: readonly (readonly [start: string, title: string])[] = [
  ['/api/v2/service', 'Service'],
  ['/api/v2/notice', 'Notices'],
  ['/api/v2/helpdoc', 'Frequent questions'],
  ['/api/v2/ticket', 'Inquiry form'],
  ['/openapi/v1/ticket', 'Inquiries'],
  ['/openapi/v1/users', 'Agents'],
  ['/openapi/v1/adduser', 'Agents'],
  ['/hc', 'Help center'],
  ['/v2/enduser', 'Member linkage'],
  ['/api/v2/enduser', 'Member linkage'],
  ['/openapi/v1/console/token', 'Tokens of agents'],
  ['/openapi/v1/inbound', 'Feeds'],
  ['/openapi/v1/console/admin', 'Administration'],
  ['/openapi/v1/console/tickets/bulk', 'Runs over many tickets'],
  ['/openapi/v1/console/jobs', 'Runs over many tickets'],
  ['/openapi/v1/console/tickets', 'Tickets'],
  ['/openapi/v1/console/messages', 'Masks'],
  ['/openapi/v1/console/masks', 'Masks'],
  ['/openapi/v1/console/mask', 'Masks'],
  ['/openapi/v1/console/templates', 'Templates'],
  ['/openapi/v1/console/triggers', 'Triggers'],
  ['/openapi/v1/console/notices', 'Internal notices'],
  ['/openapi/v1/console/audit', 'Access log'],
  ['/openapi/v1/console/customer', 'Customers'],
  ['/openapi/v1/console/attachments', 'Files'],
  ['/openapi/v1/console', 'Session, settings and live events'],
];
