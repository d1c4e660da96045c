import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseMail } from '../../demo/server/services/mail/parse-mail.js';
import { Post } from '../mail/post.js';
import { writeTo } from './support/customer.js';
import { startDemo, type DemoServer } from './support/demo-server.js';
import { focusedName, Keyboard, Mouse, type Hands } from './support/hands.js';
import { textsIn, wordsOf, wrongWords, type PageLanguage } from './support/said.js';
import { rowsOf, visit } from './support/visit.js';

/** What is written and chosen in a language. */
interface Story {
  readonly service: 'demo' | 'demojp';
  readonly admin: string;
  readonly customer: string;
  readonly subject: string;
  readonly spam: string;
  readonly inquiry: string;
  readonly byHand: string;
  readonly category: string;
  readonly type: string;
  readonly template: string;
  readonly answer: string;
  readonly again: string;
  readonly group: string;
  readonly colleague: string;
  /** What the layout of the language says. */
  readonly layout: string;
  readonly sender: string;
}

const stories: Readonly<Record<PageLanguage, Story>> = {
  ko: {
    service: 'demo',
    admin: 'admin1',
    customer: '한지우',
    subject: '주문한 상품이 오지 않았습니다',
    spam: '명품 시계 특가',
    inquiry: '지난주에 주문했는데 아직 도착하지 않았습니다.',
    byHand: '전화로 받은 문의',
    category: '배송 지연',
    type: '재발송',
    template: '재발송 안내',
    answer: '오늘 다시 보냈습니다.',
    again: '아직도 오지 않았습니다.',
    group: '결제·환불',
    colleague: '이준호',
    layout: '고객님, 안녕하세요.',
    sender: '하늘상점 고객센터',
  },
  ja: {
    service: 'demojp',
    admin: 'jpadmin',
    customer: '山田花子',
    subject: '注文した商品が届きません',
    spam: '高級時計のご案内',
    inquiry: '先週注文した品がどこにあるか教えてください。',
    byHand: '電話で受けたお問い合わせ',
    category: '配送遅延',
    type: '再発送',
    template: '配送遅延のお詫び',
    answer: '本日あらためて発送いたしました。',
    again: 'まだ届いていません。',
    group: '注文・配送',
    colleague: '鈴木 蓮',
    layout: '今後ともよろしくお願いいたします。',
    sender: 'そらストア サポート',
  },
  en: {
    service: 'demo',
    admin: 'admin1',
    customer: 'Jordan Reed',
    subject: 'My order has not arrived',
    spam: 'Great watches for you',
    inquiry: 'I ordered last week and nothing has come yet.',
    byHand: 'Asked on the phone',
    category: '배송 지연',
    type: '재발송',
    template: 'Order on its way',
    answer: 'We have sent it again today.',
    again: 'It still has not come.',
    group: '결제·환불',
    colleague: '이준호',
    layout: 'Kind regards',
    sender: 'Haneul Store Customer Care',
  },
};

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const image = { name: 'map.png', mimeType: 'image/png', buffer: picture };
const file = { name: 'receipt.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') };

const started = (text: string): RegExp => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

