import type { DoorayProject, DoorayTagGroup, DoorayTemplate } from '../../../../src/domain/transfer.js';
import { safeName } from '../../../../src/util/safe-name.js';
import type { z } from '@hono/zod-openapi';
import { styledHtml } from '../mail/inline-styles.js';
import { sanitiseBody } from '../sanitise.js';
import type { DoorayClient } from './client.js';
import type { ProjectRow } from './config.js';
import { DoorayFailure } from './failure.js';
import { memberNames } from './members.js';
import { type doorayBody, projectMember, tagFacts, templateFacts, templateInList } from './wire.js';

type Tag = z.output<typeof tagFacts>;

const pathOf = ({ projectId }: Pick<ProjectRow, 'projectId'>): string =>
  `/project/v1/projects/${encodeURIComponent(projectId)}`;

/** Text of another desk, as it may stand in one line. */
const line = (text: string | null | undefined): string => safeName(text ?? '').slice(0, 200);

function colorOf({ color }: Tag): string | null {
  const digits = /^#?([0-9a-f]{6})$/i.exec(color ?? '')?.[1];
  return digits ? `#${digits.toLowerCase()}` : null;
}

/** The tags of a project by their groups, those of none last. */
function grouped(tags: readonly Tag[]): DoorayTagGroup[] {
  const groups = new Map<string | null, DoorayTagGroup & { readonly tags: DoorayTagGroup['tags'][number][] }>();
  for (const tag of tags) {
    const groupId = tag.tagGroup?.id ?? null;
    const group = groups.get(groupId) ?? {
      groupId,
      name: groupId === null ? '' : line(tag.tagGroup?.name),
      mandatory: groupId !== null && tag.tagGroup?.mandatory === true,
      selectOne: groupId !== null && tag.tagGroup?.selectOne === true,
      tags: [],
    };
    group.tags.push({ tagId: tag.id, name: line(tag.name), color: colorOf(tag) });
    groups.set(groupId, group);
  }
  return [...groups.values()].sort((a, b) => Number(a.groupId === null) - Number(b.groupId === null));
}

/** The tags of a project, by their groups. */
export async function readTagGroups(
  client: DoorayClient,
  token: string,
  project: ProjectRow,
): Promise<DoorayTagGroup[]> {
  return grouped(await client.all(token, `${pathOf(project)}/tags`, tagFacts));
}

/** What a project offers for a new task. */
export async function readProject(client: DoorayClient, token: string, project: ProjectRow): Promise<DoorayProject> {
  const path = pathOf(project);
  const tagGroups = await readTagGroups(client, token, project);
  const templates = await client.all(token, `${path}/templates`, templateInList);
  const members = await client.all(token, `${path}/members`, projectMember);
  const present = members.filter(({ role }) => role !== 'leaver').map((member) => member.organizationMemberId);
  const { projectId, name } = project;
  return {
    projectId,
    name,
    templates: templates.map((template) => ({
      templateId: template.id,
      name: line(template.templateName),
      isDefault: template.isDefault === true,
    })),
    tagGroups,
    members: await memberNames(client, token, present),
  };
}

/** A template as a new task begins, cleaned as a mail is. */
export async function readTemplate(
  client: DoorayClient,
  token: string,
  project: ProjectRow,
  templateId: string,
): Promise<DoorayTemplate> {
  const path = `${pathOf(project)}/templates/${encodeURIComponent(templateId)}`;
  const { subject, body, tags, users } = await client.get(token, path, templateFacts, { interpolation: true });
  return {
    templateId,
    subject: line(subject),
    html: body ? styledHtml(sanitiseBody(sourceOf(body))) : '',
    tagIds: (tags ?? []).map(({ id }) => id),
    assignees: (users?.to ?? []).flatMap(({ member }) => member?.organizationMemberId ?? []),
  };
}

/** A body as Dooray! keeps it. What is not HTML is shown as it was typed. */
export function sourceOf({ mimeType, content }: z.output<typeof doorayBody>): { html?: string; text?: string } {
  return mimeType === 'text/html' ? { html: content ?? '' } : { text: content ?? '' };
}

/** Why Dooray! would refuse the chosen tags; null where it takes them. */
export function tagProblem(
  groups: readonly DoorayTagGroup[],
  tagIds: readonly string[],
): 'unknown' | 'mandatory_tags' | 'one_tag' | null {
  const known = new Set(groups.flatMap(({ tags }) => tags.map(({ tagId }) => tagId)));
  if (!tagIds.every((id) => known.has(id))) return 'unknown';
  for (const { mandatory, selectOne, tags } of groups) {
    const chosen = tags.filter(({ tagId }) => tagIds.includes(tagId)).length;
    if (mandatory && chosen === 0) return 'mandatory_tags';
    if (selectOne && chosen > 1) return 'one_tag';
  }
  return null;
}

/** What Dooray! says, or null where it does not say anything now. */
export async function unlessAway<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DoorayFailure && error.again) return null;
    throw error;
  }
}
