import type { Api } from '../api.js';
import { settings } from '../contract/session.js';
import { readSettings } from '../services/settings.js';
import { reading } from './endpoint.js';

/** `settings.json`: the choices that the service is set up with. */
export function settingsRoutes(api: Api): void {
  reading(
    api,
    { path: '/settings.json', summary: 'Choices that the service is set up with', answer: { content: settings } },
    readSettings,
  );
}
