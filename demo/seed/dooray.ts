import { seeded } from '../dooray/seed.js';
import type { Tx } from '../server/db/database.js';
import { doorayAgentKeys, doorayOrganizations, doorayProjects as projectRows } from '../server/db/schema.js';
import { endOf } from '../server/services/dooray/config.js';

/** Where the demo's server is unless told. */
export const usualOrigin = 'http://127.0.0.1:8787';

/** Services of the demo that may transfer to Dooray!. */
const serviceIds = ['demo', 'demoissue'] as const;

const { organizationId, organizationName, organizationToken, agentToken, members, projects } = seeded;

/** Where tickets can go, and who works there. */
export const doorayProjects = [
  { projectId: projects.app, name: '앱 개발', memberId: members.developer, memberName: '한도윤' },
  { projectId: projects.logistics, name: '물류 운영', memberId: members.logistics, memberName: '서지우' },
] as const;

/** What the demo's services have set up. `origin`: where the stand-in shows its tasks to people. */
export function seedDoorayRows(origin = usualOrigin) {
  return {
    organizations: serviceIds.map((serviceId) => ({
      serviceId,
      organizationId,
      name: organizationName,
      token: organizationToken,
      tokenEnd: endOf(organizationToken),
    })),
    projects: serviceIds.flatMap((serviceId) =>
      doorayProjects.map(({ projectId, name }) => ({
        serviceId,
        organizationId,
        projectId,
        name,
        address: `${origin}/project/${projectId}`,
        representative: members.desk,
      })),
    ),
    agentKeys: [
      {
        serviceId: 'demo',
        organizationId,
        usercode: 'agent1',
        email: 'agent1@demo.example',
        memberId: members.agent,
        token: agentToken,
        tokenEnd: endOf(agentToken),
      },
    ],
  };
}

/**
 * Lets the demo's services transfer to the stand-in for Dooray! that comes with it. Its tokens are published like the keys
 * of the services: there is nothing to seal.
 */
export async function seedDooray(tx: Tx, origin?: string): Promise<void> {
  const rows = seedDoorayRows(origin);
  await tx.insert(doorayOrganizations).values(rows.organizations);
  await tx.insert(projectRows).values(rows.projects);
  await tx.insert(doorayAgentKeys).values(rows.agentKeys);
}
