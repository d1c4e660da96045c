import type { Api } from '../../api.js';
import { labelPath } from '../../contract/admin/common.js';
import {
  adminLabel,
  branchBody,
  branchUpdate,
  labelBody,
  labelUpdate,
  removedLabel,
} from '../../contract/admin/settings.js';
import { versionBody } from '../../contract/tickets.js';
import { addLabel, changeLabel, listLabels, removeLabel } from '../../services/articles/keep-labels.js';
import type { LabelKind } from '../../services/articles/labels.js';
import { mutating, reading } from '../endpoint.js';

interface Labels {
  readonly kind: LabelKind;
  readonly name: 'notice-headings' | 'notice-tags' | 'faq-categories';
  readonly one: string;
  readonly many: string;
}

const all: readonly Labels[] = [
  { kind: 'heading', name: 'notice-headings', one: 'a heading of notices', many: 'Headings of notices' },
  { kind: 'tag', name: 'notice-tags', one: 'a tag of notices', many: 'Tags of notices' },
  {
    kind: 'faq',
    name: 'faq-categories',
    one: 'a category of frequent questions',
    many: 'Categories of frequent questions',
  },
];

/** `admin/notice-headings…`, `admin/notice-tags…`, `admin/faq-categories…`: by which articles are told apart. Administrators only. */
export function adminLabelRoutes(api: Api): void {
  for (const labels of all) addRoutes(api, labels);
}

function addRoutes(api: Api, { kind, name, one, many }: Labels): void {
  const path = `/admin/${name}.json` as const;
  const single = `/admin/${name}/{labelId}.json` as const;
  const isTree = kind === 'faq';

  reading(
    api,
    { path, summary: `${many}, in order (administrators)`, answer: { contents: adminLabel } },
    (tx, context) => listLabels(tx, context, kind),
  );

  mutating(
    api,
    {
      method: 'post',
      path,
      summary: `Keep ${one} (administrators)`,
      body: isTree ? branchBody : labelBody,
      answer: { content: adminLabel },
      status: 201,
    },
    (tx, context, { body }) => addLabel(tx, context, kind, body),
  );

  mutating(
    api,
    {
      method: 'put',
      path: single,
      summary: `Change ${one}: all of it (administrators)`,
      params: labelPath,
      body: isTree ? branchUpdate : labelUpdate,
      answer: { content: adminLabel },
    },
    (tx, context, { params, body }) => changeLabel(tx, context, kind, { ...params, ...body }),
  );

  mutating(
    api,
    {
      method: 'delete',
      path: single,
      summary: `Remove ${one} that nothing has (administrators)`,
      params: labelPath,
      body: versionBody,
      answer: { content: removedLabel },
    },
    (tx, context, { params, body }) => removeLabel(tx, context, kind, { ...params, ...body }),
  );
}
