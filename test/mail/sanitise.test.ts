import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import { elementsOf, parseBody } from '../../demo/server/services/sanitise/tree.js';
import { cleanNodes } from '../../demo/server/services/sanitise/clean.js';
import { styleFits } from '../../src/domain/mail-values.js';
import type { Body } from '../../src/domain/types.js';
import { costly, hostile } from '../support/hostile-markup.js';

type Node = DefaultTreeAdapterMap['childNode'];
type Element = DefaultTreeAdapterMap['element'];

const tags = new Set(
  'a abbr b big blockquote br caption center code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var'.split(
    ' ',
  ),
);
const attributes = new Set(
  'href src alt title width height align valign bgcolor color face size border cellpadding cellspacing colspan rowspan dir lang start type'.split(
    ' ',
  ),
);

function* all(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    yield node;
    yield* all(node.childNodes);
  }
}

const elementsIn = (body: Body): Element[] => [...all(parseFragment(body.html).childNodes)];

/** What must be true of every body, whatever it was made of. */
function expectHarmless(body: Body): void {
  const elements = elementsIn(body);
  for (const element of elements) {
    expect(tags).toContain(element.tagName);
    for (const { name, value } of element.attrs) {
      expect(attributes).toContain(name);
      if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:|tel:)/);
      if (name === 'src') expect(value).toMatch(/^(?:cid:[0-9a-f]{32}$|data:image\/(?:png|gif|jpe?g|webp);base64,)/);
    }
  }
  for (const { node, props } of body.styles) {
    expect(elements[node]).toBeDefined();
    for (const [name, value] of props) expect(styleFits(name, value)).toBe(true);
  }
  for (const { node, url } of body.blocked) {
    expect(elements[node]?.tagName).toBe('img');
    expect(url).toMatch(/^https?:\/\//);
  }
}

const body = (html: string): Body => sanitiseBody({ html });

describe('a body that wants to do something', () => {
  for (const [aim, vectors] of Object.entries(hostile)) {
    it(`is harmless: ${aim}`, () => {
      for (const vector of vectors) {
        expectHarmless(body(vector));
        expectHarmless(body(`<p>before ${vector} after</p>`));
      }
    });
  }

  it('keeps the words around what it drops', () => {
    for (const vector of ['<iframe src=x></iframe>', '<style>p{}</style>', '<script>1</script>', '<meta charset=x>']) {
      expect(body(`<p>before ${vector}after</p>`).text).toBe('before after');
    }
  });

  it('drops the content of what is no text', () => {
    expect(body('a<style>b</style><script>c</script><svg><text>d</text></svg><title>e</title>f').text).toBe('af');
  });

  it('shows a document of frames as what stands beside them', () => {
    expect(body('<frameset><frame src="x"></frameset>words').text).toBe('words');
  });
});

