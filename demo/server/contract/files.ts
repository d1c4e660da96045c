import { z } from '@hono/zod-openapi';
import { SentFile } from '../http/form.js';

/** A form with one file; its types and sizes are those of the Open API. */
export const fileForm = z.instanceof(SentFile).openapi('FileForm', {
  type: 'object',
  properties: { file: { type: 'string', format: 'binary' } },
  required: ['file'],
});

export const uploadQuery = z.object({
  /** `true`: a picture that stands inside the text. */
  inline: z.enum(['true', 'false']).optional(),
});
