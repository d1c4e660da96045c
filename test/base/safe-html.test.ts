import { expect } from '@open-wc/testing';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import { messageBodyStyles } from '../../src/base/message-body.styles.js';
import { renderBody, type BodyOptions } from '../../src/base/message-body.js';
import { safeHtml } from '../../src/base/safe-html.js';
import { domShape, project } from '../../src/domain/projection.js';
import type { Body } from '../../src/domain/types.js';
import { hostile } from '../support/hostile-markup.js';
import { projections } from '../support/projection-vectors.js';

const texts: BodyOptions['texts'] = {
  quoted: 'Quoted',
  blockedImage: 'Blocked',
  linkWarning: ({ host }) => `Careful: ${host}`,
};

const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

const options = (over: Partial<BodyOptions> = {}): BodyOptions => ({
  texts,
  part: () => Promise.reject(new Error('no parts here')),
  signal: new AbortController().signal,
  ...over,
});

const bodyOf = (html: string): Body => sanitiseBody({ html });
/** What the page would get from a server that does not filter. */
const unfiltered = (html: string): Body => ({ html, text: 'text', styles: [], blocked: [], notes: [] });

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

interface Stage {
  host: HTMLElement;
  box: HTMLElement;
}

/** A shadow root as the history has one, with a control of ours beside the message. */
function stage(): Stage {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(messageBodyStyles.cssText);
  root.adoptedStyleSheets = [style];
  const button = document.createElement('button');
  button.textContent = 'ours';
  const box = document.createElement('div');
  box.className = 'message-body';
  root.append(button, box);
  document.body.append(host);
  return { host, box };
}

/** Everything of the page that a message must not change. */
function observe({ host }: Stage): string {
  const button = host.shadowRoot?.querySelector('button');
  const { left, top, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
  const hit = host.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2);
  return JSON.stringify({
    button: [left, top, width, height],
    hit: hit === button,
    focus: document.activeElement === document.body,
    look: button && getComputedStyle(button).cssText,
    host: getComputedStyle(host).position,
    names: Object.keys(window).length,
    location: location.href,
    scroll: [scrollX, scrollY],
    fired: (window as { fired?: unknown }).fired,
  });
}

describe('hostile markup in the page', () => {
  const requested: string[] = [];
  const watch = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) if (!name.startsWith('blob:')) requested.push(name);
  });

  before(() => watch.observe({ type: 'resource' }));
  after(() => watch.disconnect());

  for (const [aim, vectors] of Object.entries(hostile)) {
    for (const [way, make] of [
      ['filtered by the server', bodyOf],
      ['by the page alone', unfiltered],
    ] as const) {
      it(`does nothing: ${aim}, ${way}`, async () => {
        // The library is fetched once; that is no request of a message.
        await safeHtml('');
        await settled();
        for (const vector of vectors) {
          const place = stage();
          const before = observe(place);
          requested.length = 0;
          place.box.append(await renderBody(make(vector), options()));
          await settled();
          expect(observe(place), vector).to.equal(before);
          expect(requested, vector).to.deep.equal([]);
          expect(
            place.box.querySelector('[id],[name],[class=root],[style*=position],script,iframe,form,svg'),
            vector,
          ).to.equal(null);
          for (const link of place.box.querySelectorAll('a[href]')) {
            expect(link.getAttribute('href'), vector).to.match(/^(?:https?|mailto|tel):/);
            expect(link.getAttribute('target')).to.equal('_blank');
            expect(link.getAttribute('rel')).to.equal('noopener noreferrer nofollow');
          }
          place.host.remove();
        }
      }).timeout(60_000);
    }
  }
});

describe('one tree on both sides', () => {
  it('counts the elements of the stored markup as the server did', async () => {
    const awkward = [
      '<p>a<b>b<p>c</b>d',
      '<table><b>a<tr><td>c</b>d</table>',
      '<a href=//x.example>1<table><tr><td><a href=//y.example>2</table>3',
      '<ul><li>a<li>b<ul><li>c</ul></ul>',
      '<center><font color=red>a<h1>b</font>c</h1>',
      '<button><p>a<div>b</button>c',
      '<pre>\n\n a\n</pre><p>x<pre>y',
      ...Object.values(hostile).flat(),
    ];
    for (const html of awkward) {
      const {
        html: stored,
        styles,
        blocked,
      } = bodyOf(`<p>${html}</p><u style="color:red">mark</u><img src="https://a.example/">`);
      const { fragment, elements } = await safeHtml(stored);
      expect([...fragment.querySelectorAll('*')], html).to.deep.equal(elements);
      // What ends in an open comment or title takes the mark with it.
      if (!stored.includes('<u>mark')) continue;
      expect(elements[styles.at(-1)?.node ?? -1]?.textContent, html).to.equal('mark');
      expect(elements[blocked.at(-1)?.node ?? -1]?.localName, html).to.equal('img');
    }
  });

  it('projects the same text', async () => {
    for (const [what, html, text] of projections) {
      const { fragment } = await safeHtml(bodyOf(html).html);
      expect(project<Node>(fragment, domShape).text, what).to.equal(text);
    }
  });
});