describe('what stays', () => {
  it('keeps layout tables, lists and headings', () => {
    const html =
      '<table width="600" bgcolor="#eeeeee" cellpadding="4"><tbody><tr><td align="center" colspan="2">a</td></tr></tbody></table><h2>b</h2><ol start="3"><li>c</li></ol>';
    expect(body(html).html).toBe(html);
  });

  it('gives styles as data, by the index of their element', () => {
    const { html, styles } = body(
      '<p>a</p><p style="color: RED; position: fixed; padding: 2px 4px">b <b style="font-weight:bold">c</b></p>',
    );
    expect(html).toBe('<p>a</p><p>b <b>c</b></p>');
    expect(styles).toEqual([
      {
        node: 1,
        props: [
          ['color', 'RED'],
          ['padding', '2px 4px'],
        ],
      },
      { node: 2, props: [['font-weight', 'bold']] },
    ]);
  });

  it('takes a plain background for what it is and no other', () => {
    expect(body('<p style="background:#fff">a</p>').styles[0]?.props).toEqual([['background-color', '#fff']]);
    expect(body('<p style="background:#fff url(x.png)">a</p>').styles).toEqual([]);
  });

  it('keeps names of fonts in any script', () => {
    expect(body(`<p style="font-family:'맑은 고딕','ＭＳ Ｐゴシック',Arial,sans-serif">a</p>`).styles).toHaveLength(1);
  });

  it.each([
    ['width', '2000px', true],
    ['width', '2001px', false],
    ['width', '100vw', false],
    ['width', '-1px', false],
    ['width', 'calc(1px)', false],
    ['font-size', '6px', true],
    ['font-size', '5px', false],
    ['font-size', '10.5pt', true],
    ['font-size', '0', false],
    ['line-height', '1.5', true],
    ['line-height', '0', false],
    ['margin-left', '-1px', false],
    ['padding', '1px 2px 3px 4px', true],
    ['padding', '1px 2px 3px 4px 5px', false],
    ['border', '1px solid #ccc', true],
    ['border', '1px solid rgb(1, 2, 3)', true],
    ['color', 'rgba(0,0,0,.5)', true],
    ['color', 'url(x)', false],
    ['color', 'var(--x)', false],
    ['color', 'r\\65 d', false],
    ['color', 'red/**/', false],
    ['position', 'fixed', false],
    ['list-style-type', 'disc', true],
    ['font-family', 'a<b', false],
  ])('%s: %s → %s', (name, value, fits) => {
    expect(styleFits(name, value)).toBe(fits);
  });

  it('leaves a style text out that is too long', () => {
    expect(body(`<p style="color:red;${' '.repeat(4000)}">a</p>`).styles).toEqual([]);
  });

  it('lists remote images and leaves a place for them', () => {
    const { html, blocked } = body('<p>a<img src="http://a.example/b.png" alt="c" width="20"></p>');
    expect(html).toBe('<p>a<img alt="c" width="20"></p>');
    expect(blocked).toEqual([{ node: 1, url: 'http://a.example/b.png' }]);
  });

  it('points inline images at the stored parts of the same mail', () => {
    const attachmentId = 'a'.repeat(32);
    const parts = [{ attachmentId, contentId: '<Logo@x>', location: 'http://a.example/l.gif' }];
    const html =
      '<img src="cid:logo@x"><img src="CID:logo%40x"><img src="http://a.example/l.gif"><img src="cid:other">';
    const shown = sanitiseBody({ html, parts });
    expect(shown.html).toBe(`${`<img src="cid:${attachmentId}" alt="">`.repeat(3)}<img alt="">`);
    expect(shown.blocked).toEqual([]);
  });

  it('keeps images that a mail holds itself, of four types', () => {
    expect(body('<img src="data:image/png;base64,AAAA">').html).toContain('src="data:image/png;base64,AAAA"');
    expect(body('<img src="data:image/svg+xml;base64,AAAA">').html).toBe('<img alt="">');
  });

  it('writes links in their canonical form, without what looks like a host and is none', () => {
    expect(body('<a href="HTTPS://bank.example@evil.example/a b">x</a>').html).toBe(
      '<a href="https://evil.example/a%20b">x</a>',
    );
    expect(body('<a href="//a.example">x</a>').html).toBe('<a href="https://a.example/">x</a>');
    expect(body('<a href="MAILTO:a@b.example">x</a><a href="tel:+82-2-1">y</a>').html).toBe(
      '<a href="mailto:a@b.example">x</a><a href="tel:+82-2-1">y</a>',
    );
  });

  it('composes letters and drops what a database or a line cannot hold', () => {
    expect(body('<p>\u1112\u1161\u11ab\u0001&#0;\ud800</p>').text).toBe('한\ufffd\ufffd');
  });
});

describe('a body that is too much', () => {
  it.each([
    ['long', `<p>${'word '.repeat(400_001)}</p>`],
    ['full', '<b>x</b>'.repeat(20_001)],
    ['deep', `${'<div>'.repeat(300)}words`],
    ['wide', costly['attributes']?.(101) ?? ''],
  ])('is shown as text when it is too %s', (_, html) => {
    const shown = body(html);
    expect(shown.notes).toContain('shown_as_text');
    expect(shown.text.length).toBeGreaterThan(0);
    expectHarmless(shown);
  });

  it('prefers the text that came with it', () => {
    const shown = sanitiseBody({ html: `${'<div>'.repeat(300)}markup`, text: 'the same in words' });
    expect(shown.text).toBe('the same in words');
  });

  it('prefers the text when the markup swallows everything', () => {
    expect(sanitiseBody({ html: '<title>all of it', text: 'words' }).text).toBe('words');
  });

  it('cuts endless text and says so', () => {
    const shown = sanitiseBody({ text: 'line\n'.repeat(50_000) });
    expect(shown.notes).toEqual(['truncated']);
    expect(shown.text.length).toBeLessThanOrEqual(200_000);
  });

  it.each(Object.entries(costly))('grows with the input and not faster: %s', (_, make) => {
    const sizes = [1, 2, 4, 8].map((factor) => {
      const html = make(400 * factor);
      return { given: html.length, made: JSON.stringify(body(html)).length };
    });
    const [first] = sizes;
    for (const { given, made } of sizes) {
      expect(made / given).toBeLessThanOrEqual(Math.max(20, ((first?.made ?? 0) / (first?.given ?? 1)) * 1.5));
    }
  });
});

