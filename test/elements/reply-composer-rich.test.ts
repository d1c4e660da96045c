import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { Insertion } from '../../src/base/hub-context.js';
import type { Attachment, Draft } from '../../src/domain/types.js';
import type { ReplyComposer } from '../../src/elements/reply-composer/reply-composer.js';
import { DraftChangeRequest, TicketProcessRequest } from '../../src/events/requests.js';
import type { FakeHub } from '../support/fake-hub.js';
import { samplePreview } from '../../stories/support/sample-answers.js';
import { aSession, aTicket, hubWith, now, someSettings } from '../support/open-ticket.js';
import { settle, until } from '../support/until.js';

const partId = 'd'.repeat(32);

/** A hub of a service that answers with formats. */
function richHub(): FakeHub {
  const hub = hubWith();
  const session = aSession();
  const value = { ...session, service: { ...session.service, editor: 'html' as const } };
  hub.session.$session.set({ status: 'ready', value });
  return hub;
}

async function mount(hub: FakeHub): Promise<ReplyComposer> {
  await import('../../src/elements/reply-composer/define.js');
  const box = await fixture(html`<fake-hub .hub=${hub}><reply-composer></reply-composer></fake-hub>`);
  const element = box.querySelector<ReplyComposer>('reply-composer')!;
  await until(() => root(element).querySelector('.toolbar') !== null, 'the toolbar');
  return element;
}

const root = (element: ReplyComposer) => element.shadowRoot!;
const plain = (element: ReplyComposer) => root(element).querySelector('textarea')!;
const rich = (element: ReplyComposer) => root(element).querySelector<HTMLElement>('.ProseMirror')!;
const tool = (element: ReplyComposer, name: string) =>
  root(element).querySelector<HTMLButtonElement>(`.tool[aria-label="${name}"]`)!;
const text = (element: ReplyComposer) => (root(element).textContent ?? '').replace(/\s+/g, ' ');
const button = (element: ReplyComposer, name: string) =>
  [...root(element).querySelectorAll('button')].find(
    (one) => one.textContent!.trim() === name || one.getAttribute('aria-label') === name,
  )!;
const lastHtml = (hub: FakeHub) => hub.asked(DraftChangeRequest).at(-1)?.draft?.html;

async function open(element: ReplyComposer): Promise<HTMLElement> {
  (rich(element) ?? plain(element)).focus();
  await until(() => rich(element) !== null, 'the editor');
  await until(() => root(element).activeElement === rich(element), 'the focus');
  return rich(element);
}

const aDraft = (body: string, change: Partial<Draft> = {}): Draft => ({
  html: body,
  seq: 1,
  action: null,
  values: {},
  updatedAt: now,
  ...change,
});

function setDraft(hub: FakeHub, draft: Draft | null): void {
  hub.tickets.$draft.set({ ticketId: aTicket().ticketId, draft, state: 'kept' });
}

async function pressWith(modifier: 'Control' | 'Shift', key: string): Promise<void> {
  await sendKeys({ down: modifier });
  await sendKeys({ press: key });
  await sendKeys({ up: modifier });
}

function insertion(
  hub: FakeHub,
  body: string,
  how: Insertion['how'] = 'insert',
  attachments: Insertion['attachments'] = undefined,
): void {
  const one: Insertion = {
    ticketId: aTicket().ticketId,
    html: body,
    how,
    attachments,
    take: () => {
      if (hub.tickets.$insertion.get() !== one) return false;
      hub.tickets.$insertion.set(null);
      return true;
    },
  };
  hub.tickets.$insertion.set(one);
}

function paste(field: HTMLElement, data: Readonly<Record<string, string>>, files: readonly File[] = []): void {
  const clipboardData = new DataTransfer();
  for (const [type, value] of Object.entries(data)) clipboardData.setData(type, value);
  for (const file of files) clipboardData.items.add(file);
  const init = { clipboardData, bubbles: true, cancelable: true, composed: true };
  field.dispatchEvent(new ClipboardEvent('paste', init));
}

const png = () => new File([new Uint8Array([137, 80, 78, 71])], '화면.png', { type: 'image/png' });
const stored = (file: File, inline: boolean): Attachment => ({
  attachmentId: partId,
  fileName: file.name,
  contentType: file.type,
  size: file.size,
  inline,
});

