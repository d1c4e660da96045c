import type { Body } from '../../../../src/domain/types.js';
import { invalid } from '../../refusal.js';
import { sanitiseBody, type BodySource } from '../sanitise.js';

/** Markup of an administrator, cleaned. Refused where something would be missing that its writer looks for. */
export function keptBody(source: BodySource, field: string): Body {
  const body = sanitiseBody(source);
  if (body.notes.length > 0)
    throw invalid(field, 'too_big', 'Write less, or make it of fewer parts: it is more than can be kept');
  if (body.blocked.length > 0)
    throw invalid(field, 'remote_picture', 'Upload the picture: readers are not sent to another server for it');
  return body;
}
