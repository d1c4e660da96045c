/** A value that a field of a type takes, or undefined where a program cannot make one up. */
export function sampleValue(type: unknown, options: unknown): unknown {
  const [first] = Array.isArray(options) ? (options as readonly unknown[]) : [];
  switch (type) {
    case 'text':
    case 'textarea':
      return 'conformance';
    case 'dropdown':
    case 'radio':
      return first;
    case 'checkbox':
      return first === undefined ? undefined : [first];
    case 'date':
      return '2026-01-15';
    case 'datetime':
      return '2026-01-15 09:30';
    case 'date_period':
      return '2026-01-15 ~ 2026-01-16';
    case 'datetime_period':
      return '2026-01-15 09:30 ~ 2026-01-16 18:00';
    case 'agree':
      return true;
    default:
      return undefined;
  }
}

/** A picture of one point. */
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export function pictureFile(name: string): File {
  return new File([Uint8Array.from(atob(picture), (character) => character.charCodeAt(0))], name, {
    type: 'image/png',
  });
}

export function textFile(name: string, content: string): File {
  return new File([content], name, { type: 'text/plain' });
}