describe('reply-composer, with formats', () => {
  it('shows the plain field until it is needed, and takes over text, caret and focus', async () => {
    const hub = richHub();
    const element = await mount(hub);
    expect(rich(element)).to.equal(null);
    const height = plain(element).offsetHeight;
    element.value = '첫 줄 \n\n둘째';
    await element.updateComplete;
    plain(element).setSelectionRange(4, 4);
    const field = await open(element);
    expect(plain(element).hidden).to.equal(true);
    await sendKeys({ type: 'x' });
    expect(element.value).to.equal('첫 줄 x\n\n둘째');
    expect(lastHtml(hub)).to.equal('<p>첫 줄 x</p><p>둘째</p>');
    element.value = '';
    await element.updateComplete;
    expect(field.offsetHeight).to.equal(height);
    expect(getComputedStyle(field, '::before').content).to.equal(`"${plain(element).placeholder}"`);
  });

  it('takes over what is selected, and tells of a change when it is left and not before', async () => {
    const hub = richHub();
    const element = await mount(hub);
    let changes = 0;
    element.addEventListener('change', () => (changes += 1));
    element.value = 'one two';
    await element.updateComplete;
    plain(element).focus();
    plain(element).setRangeText('!', 0, 0);
    plain(element).dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    plain(element).setSelectionRange(5, 8);
    await open(element);
    expect(plain(element).value).to.equal('');
    expect(changes).to.equal(0);
    rich(element).blur();
    expect(changes).to.equal(1);
    rich(element).focus();
    await pressWith('Control', 'b');
    expect(lastHtml(hub)).to.equal('<p>!one <strong>two</strong></p>');
  });

  it('loses no key that is typed while it comes', async () => {
    const element = await mount(richHub());
    plain(element).focus();
    const words = 'abcdefghij klmnop qrstuvwxyz';
    await sendKeys({ type: words });
    await until(() => rich(element) !== null);
    await sendKeys({ type: ' end' });
    expect(element.value).to.equal(`${words} end`);
  });

  it('never comes in a service that answers in plain text', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    plain(element).focus();
    setDraft(hub, aDraft('<p><strong>굵게</strong></p>'));
    await sendKeys({ type: 'x' });
    await element.updateComplete;
    expect(rich(element)).to.equal(null);
    expect(tool(element, '굵게')).to.equal(null);
    expect(tool(element, '파일 첨부')).to.not.equal(null);
  });

  it('names its parts and passes the audit', async () => {
    const element = await mount(richHub());
    await expect(element).to.be.accessible();
    const field = await open(element);
    expect(field.getAttribute('role')).to.equal('textbox');
    expect(field.getAttribute('aria-label')).to.equal('답변 내용');
    insertion(
      (element.parentElement as unknown as { hub: FakeHub }).hub,
      '<ul><li>하나</li></ul><table><tr><td>칸</td></tr></table><p><a href="https://a.example">링크</a></p>',
    );
    await until(() => field.querySelector('td') !== null);
    await expect(element).to.be.accessible();
  });

  it('formats by button and by key, and says what holds', async () => {
    const hub = richHub();
    const element = await mount(hub);
    await open(element);
    tool(element, '굵게').click();
    await sendKeys({ type: 'a' });
    await element.updateComplete;
    expect(tool(element, '굵게').getAttribute('aria-pressed')).to.equal('true');
    await pressWith('Control', 'b');
    await pressWith('Control', 'i');
    await sendKeys({ type: 'b' });
    expect(lastHtml(hub)).to.equal('<p><strong>a</strong><em>b</em></p>');
    await element.updateComplete;
    expect(tool(element, '굵게').getAttribute('aria-pressed')).to.equal('false');
    const press = async (name: string) => {
      tool(element, name).click();
      await settle();
    };
    await press('글머리 목록');
    expect(lastHtml(hub)).to.equal('<ul><li><p><strong>a</strong><em>b</em></p></li></ul>');
    await press('번호 목록');
    expect(lastHtml(hub)).to.contain('<ol>');
    await press('번호 목록');
    await press('인용');
    expect(lastHtml(hub)).to.equal('<blockquote><p><strong>a</strong><em>b</em></p></blockquote>');
    await press('인용');
    await press('실행 취소');
    expect(lastHtml(hub)).to.contain('<blockquote>');
  });

  it('moves between the tools by arrows, with one stop for Tab', async () => {
    const element = await mount(richHub());
    const stops = () =>
      [...root(element).querySelectorAll<HTMLElement>('.tool')].filter(({ tabIndex }) => tabIndex === 0);
    expect(stops()).to.have.length(1);
    tool(element, '굵게').focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(root(element).activeElement).to.equal(tool(element, '기울임'));
    await sendKeys({ press: 'End' });
    const last = [...root(element).querySelectorAll('.tool')].at(-1)!;
    expect(root(element).activeElement).to.equal(last);
    expect(stops()).to.deep.equal([last]);
    for (const one of root(element).querySelectorAll<HTMLElement>('.tool')) {
      expect(Math.min(one.offsetWidth, one.offsetHeight)).to.be.at.least(24);
    }
  });

  it('links what is selected, to safe addresses alone', async () => {
    const hub = richHub();
    const element = await mount(hub);
    await open(element);
    await sendKeys({ type: 'desk' });
    await pressWith('Control', 'a');
    await pressWith('Control', 'k');
    await element.updateComplete;
    const address = root(element).querySelector<HTMLInputElement>('.link-input')!;
    expect(root(element).activeElement).to.equal(address);
    await sendKeys({ type: 'javascript:alert(1)' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(text(element)).to.contain('웹 주소나 이메일 주소를 입력하세요.');
    expect(lastHtml(hub)).to.equal('<p>desk</p>');
    address.value = '';
    await sendKeys({ type: 'desk.example/a' });
    await sendKeys({ press: 'Enter' });
    expect(lastHtml(hub)).to.equal('<p><a href="https://desk.example/a">desk</a></p>');
    expect(root(element).activeElement).to.equal(rich(element));
  });

  it('keeps its keys to itself, and lets Escape and Tab pass', async () => {
    const element = await mount(richHub());
    await open(element);
    const heard: string[] = [];
    element.parentElement!.addEventListener('keydown', (event) => heard.push(event.key));
    await sendKeys({ type: 'c' });
    await pressWith('Control', 'k');
    await element.updateComplete;
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Tab' });
    expect(heard.filter((key) => key !== 'Control')).to.deep.equal(['Escape', 'Tab']);
  });

  it('shows what was kept with formats, and takes its own text back for what it is', async () => {
    const hub = richHub();
    setDraft(
      hub,
      aDraft('<h2>제목</h2><table border="1"><tr><th>항목</th><td colspan="2">값</td></tr></table><p>끝</p>'),
    );
    const element = await mount(hub);
    await until(() => rich(element) !== null, 'the editor');
    expect(rich(element).querySelector('h2')!.textContent).to.equal('제목');
    expect(rich(element).querySelector('td')!.getAttribute('colspan')).to.equal('2');
    await open(element);
    await pressWith('Control', 'End');
    await sendKeys({ type: '!' });
    const mine = lastHtml(hub)!;
    expect(mine).to.contain('<td colspan="2"><p>값</p></td>').and.to.contain('<p>끝!</p>');
    setDraft(hub, aDraft(mine, { seq: 2 }));
    // Spelt by somebody else, it is still the same text: undoing goes on.
    setDraft(hub, aDraft(mine.replaceAll('<p>값</p>', '값'), { seq: 3 }));
    await element.updateComplete;
    await pressWith('Control', 'z');
    expect(lastHtml(hub)).to.contain('<p>끝</p>');
    setDraft(hub, aDraft('<p>다른 창에서</p>', { seq: 4 }));
    await element.updateComplete;
    expect(element.value).to.equal('다른 창에서');
  });

  it('keeps the same field and its caret through a hundred changes of the ticket', async () => {
    const hub = richHub();
    const element = await mount(hub);
    const field = await open(element);
    await sendKeys({ type: 'hello' });
    await sendKeys({ press: 'ArrowLeft' });
    for (let version = 4; version < 104; version += 1) {
      hub.tickets.$current.set({ status: 'ready', value: aTicket({ version }) });
      if (version % 10 === 0) await element.updateComplete;
    }
    await sendKeys({ type: 'X' });
    expect(rich(element)).to.equal(field);
    expect(element.value).to.equal('hellXo');
  });

  it('keeps text and caret when it is removed and put back', async () => {
    const element = await mount(richHub());
    await open(element);
    await sendKeys({ type: 'hello' });
    await sendKeys({ press: 'ArrowLeft' });
    const home = element.parentElement!;
    element.remove();
    home.append(element);
    await element.updateComplete;
    rich(element).focus();
    await until(() => root(element).activeElement === rich(element));
    await new Promise((settled) => setTimeout(settled, 60));
    await sendKeys({ type: 'X' });
    expect(element.value).to.equal('hellXo');
  });

  it('puts in what others hand over, in one step to undo', async () => {
    const hub = richHub();
    const element = await mount(hub);
    await open(element);
    await sendKeys({ type: 'before ' });
    insertion(hub, '<p>안녕하세요, <strong>박민지</strong> 고객님.</p><p>감사합니다.</p>');
    await until(() => element.value.includes('박민지'));
    await sendKeys({ type: '!' });
    await pressWith('Control', 'z');
    expect(element.value).to.contain('감사합니다.').and.not.to.contain('!');
    await pressWith('Control', 'z');
    expect(element.value).to.equal('before ');
    insertion(hub, '<p>새 글</p>', 'replace');
    await until(() => element.value === '새 글');
    await pressWith('Control', 'z');
    expect(element.value).to.equal('before ');
    expect(hub.tickets.$insertion.get()).to.equal(null);
  });

  it('takes the files that go with an earlier text, beside those that are there', async () => {
    const file = (attachmentId: string): Attachment => ({
      attachmentId,
      fileName: `${attachmentId}.pdf`,
      contentType: 'application/pdf',
      size: 9,
      inline: false,
    });
    const hub = richHub();
    const element = await mount(hub);
    setDraft(hub, aDraft('<p>지금 글</p>', { attachments: [file('now')] }));
    await open(element);
    insertion(hub, '<p>전에 쓴 글</p>', 'replace', [file('now'), file('before')]);
    await until(() => element.value === '전에 쓴 글');
    const { attachments } = hub.asked(DraftChangeRequest).at(-1)!.draft!;
    expect(attachments!.map(({ attachmentId }) => attachmentId)).to.deep.equal(['now', 'before']);
  });

  it('lets nothing hostile in, pasted or handed over', async () => {
    const hub = richHub();
    const element = await mount(hub);
    const field = await open(element);
    const hostile =
      '<p onclick="x()" style="position:fixed">글<script>x()</script><img src="https://t.example/p.gif">' +
      '<a href="javascript:x()">링크</a><iframe src="https://t.example"></iframe></p>';
    paste(field, { 'text/html': hostile, 'text/plain': '글링크' });
    expect(lastHtml(hub)).to.equal('<p>글링크</p>');
    insertion(hub, hostile, 'replace');
    await until(() => hub.tickets.$insertion.get() === null);
    expect(element.value).to.equal('글링크');
    expect(field.querySelector('script, iframe, [style*=fixed], [onclick]')).to.equal(null);
  });

  it('keeps lists, links and tables that are pasted', async () => {
    const hub = richHub();
    const element = await mount(hub);
    const field = await open(element);
    paste(field, { 'text/html': '<table><tr><td>가</td><td><a href="https://a.example/">나</a></td></tr></table>' });
    expect(lastHtml(hub)).to.contain('<td><p>가</p></td>').and.to.contain('<a href="https://a.example/">나</a>');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ type: 'below' });
    expect(lastHtml(hub)).to.contain('</table><p>below</p>');
    element.value = '';
    paste(field, { 'text/plain': 'one\ntwo\n\nthree' });
    expect(lastHtml(hub)).to.equal('<p>one<br>two</p><p>three</p>');
  });

  it('stores a pasted image and shows it in the text', async () => {
    const hub = richHub();
    let finish: (attachment: Attachment) => void = () => undefined;
    const asked: [string, boolean][] = [];
    hub.files.upload = (file, { inline, onProgress }) => {
      asked.push([file.name, inline]);
      onProgress?.(0.4);
      return new Promise((resolve) => (finish = resolve));
    };
    const element = await mount(hub);
    const field = await open(element);
    await sendKeys({ type: 'ab' });
    await sendKeys({ press: 'ArrowLeft' });
    paste(field, {}, [png()]);
    await until(() => asked.length === 1);
    expect(asked).to.deep.equal([['화면.png', true]]);
    await until(() => field.textContent!.includes('40'), 'the progress');
    await expect(element).to.be.accessible();
    await sendKeys({ type: 'x' });
    button(element, '처리하기').click();
    await element.updateComplete;
    expect(text(element)).to.contain('파일을 올리는 중입니다.');
    finish(stored(png(), true));
    await until(() => lastHtml(hub)?.includes('<img') ?? false);
    expect(lastHtml(hub)).to.contain(`<img src="cid:${partId}" alt="화면">`);
    await until(() => field.querySelector('img:not(.ProseMirror-separator)')!.getAttribute('src')!.startsWith('blob:'));
    button(element, '처리하기').click();
    expect(hub.asked(TicketProcessRequest).at(-1)!.intent.attachmentIds).to.deep.equal([partId]);
  });

  it('counts an image alone as an answer', async () => {
    const hub = richHub();
    setDraft(hub, aDraft(`<p><img src="cid:${partId}"></p>`));
    const element = await mount(hub);
    await until(() => rich(element) !== null);
    button(element, '처리하기').click();
    expect(hub.asked(TicketProcessRequest)).to.have.length(1);
  });

  it('says why an image did not arrive, tries again, and loses no text', async () => {
    const hub = richHub();
    let tries = 0;
    hub.files.upload = (file, { inline }) =>
      ++tries === 1 ? Promise.reject(new DeskError('offline', '')) : Promise.resolve(stored(file, inline));
    const element = await mount(hub);
    const field = await open(element);
    await sendKeys({ type: 'words' });
    paste(field, {}, [png()]);
    await until(() => text(element).includes('파일을 올리지 못했습니다.'));
    button(element, '처리하기').click();
    await element.updateComplete;
    expect(text(element)).to.contain('올리지 못한 파일이 있습니다.');
    expect(hub.asked(TicketProcessRequest)).to.have.length(0);
    button(element, '다시 시도').click();
    await until(() => lastHtml(hub)?.includes('<img') ?? false);
    expect(lastHtml(hub)).to.contain('words');
  });

  it('stops an upload, and one whose place was deleted', async () => {
    const hub = richHub();
    const stopped: boolean[] = [];
    hub.files.upload = (_file, _options, signal) =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          stopped.push(true);
          reject(signal.reason as Error);
        }),
      );
    const element = await mount(hub);
    const field = await open(element);
    paste(field, {}, [png()]);
    await until(() => button(element, '화면.png 올리기 취소') !== undefined);
    button(element, '화면.png 올리기 취소').click();
    expect(stopped).to.have.length(1);
    expect(field.textContent).to.equal('');
    await sendKeys({ type: 'ab' });
    await sendKeys({ press: 'ArrowLeft' });
    paste(field, {}, [png()]);
    await until(() => field.querySelector('.placeholder') !== null);
    await pressWith('Control', 'a');
    await sendKeys({ press: 'Delete' });
    await until(() => stopped.length === 2);
    expect(text(element)).not.to.contain('화면.png');
  });

  it('attaches files by the rules, and says which one a file breaks', async () => {
    const hub = richHub();
    let count = 0;
    hub.files.upload = (file, { inline }) =>
      Promise.resolve({ ...stored(file, inline), attachmentId: String(count++).padStart(32, '0') });
    const element = await mount(hub);
    const drop = (...files: File[]) => {
      const dataTransfer = new DataTransfer();
      for (const file of files) dataTransfer.items.add(file);
      const init = { dataTransfer, bubbles: true, cancelable: true, composed: true };
      root(element).querySelector('.foot')!.dispatchEvent(new DragEvent('drop', init));
    };
    const file = (name: string, size = 1) => new File([new Uint8Array(size)], name);
    drop(file('a.pdf'), file('b.exe'), file(`${'c'.repeat(100)}.txt`), file('big.zip', 10 * 1024 * 1024));
    await until(() => text(element).includes('a.pdf') && hub.asked(DraftChangeRequest).length > 0);
    expect(
      hub
        .asked(DraftChangeRequest)
        .at(-1)!
        .draft!.attachments!.map(({ fileName }) => fileName),
    ).to.deep.equal(['a.pdf']);
    expect(text(element))
      .to.contain('첨부할 수 없는 형식')
      .and.to.contain('100자보다 짧아야')
      .and.to.contain('10MB보다');
    await expect(element).to.be.accessible();
    drop(file('1.txt'), file('2.txt'), file('3.txt'), file('4.txt'), file('5.txt'));
    await until(() => text(element).includes('5개까지 첨부'));
    expect(count).to.equal(5);
    button(element, 'a.pdf 삭제').click();
    await element.updateComplete;
    expect(hub.asked(DraftChangeRequest).at(-1)!.draft!.attachments).to.have.length(4);
  });

  it('brings the files of a draft back, and sends them', async () => {
    const hub = richHub();
    const file = stored(new File(['x'], '견적.pdf'), false);
    setDraft(hub, aDraft('<p>답변</p>', { attachments: [file] }));
    const element = await mount(hub);
    await until(() => text(element).includes('견적.pdf'));
    button(element, '처리하기').click();
    expect(hub.asked(TicketProcessRequest)[0]!.intent).to.deep.include({
      html: '<p>답변</p>',
      attachmentIds: [partId],
    });
  });

  it('marks forbidden words, and processes no mail that has one', async () => {
    const hub = richHub();
    const settings = someSettings({ forbiddenWords: ['바보', '무조건 환불'] });
    hub.session.$settings.set({ status: 'ready', value: settings });
    const element = await mount(hub);
    const field = await open(element);
    insertion(hub, '<p>이 바<strong>보</strong>야</p><ul><li>무조건 환불</li></ul>');
    await until(() => field.querySelector('.forbidden') !== null, 'the marks');
    expect([...field.querySelectorAll('.forbidden')].map(({ textContent }) => textContent).join('|')).to.equal(
      '바|보|무조건 환불',
    );
    expect(text(element)).to.contain('금칙어가 있어 보낼 수 없습니다: 바보, 무조건 환불');
    await expect(element).to.be.accessible();
    button(element, '처리하기').click();
    expect(hub.asked(TicketProcessRequest)).to.have.length(0);
    await sendKeys({ type: '0' });
    expect(element.value).to.equal('이 0야\n무조건 환불');
    await pressWith('Control', 'z');
    const choice = root(element).querySelector<HTMLSelectElement>('.choice')!;
    choice.value = 'comment';
    choice.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => field.querySelector('.forbidden') === null, 'no marks');
    button(element, '처리하기').click();
    expect(hub.asked(TicketProcessRequest)).to.have.length(1);
  });

  it('sends from the preview only what was seen there', async () => {
    const hub = richHub();
    const asked: string[] = [];
    hub.answers.preview = (_ticketId, { html: body }) => {
      asked.push(body);
      return Promise.resolve(samplePreview());
    };
    setDraft(hub, aDraft('<p>내일 보냅니다.</p>', { action: 'resolve' }));
    const element = await mount(hub);
    await open(element);
    const send = () =>
      root(element)
        .querySelector('preview-dialog')
        ?.shadowRoot?.querySelector<HTMLButtonElement>('dialog .primary:not([aria-disabled])');
    const process = async (): Promise<void> => {
      await until(() => Boolean(send()), 'the preview');
      send()!.click();
    };
    await until(() => button(element, '미리보기') !== undefined, 'the way to the preview');
    button(element, '미리보기').click();
    await until(() => asked.length === 1, 'the first preview');
    // Another tab wrote meanwhile.
    setDraft(hub, aDraft('<p>모레 보냅니다.</p>', { action: 'resolve', seq: 2 }));
    await until(() => text(element).includes('모레'), 'the other text');
    await process();
    await until(() => asked.length === 2, 'the preview of the other text');
    expect(asked[1]).to.contain('모레');
    expect(hub.asked(TicketProcessRequest)).to.have.lengthOf(0);
    await process();
    await until(() => hub.asked(TicketProcessRequest).length === 1, 'the answer');
  });
});
