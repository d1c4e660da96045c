import { seeded } from './seed.js';
import type { DoorayState } from './state.js';

/** Services of the demo that want to be told. */
const serviceIds = ['demo', 'demoissue'];

/** Lets both projects of the demo tell its services of states and comments, and nobody else. */
export function hookDemo(state: DoorayState, origin: string): void {
  for (const id of [seeded.projects.app, seeded.projects.logistics]) {
    const project = state.projects.get(id);
    if (!project) continue;
    project.hooks.length = 0;
    for (const serviceId of serviceIds) {
      project.hooks.push({
        id: state.ids.next(),
        url: `${origin}/${serviceId}/api/v2/dooray/hook`,
        type: 'task',
        sendEvents: ['postWorkflowChanged', 'postCommentCreated'],
      });
    }
  }
}
