import type { Api } from '../../api.js';
import { formField, formFieldPath, formFieldQuery, openNode, submissionTypeQuery } from '../../contract/open/form.js';
import { readFormFields } from '../../services/open/form-fields.js';
import { readSubmissionTypes } from '../../services/open/submission-types.js';
import { open } from './endpoint.js';

/** What a host needs to show the form by which a customer asks. */
export function openFormRoutes(api: Api): void {
  open(
    api,
    {
      method: 'get',
      path: '/api/v2/ticket/categories.json',
      summary: 'Submission types',
      query: submissionTypeQuery,
      answer: { contents: openNode },
    },
    (tx, context, { query }) => readSubmissionTypes(tx, context, query),
  );

  open(
    api,
    {
      method: 'get',
      path: '/api/v2/ticket/field/user/{categoryId}.json',
      summary: 'Fields of a submission type',
      params: formFieldPath,
      query: formFieldQuery,
      answer: { contents: formField },
    },
    (tx, context, { params, query }) => readFormFields(tx, context, { ...params, ...query }),
  );
}
