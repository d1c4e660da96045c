import type { Api } from '../api.js';
import { maskPatternsBody } from '../contract/masks.js';
import { maskPattern } from '../contract/session.js';
import { keepMaskPatterns, tellMaskPatterns } from '../services/masks/patterns.js';
import { mutating, reading } from './endpoint.js';

/** `admin/mask-patterns.json`: numbers of the service's own that are looked for as personal data. Administrators only. */
export function maskPatternRoutes(api: Api): void {
  reading(
    api,
    {
      path: '/admin/mask-patterns.json',
      summary: 'Numbers of the service’s own that are looked for as personal data (administrators)',
      answer: { contents: maskPattern },
    },
    tellMaskPatterns,
  );

  mutating(
    api,
    {
      method: 'put',
      path: '/admin/mask-patterns.json',
      summary: 'Keep all numbers of the service’s own that are looked for as personal data (administrators)',
      body: maskPatternsBody,
      answer: { contents: maskPattern },
    },
    (tx, context, { body }) => keepMaskPatterns(tx, context, body.patterns),
  );
}
