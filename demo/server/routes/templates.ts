import type { Api } from '../api.js';
import {
  fillBody,
  filledTemplate,
  removedTemplate,
  template,
  templateBody,
  templatePatch,
  templatePath,
} from '../contract/answers.js';
import { versionBody } from '../contract/tickets.js';
import { addTemplate, changeTemplate, fillTemplate, readTemplates, removeTemplate } from '../services/templates.js';
import { calling, mutating, reading } from './endpoint.js';

/** `templates…`: texts that agents use again and again, their own and those of everybody. */
export function templateRoutes(api: Api): void {
  reading(
    api,
    { path: '/templates.json', summary: 'Own and shared templates', answer: { contents: template } },
    readTemplates,
  );

  mutating(
    api,
    {
      method: 'post',
      path: '/templates.json',
      summary: 'Keep a template; a shared one: administrators',
      body: templateBody,
      answer: { content: template },
      status: 201,
    },
    (tx, context, { body }) => addTemplate(tx, context, body),
  );

  mutating(
    api,
    {
      method: 'patch',
      path: '/templates/{templateId}.json',
      summary: 'Change a template; a shared one: administrators',
      params: templatePath,
      body: templatePatch,
      answer: { content: template },
    },
    (tx, context, { params, body }) => changeTemplate(tx, context, { ...params, ...body }),
  );

  mutating(
    api,
    {
      method: 'delete',
      path: '/templates/{templateId}.json',
      summary: 'Remove a template; a shared one: administrators',
      params: templatePath,
      body: versionBody,
      answer: { content: removedTemplate },
    },
    (tx, context, { params, body }) => removeTemplate(tx, context, { ...params, ...body }),
  );

  calling(
    api,
    {
      method: 'post',
      path: '/templates/{templateId}/fill.json',
      summary: 'A template with the values of a ticket; its use is counted',
      params: templatePath,
      body: fillBody,
      answer: { content: filledTemplate },
    },
    ({ input: { params, body }, once }) =>
      once((tx, context) => fillTemplate(tx, context, { ...params, ...body }), { ticketId: body.ticketId ?? null }),
  );
}