describe('a message in the page', () => {
  async function shown(body: Body, over: Partial<BodyOptions> = {}): Promise<HTMLElement> {
    const box = document.createElement('div');
    box.append(await renderBody(body, options(over)));
    return box;
  }

  it('keeps every attribute that the server kept', async () => {
    const html =
      '<table width="90%" align="center" bgcolor="#eee" border="1" cellpadding="2" cellspacing="0"><tbody><tr valign="top">' +
      '<td colspan="2" rowspan="3" dir="rtl" lang="ko" title="t" height="9"><font color="red" face="a, b" size="+1">x</font>' +
      '<ol start="3" type="a"><li>y</li></ol></td></tr></tbody></table>';
    expect((await shown(bodyOf(html))).innerHTML).to.equal(html);
  });

  it('has its styles set, without a style text ever being parsed as markup', async () => {
    const box = await shown(bodyOf('<p style="color:red;padding:2px 4px;border:1px solid #ccc">a</p>'));
    const { style } = box.querySelector('p') as HTMLElement;
    expect([style.color, style.paddingLeft, style.borderTopStyle]).to.deep.equal(['red', '4px', 'solid']);
  });

  it('does not trust the styles that it is given', async () => {
    const props = [
      ['position', 'fixed'],
      ['color', 'red;position:fixed'],
      ['background-color', 'url(https://tracker.invalid/)'],
      ['width', '99999px'],
    ] as const;
    const box = await shown({ ...unfiltered('<p>a</p>'), styles: [{ node: 0, props }] });
    expect(box.querySelector('p')?.getAttribute('style')).to.equal(null);
  });

  it('says where a link leads and warns when its text says something else', async () => {
    const box = await shown(
      bodyOf(
        '<a href="https://evil.example/x">www.bank.example</a><a href="https://www.bank.example/x">bank.example/login</a>' +
          '<a href="https://evil.example/y">click here</a><a href="mailto:a@evil.example">a@bank.example</a>',
      ),
    );
    const links = [...box.querySelectorAll('a')];
    expect(links.map((link) => link.title)[0]).to.equal('https://evil.example/x');
    expect(links.map((link) => link.nextElementSibling?.className === 'link-warning')).to.deep.equal([
      true,
      false,
      false,
      true,
    ]);
    expect(box.querySelector('.link-warning')?.textContent).to.equal('Careful: evil.example');
  });

  it('sees through invisible characters in the text of a link', async () => {
    const box = await shown(bodyOf('<a href="https://evil.example/">b\u200bank.example</a>'));
    expect(box.querySelector('.link-warning')).to.not.equal(null);
  });

  it('puts a mark in the place of a remote image, which opens it elsewhere', async () => {
    const box = await shown(bodyOf('<img src="https://a.example/b.png" alt="plan">'));
    const mark = box.querySelector<HTMLAnchorElement>('a.blocked-image');
    expect(mark?.textContent).to.equal('Blocked: plan');
    expect([mark?.href, mark?.target, mark?.rel]).to.deep.equal([
      'https://a.example/b.png',
      '_blank',
      'noopener noreferrer nofollow',
    ]);
    expect(box.querySelector('img')).to.equal(null);
  });

  it('shows no mark for a counting pixel and no link inside a link', async () => {
    const box = await shown(
      bodyOf(
        '<img src="https://a.example/b" width="1" height="1"><a href="https://a.example/"><img src="https://a.example/c"></a>',
      ),
    );
    expect(box.querySelectorAll('.blocked-image')).to.have.lengthOf(1);
    expect(box.querySelector('a a')).to.equal(null);
  });

  it('fills in stored parts and gives their addresses back', async () => {
    const leaving = new AbortController();
    const given: string[] = [];
    const revoke = URL.revokeObjectURL.bind(URL);
    const revoked: string[] = [];
    URL.revokeObjectURL = (address) => (revoked.push(address), revoke(address));
    try {
      const part = async (id: string): Promise<string> => {
        given.push(id);
        return URL.createObjectURL(await (await fetch(pixel)).blob());
      };
      const attachmentId = 'c'.repeat(32);
      const body = sanitiseBody({ html: '<img src="cid:x" alt="a">', parts: [{ attachmentId, contentId: 'x' }] });
      const box = await shown(body, { part, signal: leaving.signal });
      await settled();
      const address = box.querySelector('img')?.src ?? '';
      expect(given).to.deep.equal([attachmentId]);
      expect(address).to.match(/^blob:/);
      leaving.abort();
      expect(revoked).to.deep.equal([address]);
    } finally {
      URL.revokeObjectURL = revoke;
    }
  });

  it('keeps the alternative text where a part cannot be had', async () => {
    const body = sanitiseBody({
      html: '<img src="cid:x" alt="plan">',
      parts: [{ attachmentId: 'c'.repeat(32), contentId: 'x' }],
    });
    const box = await shown(body);
    await settled();
    expect(box.querySelector('img.missing-part')?.getAttribute('alt')).to.equal('plan');
  });

  it('shows the text when there is no markup that may be shown', async () => {
    const box = await shown({ ...unfiltered('<script>1</script>'), text: 'a\n<b>' });
    expect(box.querySelector('.plain')?.textContent).to.equal('a\n<b>');
  });
});

