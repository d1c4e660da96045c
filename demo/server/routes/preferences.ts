import type { Api } from '../api.js';
import { preferences, preferencesBody } from '../contract/preferences.js';
import { readPreferences, savePreferences } from '../services/preferences.js';
import { mutating, reading } from './endpoint.js';

/** `preferences.json`: what an agent arranged. */
export function preferencesRoutes(api: Api): void {
  const one = { path: '/preferences.json', answer: { content: preferences } } as const;

  reading(api, { ...one, summary: 'What this agent arranged' }, readPreferences);

  mutating(
    api,
    { ...one, method: 'put', summary: 'Arrange; parts that are not told stay', body: preferencesBody },
    (tx, context, { body }) => savePreferences(tx, context, body),
  );
}