let post: Post;
let server: DemoServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deskparts-procedure-'));
  post = await Post.open();
  server = await startDemo({ folder, tickets: 0, smtp: post.url });
}, 180_000);
afterAll(async () => {
  await server.stop();
  await post.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An administrator before the console, with the words of the language and the story that is told in it. */
class Agent {
  readonly words;
  readonly story: Story;
  readonly #data: Set<string>;

  private constructor(
    readonly page: Page,
    readonly hands: Hands,
    readonly language: PageLanguage,
    data: readonly string[],
  ) {
    this.words = wordsOf(language);
    this.story = stories[language];
    this.#data = new Set([...data, ...Object.values(this.story), image.name, file.name]);
  }

  static async start(by: 'mouse' | 'keyboard', lang: PageLanguage): Promise<Agent> {
    const { service, admin } = stories[lang];
    const { page } = await visit('console.html', { service, agent: admin, lang, origin: server.origin });
    const answers = ['session.json', 'settings.json', 'templates.json'].map((path) => ask(service, admin, path));
    const hands = by === 'mouse' ? new Mouse(page) : new Keyboard(page);
    return new Agent(page, hands, lang, textsIn(await Promise.all(answers)));
  }

  /** Nothing on the screen is a raw key, or in another language, but what people wrote. */
  async saysNothingForeign(): Promise<void> {
    expect(await wrongWords(this.page, this.language, this.#data)).toEqual([]);
  }

  /** What was pressed may be gone with what it did; the keyboard is not. */
  async keepsKeyboard(): Promise<void> {
    await expect.poll(() => focusedName(this.page)).not.toMatch(/^body/);
  }

  button(name: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: true });
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true });
  }

  part(tag: string): Locator {
    return this.page.locator(tag);
  }

  async openView(view: keyof Agent['words']['view']): Promise<void> {
    const line = this.page.getByRole('button', { name: started(this.words.view[view]) });
    await this.hands.turnTo('menu');
    if ((await line.getAttribute('aria-current')) === null) await this.hands.press(line);
  }

  row(subject: string): Locator {
    return rowsOf(this.page).filter({ hasText: subject });
  }

  async open(subject: string): Promise<void> {
    await this.row(subject).waitFor();
    await this.hands.turnTo('list');
    await this.hands.press(this.row(subject));
    await this.part('ticket-info').getByText(subject).first().waitFor();
  }

  get text(): Locator {
    return this.page.getByRole('textbox', { name: this.words.replyComposer.text, exact: true });
  }

  message(text: string): Locator {
    return this.page.getByRole('article').filter({ hasText: text });
  }

  status(status: keyof Agent['words']['status']): Promise<void> {
    return this.part('ticket-info').getByText(this.words.status[status], { exact: true }).first().waitFor();
  }
}

async function ask(service: string, agent: string, path: string): Promise<unknown> {
  const { token } = (await (await fetch(`${server.origin}/demo/token?service=${service}&agent=${agent}`)).json()) as {
    token: string;
  };
  const headers = { Authorization: `Bearer ${token}` };
  return (await fetch(`${server.origin}/${service}/openapi/v1/console/${path}`, { headers })).json();
}

/** ➌ A ticket by hand, for an inquiry that came another way. */
async function create(agent: Agent, subject: string): Promise<void> {
  const { hands, words, story } = agent;
  await hands.press(agent.page.getByRole('button', { name: started(words.ticketToolbar.create) }));
  const dialog = agent.dialog(words.createDialog.title);
  await hands.pick(dialog.getByRole('combobox', { name: words.field.category }), story.category);
  await hands.fill(dialog.getByLabel(words.ticketDetail.name, { exact: true }), story.customer);
  await hands.tick(dialog.getByRole('checkbox').last());
  await hands.fill(dialog.getByRole('textbox', { name: started(words.createDialog.subject) }), subject);
  await hands.write(dialog.getByRole('textbox', { name: words.createDialog.text, exact: true }), story.inquiry);
  await agent.saysNothingForeign();
  await hands.press(agent.button(words.createDialog.submit, dialog));
  await dialog.waitFor({ state: 'detached' });
  await agent.part('ticket-info').getByText(subject).first().waitFor();
  await hands.press(agent.button(words.ticketInfo.more, agent.part('ticket-info')));
  await agent.part('ticket-info').getByText(words.channel.manual, { exact: true }).first().waitFor();
}

/** ➍ Hands the open ticket to a colleague. */
async function forward(agent: Agent): Promise<void> {
  const { hands, words, story } = agent;
  await hands.press(agent.button(words.action.forward, agent.part('ticket-detail')));
  const dialog = agent.dialog(words.forwardDialog.title);
  await hands.choose(dialog.getByRole('combobox', { name: words.forwardDialog.group }), story.group);
  await hands.check(dialog.getByRole('radio', { name: started(story.colleague) }));
  await agent.saysNothingForeign();
  await hands.press(agent.button(words.forwardDialog.submit, dialog));
  await dialog.waitFor({ state: 'detached' });
  await agent.part('ticket-info').getByText(story.colleague).first().waitFor();
  await agent.status('processing');
  await agent.keepsKeyboard();
}

