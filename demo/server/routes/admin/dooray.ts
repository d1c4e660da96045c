import type { Api } from '../../api.js';
import {
  agentKeyBody,
  agentKeyPath,
  doorayAgentKey,
  doorayOrganizationSettings,
  doorayProjectSettings,
  dooraySettings,
  dooraySettingsBody,
  matchBody,
  ofOrganizationRemovalBody,
  organizationBody,
  organizationPath,
  projectBody,
  projectPath,
  removalBody,
  removedDooray,
} from '../../contract/admin/dooray.js';
import { invalid } from '../../refusal.js';
import {
  keepAgentKey,
  memberByEmail,
  memberOfKey,
  noMember,
  readAgentKeys,
  removeAgentKey,
  type FoundMember,
} from '../../services/dooray/admin-keys.js';
import {
  keepOrganization,
  keepProject,
  readOrganizations,
  removeOrganization,
  removeProject,
  requireOrganization,
} from '../../services/dooray/admin-places.js';
import { changeAdministration, readAdministration } from '../../services/dooray/admin-settings.js';
import { organizationToken } from '../../services/dooray/config.js';
import { asTold, doorayClient } from '../dooray-steps.js';
import { calling, mutating, reading } from '../endpoint.js';

/** `admin/dooray…`: how a service works with Dooray!. Administrators only. */
export function adminDoorayRoutes(api: Api): void {
  settingsRoutes(api);
  organizationRoutes(api);
  projectRoutes(api);
  keyRoutes(api);
}

function settingsRoutes(api: Api): void {
  const path = '/admin/dooray.json';
  const answer = { content: dooraySettings };
  reading(api, { path, summary: 'How the service works with Dooray! (administrators)', answer }, readAdministration);
  mutating(
    api,
    {
      method: 'put',
      path,
      summary: 'Say how the service works with Dooray! (administrators)',
      body: dooraySettingsBody,
      answer,
    },
    (tx, context, { body }) => changeAdministration(tx, context, body),
  );
}

function organizationRoutes(api: Api): void {
  reading(
    api,
    {
      path: '/admin/dooray/organizations.json',
      summary: 'Organisations at Dooray! and their projects (administrators)',
      answer: { contents: doorayOrganizationSettings },
    },
    readOrganizations,
  );
  const path = '/admin/dooray/organizations/{organizationId}.json';
  mutating(
    api,
    {
      method: 'put',
      path,
      summary: 'Register an organisation at Dooray!, or change it (administrators)',
      params: organizationPath,
      body: organizationBody,
      answer: { content: doorayOrganizationSettings },
    },
    (tx, context, { params, body }) => keepOrganization(tx, context, { ...params, ...body }, api.cipher),
  );
  mutating(
    api,
    {
      method: 'delete',
      path,
      summary: 'Forget an organisation at Dooray! (administrators)',
      params: organizationPath,
      body: removalBody,
      answer: { content: removedDooray },
    },
    (tx, context, { params, body }) => removeOrganization(tx, context, { ...params, ...body }),
  );
}

function projectRoutes(api: Api): void {
  const path = '/admin/dooray/projects/{projectId}.json';
  mutating(
    api,
    {
      method: 'put',
      path,
      summary: 'Register a project at Dooray!, or change it (administrators)',
      params: projectPath,
      body: projectBody,
      answer: { content: doorayProjectSettings },
    },
    (tx, context, { params, body }) => keepProject(tx, context, { ...params, ...body }),
  );
  mutating(
    api,
    {
      method: 'delete',
      path,
      summary: 'Forget a project at Dooray! (administrators)',
      params: projectPath,
      body: ofOrganizationRemovalBody,
      answer: { content: removedDooray },
    },
    (tx, context, { params, body }) => removeProject(tx, context, { ...params, ...body }),
  );
}

function keyRoutes(api: Api): void {
  reading(
    api,
    {
      path: '/admin/dooray/agent-keys.json',
      summary: 'Which agents are which members at Dooray!, and whose key is known (administrators)',
      answer: { contents: doorayAgentKey },
    },
    readAgentKeys,
  );
  const path = '/admin/dooray/agent-keys/{usercode}.json';
  calling(
    api,
    {
      method: 'put',
      path,
      summary: 'Say which member an agent is, by an address or by a key of its own (administrators)',
      params: agentKeyPath,
      body: agentKeyBody,
      answer: { content: doorayAgentKey },
      limit: 'look_up',
    },
    async ({ input: { params, body }, asAgent, answered, once }) => {
      const { organizationId, email, token } = body;
      if (email === undefined && !token) throw invalid('email', 'required', 'An address or a key is needed');
      const before = await answered();
      if (before) return before;
      const row = await asAgent((tx, context) => requireOrganization(tx, context, organizationId));
      const client = doorayClient(api);
      const member: FoundMember | null = token
        ? await asTold(memberOfKey(client, token))
        : await asTold(memberByEmail(client, await organizationToken(api.cipher, row), email ?? ''));
      if (!member) throw noMember();
      return once((tx, context) => keepAgentKey(tx, context, { ...params, ...body, member }, api.cipher));
    },
  );
  mutating(
    api,
    {
      method: 'delete',
      path,
      summary: 'Forget which member an agent is (administrators)',
      params: agentKeyPath,
      body: ofOrganizationRemovalBody,
      answer: { content: removedDooray },
    },
    (tx, context, { params, body }) => removeAgentKey(tx, context, { ...params, ...body }),
  );
  calling(
    api,
    {
      method: 'post',
      path: '/admin/dooray/agent-keys/match.json',
      summary: 'Find the members of an organisation that agents are, by their addresses (administrators)',
      body: matchBody,
      answer: { contents: doorayAgentKey },
      limit: 'look_up',
    },
    async ({ input: { body }, asAgent, answered, once }) => {
      const before = await answered();
      if (before) return before;
      const row = await asAgent((tx, context) => requireOrganization(tx, context, body.organizationId));
      const client = doorayClient(api);
      const token = await organizationToken(api.cipher, row);
      const found: { usercode: string; member: FoundMember }[] = [];
      for (const { usercode, email } of body.agents) {
        const member = await asTold(memberByEmail(client, token, email));
        if (member) found.push({ usercode, member });
      }
      return once(async (tx, context) => {
        const { organizationId } = body;
        const kept = [];
        for (const one of found) kept.push(await keepAgentKey(tx, context, { organizationId, ...one }, api.cipher));
        return kept;
      });
    },
  );
}
