import type { Plan } from './database.js';
import { migrations } from './migrations/index.js';

/** The tickets and everything around them. */
export const deskPlan: Plan = { migrations, roles: { app: 'desk_app', system: 'desk_system' }, apartFrom: 'sealed' };
