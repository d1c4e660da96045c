import type { Api } from '../../api.js';
import {
  allowList,
  allowListBody,
  hostOrigins,
  hostOriginsBody,
  newServiceKey,
  serviceKey,
  serviceKeyBody,
  spamLimits,
  spamLimitsBody,
} from '../../contract/admin/open-settings.js';
import {
  changedAllowList,
  changedHostOrigins,
  changedSpamLimits,
  changeOpenSettings,
  maskedKey,
  readOpenSettings,
  removedKey,
  renewedKey,
  type OpenSettings,
} from '../../services/admin/open-settings.js';
import { mutating, reading } from '../endpoint.js';

const keyOf = (now: OpenSettings) => ({ version: now.openVersion, ...maskedKey(now.serviceKey) });
const allowListOf = (now: OpenSettings) => ({ version: now.openVersion, entries: now.allowList });
const spamLimitsOf = (now: OpenSettings) => ({ version: now.openVersion, ...now.spamLimits });
const hostOriginsOf = (now: OpenSettings) => ({ version: now.openVersion, origins: now.hostOrigins });

/** `admin/…`: how hosts may call the Open API. Administrators only. */
export function openSettingsRoutes(api: Api): void {
  keyRoutes(api);

  const addresses = '/admin/allow-list.json';
  reading(
    api,
    { path: addresses, summary: 'Addresses that may sign calls (administrators)', answer: { content: allowList } },
    async (tx, context) => allowListOf(await readOpenSettings(tx, context)),
  );
  mutating(
    api,
    {
      method: 'put',
      path: addresses,
      summary: 'Say which addresses may sign calls (administrators)',
      body: allowListBody,
      answer: { content: allowList },
    },
    async (tx, context, { body: { entries, allowAll = false, expectedVersion } }) => {
      const version = { expectedVersion, wire: allowListOf };
      return allowListOf(await changeOpenSettings(tx, context, () => changedAllowList(entries, allowAll), version));
    },
  );

  const limits = '/admin/spam-limits.json';
  reading(
    api,
    { path: limits, summary: 'How often customers may inquire (administrators)', answer: { content: spamLimits } },
    async (tx, context) => spamLimitsOf(await readOpenSettings(tx, context)),
  );
  mutating(
    api,
    {
      method: 'put',
      path: limits,
      summary: 'Say how often customers may inquire (administrators)',
      body: spamLimitsBody,
      answer: { content: spamLimits },
    },
    async (tx, context, { body: { expectedVersion, ...told } }) => {
      const version = { expectedVersion, wire: spamLimitsOf };
      return spamLimitsOf(await changeOpenSettings(tx, context, () => changedSpamLimits(told), version));
    },
  );

  const origins = '/admin/host-origins.json';
  reading(
    api,
    {
      path: origins,
      summary: 'Pages that the help center may return to and stand in (administrators)',
      answer: { content: hostOrigins },
    },
    async (tx, context) => hostOriginsOf(await readOpenSettings(tx, context)),
  );
  mutating(
    api,
    {
      method: 'put',
      path: origins,
      summary: 'Say which pages the help center may return to and stand in (administrators)',
      body: hostOriginsBody,
      answer: { content: hostOrigins },
    },
    async (tx, context, { body: { expectedVersion, origins: told } }) => {
      const version = { expectedVersion, wire: hostOriginsOf };
      return hostOriginsOf(await changeOpenSettings(tx, context, () => changedHostOrigins(told), version));
    },
  );
}

function keyRoutes(api: Api): void {
  const key = '/admin/service-key.json';
  reading(
    api,
    { path: key, summary: 'The end of the service key (administrators)', answer: { content: serviceKey } },
    async (tx, context) => keyOf(await readOpenSettings(tx, context)),
  );
  mutating(
    api,
    {
      method: 'post',
      path: key,
      summary: 'Renew the service key: the old one is refused at once (administrators)',
      body: serviceKeyBody,
      answer: { content: newServiceKey },
      // Nothing keeps a key but the service; who repeats the call has another version.
      kept: false,
      status: 201,
    },
    async (tx, context, { body }) => {
      const renewed = renewedKey();
      const now = await changeOpenSettings(tx, context, () => renewed, { ...body, wire: keyOf });
      return { ...keyOf(now), serviceKey: renewed.serviceKey };
    },
  );
  mutating(
    api,
    {
      method: 'delete',
      path: key,
      summary: 'Switch the signed calls off: there is no key any more (administrators)',
      body: serviceKeyBody,
      answer: { content: serviceKey },
    },
    async (tx, context, { body }) => keyOf(await changeOpenSettings(tx, context, removedKey, { ...body, wire: keyOf })),
  );
}