describe('the sanitiser', () => {
  const own = Object.getOwnPropertyDescriptor(window, 'trustedTypes')!;

  it('is loaded again for the next message when it could not be had for the first', async () => {
    const address = new URL('../../src/base/safe-html.ts?anew', import.meta.url).href;
    const { safeHtml: safely } = (await import(address)) as { safeHtml: typeof safeHtml };
    const mute = { createPolicy: () => ({ createHTML: () => '', createScriptURL: () => '' }) };
    Object.defineProperty(window, 'trustedTypes', { value: mute, configurable: true });
    try {
      const outcome = await safely('<b>a</b>').then(
        () => 'shown',
        () => 'failed',
      );
      expect(outcome).to.equal('failed');
    } finally {
      Object.defineProperty(window, 'trustedTypes', own);
    }
    expect((await safely('<b>a</b>')).fragment.textContent).to.equal('a');
  });
});

describe('what was quoted', () => {
  async function folds(html: string): Promise<{ open: string; folded: string[] }> {
    const box = document.createElement('div');
    box.append(await renderBody(bodyOf(html), options()));
    const quotes = [...box.querySelectorAll('details')];
    const folded = quotes.map((quote) => (quote.textContent ?? '').replace(/^Quoted/, ''));
    for (const quote of quotes) quote.remove();
    return { open: box.textContent ?? '', folded };
  }

  const quoted = 'earlier words. '.repeat(20);

  for (const line of [
    'On Mon, 1 Jan 2024 at 10:00, Kim &lt;kim@a.example&gt; wrote:',
    '2024년 1월 1일 (월) 오전 10:00, 김영희 &lt;kim@a.example&gt;님이 작성:',
    '2024年1月1日(月) 10:00 山田 &lt;y@a.example&gt;:',
    '1月1日 山田さんのメール:',
    '-----Original Message-----',
    '-----원본 메시지-----',
  ]) {
    it(`is folded under "${line.slice(0, 30)}"`, async () => {
      const { open, folded } = await folds(`<div>answer</div><div>${line}</div><blockquote>${quoted}</blockquote>`);
      expect(open).to.equal('answer');
      expect(folded).to.have.lengthOf(1);
      expect(folded[0]).to.contain('earlier words');
    });
  }

  it('is folded from the header lines that Outlook writes', async () => {
    const { open, folded } = await folds(
      `<p>answer</p><div><p><b>From:</b> Kim<br><b>Sent:</b> Monday<br><b>To:</b> Lee</p></div><p>${quoted}</p>`,
    );
    expect(open).to.equal('answer');
    expect(folded[0]).to.contain('From: Kim');
  });

  it('is folded inside the cell where it stands', async () => {
    const { open, folded } = await folds(
      `<table><tbody><tr><td>answer<br>-----Original Message-----<br>${quoted}</td></tr><tr><td>foot</td></tr></tbody></table>`,
    );
    expect(open).to.equal('answerfoot');
    expect(folded).to.have.lengthOf(1);
  });

  it('leaves what is written below a quotation open', async () => {
    const { open } = await folds(
      `<div>On Monday, Kim Lee wrote:</div><blockquote>${quoted}</blockquote><div>answer</div>`,
    );
    expect(open).to.contain('answer');
  });

  it('leaves short quotations between answers open', async () => {
    const { folded } = await folds('<p>yes</p><blockquote>a?</blockquote><p>no</p>');
    expect(folded).to.deep.equal([]);
  });

  it('leaves a forwarded mail open, which says nothing itself', async () => {
    const { open, folded } = await folds(`<div>-----Original Message-----</div><div>${quoted}</div>`);
    expect(folded).to.deep.equal([]);
    expect(open).to.contain('earlier words');
  });

  it('opens with a native control that says what it is', async () => {
    const box = document.createElement('div');
    box.append(await renderBody(bodyOf(`<p>answer</p><blockquote>${quoted}</blockquote>`), options()));
    const details = box.querySelector('details');
    expect(details?.querySelector('summary')?.textContent).to.equal('Quoted');
    expect(details?.open).to.equal(false);
  });
});