/** ➍ Takes an unassigned ticket for one of the agent's groups. */
async function claim(agent: Agent, subject: string): Promise<void> {
  const { hands, words } = agent;
  await agent.openView('unassigned');
  await agent.open(subject);
  await hands.press(agent.button(words.action.claim, agent.part('ticket-detail')));
  const dialog = agent.dialog(words.claimDialog.title);
  await hands.check(dialog.getByRole('radio').nth(1));
  await agent.saysNothingForeign();
  await hands.press(agent.button(words.claimDialog.submit, dialog));
  await agent.status('processing');
  await agent.keepsKeyboard();
}

/** ➎ ① ③ ④ Fields of the customer, handling type and priority. */
async function fillIn(agent: Agent): Promise<void> {
  const { hands, words, story } = agent;
  const fields = agent.part('customer-fields');
  await hands.fill(fields.getByLabel(words.ticketDetail.phone, { exact: true }), '010-1234-5678');
  await hands.pick(fields.getByRole('combobox', { name: words.field.category }), story.category);
  await hands.tick(fields.getByRole('checkbox').last());
  await hands.press(agent.button(words.fieldForm.save, fields));
  await fields.getByText(words.fieldForm.saved).waitFor();
  const handling = agent.part('agent-fields');
  await hands.pick(handling.getByRole('combobox', { name: words.ticketDetail.handlingType }), story.type);
  await agent.part('ticket-info').getByText(story.type).first().waitFor();
  await hands.choose(handling.getByRole('combobox', { name: words.ticketDetail.priority }), words.priority.urgent);
  await agent.part('ticket-info').getByText(words.priority.urgent, { exact: true }).first().waitFor();
}

/** ➎ ② The answer: a template, words in bold, an image and a file. */
async function write(agent: Agent): Promise<void> {
  const { hands, words, story, page } = agent;
  const tools = page.getByRole('toolbar', { name: words.answerTools.label });
  await hands.press(agent.button(words.templates.open, tools));
  const dialog = agent.dialog(words.templates.title);
  await hands.write(dialog.getByRole('combobox', { name: words.templates.search }), story.template);
  await dialog.getByRole('option', { name: started(story.template) }).waitFor();
  await agent.saysNothingForeign();
  await hands.press(agent.button(words.templates.insert, dialog));
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => agent.text.innerText()).not.toBe('');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await hands.press(agent.button(words.answerTools.bold, tools));
  await hands.write(agent.text, story.answer);
  for (const [name, given] of [
    [words.answerTools.image, image],
    [words.answerTools.attach, file],
  ] as const) {
    const chooser = page.waitForEvent('filechooser');
    await hands.press(agent.button(name, tools));
    await (await chooser).setFiles(given);
  }
  await agent.text.locator('img:not(.ProseMirror-separator)').waitFor();
  await agent.part('reply-composer').getByText(file.name).first().waitFor();
}

/** ➎ ⑥ The mail as the customer will get it. */
async function preview(agent: Agent): Promise<void> {
  const { hands, words, story } = agent;
  await hands.press(agent.button(words.mailPreview.open));
  const dialog = agent.dialog(words.mailPreview.title);
  await dialog.getByText(story.answer).waitFor();
  await dialog.getByText(story.layout).first().waitFor();
  await agent.saysNothingForeign();
  await hands.press(agent.button(words.common.close, dialog));
  await dialog.waitFor({ state: 'detached' });
}

/** ➎ ⑤ Chooses how to process, and does it. */
async function processAs(agent: Agent, action: 'resolve' | 'hold' | 'comment' | 'internal'): Promise<void> {
  const { hands, words } = agent;
  const composer = agent.part('reply-composer');
  await hands.choose(composer.getByRole('combobox', { name: words.replyComposer.choice }), words.action[action]);
  await hands.press(composer.getByRole('button', { name: words.replyComposer.process, exact: true }));
}

/** Mails that arrived at an address, in order. */
const mailsTo = (address: string) => post.received.filter(({ to }) => to.includes(address));

test('words of another language would be found', async () => {
  const agent = await Agent.start('mouse', 'ko');
  await agent.openView('unassigned');
  expect(await wrongWords(agent.page, 'ja', new Set())).toContain(agent.words.view.unassigned);
  expect(await wrongWords(agent.page, 'en', new Set())).toContain(agent.words.view.unassigned);
});

