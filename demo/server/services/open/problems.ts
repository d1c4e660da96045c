import { OpenFailure } from '../../http/open-envelope.js';

/** What is wrong with a field of an inquiry. */
export interface InquiryProblem {
  /** Code of the field. */
  readonly objectName: string;
  readonly validate: 'invalid' | 'length' | 'required';
  readonly rejectValue: unknown;
}

/** Longest value, and longest name, that is told back: callers choose both. */
const longestTold = { value: 1_000, name: 100 } as const;

/** What stood there, where it is a plain value; nothing else is as small as it may look. */
function told(value: unknown): string | number | boolean | null {
  if (typeof value === 'string') return value.slice(0, longestTold.value);
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The answer to an inquiry that cannot be taken. `fieldIds`: numbers of the fields, by their codes. */
export function validationFailure(
  problems: readonly InquiryProblem[],
  fieldIds: ReadonlyMap<string, number>,
): OpenFailure {
  const contents = problems.map(({ objectName: name, validate, rejectValue }) => {
    const objectName = name.slice(0, longestTold.name);
    const key = `validate.ticket.${objectName}.${validate}`;
    const field = String(fieldIds.get(objectName) ?? '');
    return { objectName, field, validate, key, message: key, rejectValue: told(rejectValue) };
  });
  return new OpenFailure(400, 'Bad Request', { contents });
}