describe('the work on a body', () => {
  it('grows with the text between unknown elements and not faster', () => {
    let composed = 0;
    const compose = vi.spyOn(String.prototype, 'normalize').mockImplementation(function (this: string) {
      composed += this.length;
      return this;
    });
    const html = costly['unknown']?.(2000) ?? '';
    try {
      expect(body(html).text).toBe('A'.repeat(95 * 2000));
    } finally {
      compose.mockRestore();
    }
    expect(composed).toBeLessThan(html.length * 10);
  });

  it('ends for a million tags with a blank before each', () => {
    expect(body(`${costly['blanks']?.(1_000_000) ?? ''}words<br> <b>  more </b><br> `).text).toBe('words\nmore');
  });
});

describe('any markup at all', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...Object.values(hostile).flat(),
      ...['<p>', '</p>', '<b>', '</b>', '<table>', '<tr>', '<td>', '</table>', '<a href=//x>', '</a>', '<pre>\n\n'],
      ...[
        '<li>',
        '<ul>',
        '<button>',
        '<center>',
        '<font size=3>',
        '<h1>',
        '</div>',
        '<div style="color:red">',
        '&nbsp;',
      ],
    ),
    fc.string({ unit: 'grapheme' }),
  );
  const markup = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('becomes something harmless', () => {
    fc.assert(fc.property(markup, (html) => expectHarmless(body(html))));
  });

  it('comes to rest: what was stored reads as the same tree again', () => {
    fc.assert(
      fc.property(markup, (html) => {
        const stored = body(html).html;
        expect(body(stored).html).toBe(stored);
        const reader = { findPart: () => null, styles: () => [] };
        const names = [...elementsOf(cleanNodes(parseBody(stored), reader))].map((element) => element.name);
        expect(names).toEqual([...all(parseBody(stored))].map((element) => element.tagName));
      }),
    );
  });

  it('gives styles to the elements that had them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('<p>', '<b>', '<table><tr><td>', 'x', '</p>', '<i>', '</b>')), (pieces) => {
        const { html, styles } = body(`${pieces.join('')}<u style="color:red">mark</u>`);
        const elements = [...all(parseBody(html))];
        expect(styles.map(({ node }) => elements[node]?.tagName)).toEqual(['u']);
      }),
    );
  });
});

describe('a text body', () => {
  it('escapes what looks like markup', () => {
    const shown = sanitiseBody({ text: '<script>1</script> & "x"' });
    expect(shown.html).toBe('<p>&lt;script&gt;1&lt;/script&gt; &amp; "x"</p>');
    expect(shown.text).toBe('<script>1</script> & "x"');
  });

  it('makes paragraphs, breaks, quotes and links', () => {
    const text = 'a\nb\n\n> c\n>> d\ne https://x.example/(f). g@h.example';
    expect(sanitiseBody({ text }).html).toBe(
      '<p>a<br>b</p><blockquote><p>c</p><blockquote><p>d</p></blockquote></blockquote>' +
        '<p>e <a href="https://x.example/(f)">https://x.example/(f)</a>. <a href="mailto:g@h.example">g@h.example</a></p>',
    );
  });

  it('ends an address where Korean text goes on without a space', () => {
    expect(sanitiseBody({ text: 'https://x.example/a에서' }).html).toContain('>https://x.example/a</a>에서');
  });

  it('keeps columns apart', () => {
    expect(sanitiseBody({ text: 'a    b' }).text).toBe('a\u00a0\u00a0\u00a0 b');
  });
});