describe.each([
  ['mouse', 'ko'],
  ['keyboard', 'ko'],
  ['keyboard', 'ja'],
  ['keyboard', 'en'],
] as const)('by %s in the language %s', (by, language) => {
  test('a ticket goes the whole way, from the customer and back', { timeout: 150_000 }, async () => {
    const agent = await Agent.start(by, language);
    const { hands, words, story } = agent;
    const address = `${by}-${language}@customer.example`;
    const subject = `${story.subject} (${by})`;
    const spam = `${story.spam} (${by})`;
    const mail = { name: story.customer, address, subject, text: story.inquiry, id: `first-${address}` };
    await writeTo(server.origin, story.service, mail);
    await writeTo(server.origin, story.service, {
      ...mail,
      id: `spam-${address}`,
      subject: spam,
    });

    await create(agent, `${story.byHand} (${by})`);
    await forward(agent);

    await claim(agent, subject);
    await fillIn(agent);
    await write(agent);
    await preview(agent);
    await processAs(agent, 'resolve');
    await agent.status('resolved');
    await agent.button(words.mailCourse.undo, agent.message(story.answer)).waitFor();
    await agent.saysNothingForeign();
    // The pointer is at the message at once; the keyboard is at the button that sent it.
    const near = by === 'mouse' ? agent.message(story.answer) : agent.part('reply-composer');
    await hands.press(agent.button(words.mailCourse.undo, near));
    await agent.status('processing');
    await expect.poll(() => agent.text.innerText()).toContain(story.answer);
    await processAs(agent, 'resolve');
    await agent.status('resolved');

    // While the mail may still be taken back: what is no inquiry at all.
    await agent.openView('unassigned');
    await agent.open(spam);
    const composer = agent.part('reply-composer');
    await hands.choose(composer.getByRole('combobox', { name: words.replyComposer.choice }), words.action.internal);
    await hands.choose(composer.getByRole('combobox', { name: words.replyComposer.reason }), words.reason.spam);
    await hands.press(agent.button(words.replyComposer.process, composer));
    await agent.row(spam).waitFor({ state: 'detached' });
    await agent.openView('spam');
    await agent.open(spam);
    await hands.press(agent.button(words.action.delete, agent.part('ticket-detail')));
    const deletion = agent.dialog(words.ticketDetail.deleteTitle);
    await agent.saysNothingForeign();
    await hands.press(agent.button(words.ticketDetail.deleteSubmit, deletion));
    await agent.row(spam).waitFor({ state: 'detached' });
    await agent.keepsKeyboard();

    await expect.poll(() => mailsTo(address).length, { timeout: 20_000 }).toBe(1);
    const { source } = mailsTo(address)[0]!;
    const received = await PostalMime.parse(source);
    expect(received.from).toMatchObject({ name: story.sender });
    expect(received.subject).toBe(`Re: ${subject}`);
    expect(received.inReplyTo).toBe(`<first-${address}>`);
    expect(received.references).toContain(`<first-${address}>`);
    expect(received.html).toContain(story.layout);
    expect(received.html).toMatch(new RegExp(`<(strong|b)[^>]*>${story.answer}`));
    expect(received.attachments.map(({ filename }) => filename).sort()).toEqual([image.name, file.name]);

    const { messageId } = parseMail(new TextEncoder().encode(source));
    await writeTo(server.origin, story.service, {
      ...mail,
      id: `again-${address}`,
      subject: `Re: ${subject}`,
      text: story.again,
      answers: messageId ?? '',
    });
    await agent.openView('mine_processing');
    await agent.open(subject);
    await agent.message(story.again).waitFor();
    await agent.status('processing');

    await hands.choose(composer.getByRole('combobox', { name: words.replyComposer.choice }), words.action.internal);
    await hands.choose(composer.getByRole('combobox', { name: words.replyComposer.reason }), words.reason.phone);
    await hands.press(agent.button(words.replyComposer.process, composer));
    await agent.status('resolved');
    await hands.press(agent.button(words.action.complete, agent.part('ticket-detail')));
    await agent.status('completed');
    await agent.saysNothingForeign();
    expect(mailsTo(address)).toHaveLength(1);
  });
});
