import type { Api } from '../../api.js';
import { fieldPath, typePath } from '../../contract/admin/common.js';
import {
  adminField,
  fieldBody,
  fieldUpdate,
  forbiddenWords,
  forbiddenWordsBody,
  removedField,
  removedType,
  submissionType,
  submissionTypeBody,
  submissionTypeUpdate,
} from '../../contract/admin/settings.js';
import { versionBody } from '../../contract/tickets.js';
import { addField, changeField, listFields, removeField } from '../../services/admin/fields.js';
import { keepForbiddenWords, listForbiddenWords } from '../../services/admin/forbidden-words.js';
import {
  addSubmissionType,
  changeSubmissionType,
  listSubmissionTypes,
  removeSubmissionType,
} from '../../services/admin/submission-types.js';
import { mutating, reading } from '../endpoint.js';

/** A new name is written into every ticket that has the type. In milliseconds. */
const renaming = 120_000;

/** `admin/submission-types…`: what customers ask about. Administrators only. */
export function adminSubmissionTypeRoutes(api: Api): void {
  reading(
    api,
    {
      path: '/admin/submission-types.json',
      summary: 'Submission types, in order (administrators)',
      answer: { contents: submissionType },
    },
    listSubmissionTypes,
  );

  mutating(
    api,
    {
      method: 'post',
      path: '/admin/submission-types.json',
      summary: 'Keep a submission type (administrators)',
      body: submissionTypeBody,
      answer: { content: submissionType },
      status: 201,
    },
    (tx, context, { body }) => addSubmissionType(tx, context, body),
  );

  mutating(
    api,
    {
      method: 'put',
      path: '/admin/submission-types/{categoryId}.json',
      summary: 'Change a submission type: all of it (administrators)',
      params: typePath,
      body: submissionTypeUpdate,
      answer: { content: submissionType },
      patience: renaming,
    },
    (tx, context, { params, body }) => changeSubmissionType(tx, context, { ...params, ...body }),
  );

  mutating(
    api,
    {
      method: 'delete',
      path: '/admin/submission-types/{categoryId}.json',
      summary: 'Remove a submission type that nothing has (administrators)',
      params: typePath,
      body: versionBody,
      answer: { content: removedType },
    },
    (tx, context, { params, body }) => removeSubmissionType(tx, context, { ...params, ...body }),
  );
}

/** `admin/fields…`: what the service asks beside what every service asks. Administrators only. */
export function adminFieldRoutes(api: Api): void {
  reading(
    api,
    {
      path: '/admin/fields.json',
      summary: 'Fields, those out of use too, in order (administrators)',
      answer: { contents: adminField },
    },
    listFields,
  );

  mutating(
    api,
    {
      method: 'post',
      path: '/admin/fields.json',
      summary: 'Keep a field (administrators)',
      body: fieldBody,
      answer: { content: adminField },
      status: 201,
    },
    (tx, context, { body }) => addField(tx, context, body),
  );

  mutating(
    api,
    {
      method: 'put',
      path: '/admin/fields/{fieldId}.json',
      summary: 'Change a field: all of it but code, owner, type and encryption (administrators)',
      params: fieldPath,
      body: fieldUpdate,
      answer: { content: adminField },
    },
    (tx, context, { params, body }) => changeField(tx, context, { ...params, ...body }),
  );

  mutating(
    api,
    {
      method: 'delete',
      path: '/admin/fields/{fieldId}.json',
      summary: 'Take a field out of use; its values and its code stay (administrators)',
      params: fieldPath,
      body: versionBody,
      answer: { content: removedField },
    },
    (tx, context, { params, body }) => removeField(tx, context, { ...params, ...body }),
  );
}

/** `admin/forbidden-words.json`: what no mail may say. Administrators only. */
export function adminForbiddenWordRoutes(api: Api): void {
  reading(
    api,
    {
      path: '/admin/forbidden-words.json',
      summary: 'Words that no mail may hold (administrators)',
      answer: { content: forbiddenWords },
    },
    listForbiddenWords,
  );

  mutating(
    api,
    {
      method: 'put',
      path: '/admin/forbidden-words.json',
      summary: 'Keep all words that no mail may hold (administrators)',
      body: forbiddenWordsBody,
      answer: { content: forbiddenWords },
    },
    (tx, context, { body }) => keepForbiddenWords(tx, context, body.words),
  );
}
