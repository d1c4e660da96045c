import { getTableName, sql } from 'drizzle-orm';
import type { Language } from '../../src/domain/types.js';
import type { Tx } from '../server/db/database.js';
import { articles, attachments, contentLabels, type ArticleText } from '../server/db/schema.js';
import { dayOf } from '../server/services/articles/articles.js';
import { storedText } from '../server/services/articles/texts.js';
import { seedHelpCenters, type SeedArticle, type SeedLabel } from './help-center.js';
import type { SeedService } from './organisation.js';
import { parcelPicture } from './picture.js';

const day = 24 * 3_600_000;
/** Services have numbers of their own, so that a number never means two things in a test. */
const range = 1_000;

const languages: readonly Language[] = ['ko', 'ja', 'en'];

/** What the help center of a service tells, and what the service tells its agents. */
export async function seedArticlesOf(tx: Tx, service: SeedService, place: number, now: number): Promise<void> {
  const { labels, articles: all } = seedHelpCenters[service.serviceId];
  const first = (place + 1) * range;
  const numbers = new Map(labels.map(({ key }, index) => [key, first + index + 1]));
  await tx.insert(contentLabels).values(labels.map((label, index) => labelRow(service, label, numbers, index)));
  for (const [index, article] of all.entries()) {
    const articleId = first + index + 1;
    const pictureId = fileNumber(articleId, 'a');
    await tx.insert(articles).values(articleRow(service, article, { articleId, pictureId, numbers, now }));
    await seedFilesOf(tx, service, article, { articleId, pictureId, now });
  }
}

function labelRow(
  { serviceId }: SeedService,
  { key, kind, parent, names }: SeedLabel,
  numbers: ReadonlyMap<string, number>,
  position: number,
): typeof contentLabels.$inferInsert {
  const labelId = numbers.get(key) ?? 0;
  return { serviceId, labelId, kind, parent: numbers.get(parent ?? '') ?? 0, names, position };
}

interface Numbered {
  readonly articleId: number;
  readonly pictureId: string;
  readonly now: number;
}

function articleRow(
  { serviceId, timeZone }: SeedService,
  article: SeedArticle,
  { articleId, pictureId, numbers, now }: Numbered & { readonly numbers: ReadonlyMap<string, number> },
): typeof articles.$inferInsert {
  const { kind, audience, label, tags = [], daysAgo, days, titles, bodies } = article;
  const fromAt = now - daysAgo * day;
  const text = (language: Language): ArticleText => {
    const html = bodies[language].replace('{picture}', `<img src="cid:${pictureId}" alt="" width="160">`);
    return storedText({ title: titles[language], html });
  };
  return {
    serviceId,
    articleId,
    kind,
    audience,
    labelId: label === null ? null : (numbers.get(label) ?? null),
    tagIds: tags.flatMap((tag) => numbers.get(tag) ?? []),
    top: article.top ?? false,
    recommended: article.recommended ?? false,
    published: !article.draft,
    fromAt,
    untilAt: days === undefined ? null : fromAt + days * day,
    displayedOn: dayOf(fromAt, timeZone),
    texts: Object.fromEntries(languages.map((language) => [language, text(language)])),
    readCount: article.read ?? 0,
    createdAt: Math.min(fromAt, now),
    updatedAt: Math.min(fromAt, now),
  };
}

async function seedFilesOf(
  tx: Tx,
  { serviceId, language }: SeedService,
  { picture, file }: SeedArticle,
  { articleId, pictureId, now }: Numbered,
): Promise<void> {
  const add = (attachmentId: string, fileName: string, contentType: string, content: Uint8Array, inline: boolean) =>
    tx.insert(attachments).values({
      serviceId,
      attachmentId,
      fileName,
      contentType,
      size: content.length,
      inline,
      content,
      createdAt: now,
      articleId,
    });
  if (picture) await add(pictureId, 'parcel.png', 'image/png', parcelPicture(), true);
  if (file) {
    const content = new TextEncoder().encode(file.text);
    await add(fileNumber(articleId, 'b'), file.names[language], 'text/plain', content, false);
  }
}

/** Later ones go on after the numbers that were given here. */
export async function moveArticleCounters(tx: Tx): Promise<void> {
  for (const [table, column] of [
    [contentLabels, 'label_id'],
    [articles, 'article_id'],
  ] as const) {
    const next = sql`(select max(${sql.identifier(column)}) + 1 from ${table})`;
    await tx.execute(sql`select setval(pg_get_serial_sequence(${getTableName(table)}, ${column}), ${next}, false)`);
  }
}

/** The number of a file of an article: always the same. */
function fileNumber(articleId: number, mark: 'a' | 'b'): string {
  return `${mark}${articleId.toString(16).padStart(7, '0')}`.repeat(4);
}
