import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isMailbox, mailsOf } from '../../demo/server/services/mail/mbox.js';
import { parseMail } from '../../demo/server/services/mail/parse-mail.js';
import { base64, encoded, iso2022jp, iso2022kr, mailBytes, word } from './mail-bytes.js';

const head = ['From: Kim <kim@a.example>', 'Subject: s', 'MIME-Version: 1.0'];

const korean = '안녕하세요. 배송이 아직 오지 않았습니다. 확인 부탁드립니다.';
const japanese = 'お世話になっております。商品がまだ届いていません。ご確認をお願いします。';
const simplified = '您好，我的订单还没有收到，请帮我查询一下，谢谢。这是中文邮件的内容。';
const traditional = '您好，我的訂單還沒有收到，請幫我查詢一下，謝謝。這是中文郵件的內容。';
const russian = 'Здравствуйте, мой заказ ещё не пришёл, проверьте пожалуйста.';
const french = 'Bonjour, ma commande n’est pas arrivée à la société, merci de vérifier.';

const texts: readonly (readonly [charset: string, text: string])[] = [
  ['euc-kr', korean],
  ['ks_c_5601-1987', korean],
  ['cp949', `${korean} 똠방각하`],
  ['shift_jis', japanese],
  ['euc-jp', japanese],
  ['gb18030', simplified],
  ['gb2312', simplified],
  ['big5', traditional],
  ['koi8-r', russian],
  ['windows-1251', russian],
  ['windows-1252', french],
  ['iso-8859-1', 'déjà vu'],
  ['windows-1250', 'Příliš žluťoučký kůň'],
  ['windows-1254', 'İstanbul’da ağaç'],
  ['windows-1255', 'שלום עולם'],
  ['windows-1256', 'مرحبا بالعالم'],
  ['utf-16le', korean],
  ['utf-7', korean],
  ['utf-8', `${korean} ${japanese} 👩‍👩‍👧`],
];

describe('charsets', () => {
  it.each(texts)('reads a body in %s', (charset, text) => {
    const mail = parseMail(
      mailBytes(
        ...head,
        `Content-Type: text/plain; charset="${charset}"`,
        'Content-Transfer-Encoding: base64',
        '',
        base64(encoded(text, charset)),
      ),
    );
    expect(mail.text).toBe(text);
    expect(mail.notes).toEqual([]);
  });

  it.each(texts.filter(([charset]) => !charset.startsWith('utf-16')))(
    'reads a subject and a name in %s',
    (charset, text) => {
      const short = text.slice(0, 12);
      const mail = parseMail(
        mailBytes(`From: ${word(`${short}, "x"`, charset)} <a@b.example>`, `Subject: ${word(short, charset)}`, '', 'x'),
      );
      expect(mail.subject).toBe(short.trim());
      expect(mail.from).toEqual({ name: `${short}, "x"`, address: 'a@b.example' });
    },
  );

  it('reads the seven-bit forms of Korea and Japan', () => {
    const read = (charset: string, bytes: Uint8Array) =>
      parseMail(mailBytes(...head, `Content-Type: text/plain; charset=${charset}`, '', bytes)).text.trim();
    expect(read('iso-2022-kr', iso2022kr('한글 mail 본문'))).toBe('한글 mail 본문');
    expect(read('iso-2022-jp', iso2022jp)).toBe('日本語テスト');
    expect(read('us-ascii', iso2022jp)).toBe('日本語テスト');
  });

  it.each([
    ['euc-kr', korean],
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['gb18030', simplified],
    ['big5', traditional],
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['windows-1252', french],
  ])('guesses %s where nothing or something wrong is said', (charset, text) => {
    for (const label of ['', '; charset=us-ascii', '; charset=utf-8', '; charset=klingon']) {
      const mail = parseMail(mailBytes(...head, `Content-Type: text/plain${label}`, '', encoded(text, charset)));
      expect(mail.text.trim()).toBe(text);
      expect(mail.notes).toContain('charset_guessed');
    }
  });

  it('reads UTF-8 without a label, or with a Western one', () => {
    const read = (type: string) => parseMail(mailBytes(...head, type, '', korean));
    expect(read('X: y').text.trim()).toBe(korean);
    expect(read('Content-Type: text/plain; charset=iso-8859-1').text.trim()).toBe(korean);
  });

  it('asks the markup when the part says nothing', () => {
    const html = encoded(
      `<meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><p>${korean}</p>`,
      'euc-kr',
    );
    expect(parseMail(mailBytes(...head, 'Content-Type: text/html', '', html)).html).toContain(korean);
  });

  it('keeps a text with one damaged letter', () => {
    const bytes = new Uint8Array(Buffer.concat([Buffer.from(korean.repeat(3)), Buffer.from([0xff])]));
    const mail = parseMail(mailBytes(...head, 'Content-Type: text/plain; charset=utf-8', '', bytes));
    expect(mail.text).toContain(korean);
    expect(mail.notes).toEqual([]);
  });
});

describe('headers', () => {
  const subject = (...lines: (string | Uint8Array)[]) => parseMail(mailBytes(...lines, '', 'x')).subject;

  it('joins words that were split in the middle of a letter', () => {
    const bytes = Buffer.from('한글');
    expect(
      subject(`Subject: =?utf-8?B?${base64(bytes.subarray(0, 4))}?=`, ` =?utf-8?B?${base64(bytes.subarray(4))}?=`),
    ).toBe('한글');
  });

  it('keeps the space between a word and plain text, not between two words', () => {
    expect(subject('Subject: =?utf-8?Q?a?= =?utf-8?Q?b?= c =?utf-8?Q?d_e?=')).toBe('ab c d e');
  });

  it.each([
    ['cut off', 'Subject: =?utf-8?B?7ZWc6riA', '한글'],
    ['with a blank inside', 'Subject: =?utf-8?Q?one two?=', 'one two'],
    ['with an unknown charset', 'Subject: =?klingon?Q?abc?=', 'abc'],
    ['with a language', 'Subject: =?utf-8*ko?B?7ZWc6riA?=', '한글'],
    ['that is none', 'Subject: 1 =? 2', '1 =? 2'],
    ['of nothing', 'Subject: =?utf-8?B??=', ''],
  ])('reads an encoded word %s', (_, line, text) => {
    expect(subject(line)).toBe(text);
  });

  it('reads bytes that should not be there', () => {
    expect(
      subject(new Uint8Array(Buffer.concat([Buffer.from('Subject: '), encoded('주문이 안 왔어요', 'euc-kr')]))),
    ).toBe('주문이 안 왔어요');
    expect(subject('Subject: 주문이 안 왔어요')).toBe('주문이 안 왔어요');
  });

  it('strips what turns a subject around or hides in it', () => {
    expect(subject('Subject: a\u202egnp.exe\u200b')).toBe('agnp.exe');
  });

  it('does without a sender, a subject or any header', () => {
    const none = parseMail(mailBytes('just some words', 'and more'));
    expect(none).toMatchObject({ from: null, subject: '', messageId: null });
    expect(none.text.trim()).toBe('just some words\r\nand more');
    expect(parseMail(new Uint8Array())).toMatchObject({ from: null, text: '' });
  });

  it('reads names with commas, comments and groups', () => {
    const from = (line: string) => parseMail(mailBytes(line, '', 'x')).from;
    expect(from('From: "Kim, Lee" <K@A.example>')).toEqual({ name: 'Kim, Lee', address: 'k@a.example' });
    expect(from(`From: "${word('김, 이', 'utf-8')}" <k@a.example>`)).toEqual({
      name: '김, 이',
      address: 'k@a.example',
    });
    expect(from('From: k@a.example (Kim)')).toEqual({ name: 'Kim', address: 'k@a.example' });
    expect(from('From: nobody')).toEqual({ name: 'nobody', address: '' });
    expect(from('Sender: k@a.example')).toEqual({ name: '', address: 'k@a.example' });
  });

  it('finds what a mail answers, the nearest first', () => {
    const mail = parseMail(
      mailBytes('In-Reply-To: <c@x>', 'References: <a@x> <b@x>', ' <c@x>', 'Message-ID: <d@x>', '', 'x'),
    );
    expect(mail.answers).toEqual(['c@x', 'b@x', 'a@x']);
    expect(mail.messageId).toBe('d@x');
  });

  it.each(['Auto-Submitted: auto-replied', 'Precedence: bulk', 'List-Id: <l.example>', 'X-Autoreply: yes'])(
    'knows a machine by "%s"',
    (line) => {
      expect(parseMail(mailBytes(line, '', 'x')).automatic).toBe(true);
      expect(parseMail(mailBytes('Auto-Submitted: no', '', 'x')).automatic).toBe(false);
    },
  );
});

const part = (type: string, ...rest: (string | Uint8Array)[]) => [`Content-Type: ${type}`, ...rest];
const multipart = (kind: string, boundary: string, ...parts: (readonly (string | Uint8Array)[])[]) => [
  `Content-Type: multipart/${kind}; boundary="${boundary}"`,
  '',
  ...parts.flatMap((lines) => [`--${boundary}`, ...lines]),
  `--${boundary}--`,
];

describe('parts', () => {
  const html = part('text/html', '', '<p>rich</p>');
  const plain = part('text/plain', '', 'plain');
  const image = part(
    'image/png; name=a.png',
    'Content-ID: <i@x>',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
  );

  it('takes both forms of an alternative', () => {
    const mail = parseMail(mailBytes(...head, ...multipart('alternative', 'b', plain, html)));
    expect(mail).toMatchObject({ html: '<p>rich</p>', text: 'plain', files: [] });
  });

  it('finds images beside the markup that shows them', () => {
    const related = multipart('related', 'r', html, image);
    const mail = parseMail(mailBytes(...head, ...multipart('alternative', 'b', plain, related)));
    expect(mail.html).toBe('<p>rich</p>');
    expect(mail.files).toMatchObject([{ fileName: 'a.png', contentType: 'image/png', contentId: 'i@x' }]);
    expect([...(mail.files[0]?.bytes ?? [])]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  });

  it('shows all the texts of a mixed mail in order', () => {
    const mail = parseMail(
      mailBytes(...head, ...multipart('mixed', 'b', plain, image, html, part('text/plain', '', 'end'))),
    );
    expect(mail.html).toBe('<p>plain</p><br><p>rich</p><br><p>end</p>');
  });

  it('keeps a named text and an attached one as files', () => {
    const named = part('text/plain; name="log.txt"', 'Content-Disposition: inline', '', 'log');
    const attached = part('text/html', 'Content-Disposition: attachment; filename="p.html"', '', '<p>');
    const mail = parseMail(mailBytes(...head, ...multipart('mixed', 'b', plain, named, attached)));
    expect(mail.text).toBe('plain');
    expect(mail.files.map((file) => file.fileName)).toEqual(['log.txt', 'p.html']);
  });

  it('takes a mail that is one file', () => {
    const mail = parseMail(
      mailBytes(...head, ...part('application/pdf; name=a.pdf', 'Content-Transfer-Encoding: base64', '', 'AAAA')),
    );
    expect(mail).toMatchObject({ text: '', html: undefined });
    expect(mail.files).toMatchObject([{ fileName: 'a.pdf', contentType: 'application/pdf' }]);
  });

  it.each([
    ['never comes', ['Content-Type: multipart/mixed; boundary=other', '']],
    ['is not named', ['Content-Type: multipart/mixed', '']],
  ])('finds the parts when the boundary %s', (_, start) => {
    const mail = parseMail(mailBytes(...head, ...start, '--b', ...plain, '--b', ...image, '--b--'));
    expect(mail.text.trim()).toBe('plain');
    expect(mail.files).toHaveLength(1);
  });

  it('takes the last part when the end is missing', () => {
    const mail = parseMail(mailBytes(...head, ...multipart('mixed', 'b', plain, image).slice(0, -1)));
    expect(mail.files).toHaveLength(1);
  });

  it('keeps a message inside as a file, and shows it when the mail says nothing itself', () => {
    const inner = part('message/rfc822', '', 'From: b@b.example', 'Subject: inner', '', 'inner words');
    const quiet = parseMail(mailBytes(...head, ...multipart('mixed', 'b', inner)));
    expect(quiet.files).toMatchObject([{ contentType: 'message/rfc822', fileName: 'attachment-1.eml' }]);
    expect(quiet.text).toContain('inner words');
    expect(quiet.text).toContain('Subject: inner');
    const telling = parseMail(mailBytes(...head, ...multipart('mixed', 'b', plain, inner)));
    expect(telling.text).toBe('plain');
  });

  it('says that it cannot read what Outlook packs and what is encrypted', () => {
    const tnef = part('application/ms-tnef; name="winmail.dat"', '', 'x');
    expect(parseMail(mailBytes(...head, ...multipart('mixed', 'b', plain, tnef))).notes).toEqual(['tnef_ignored']);
    const secret = part('application/pkcs7-mime; name=smime.p7m', '', 'x');
    expect(parseMail(mailBytes(...head, ...secret)).notes).toEqual(['unreadable_parts']);
  });

  it('puts flowed lines together and leaves the signature alone', () => {
    const lines = ['one ', 'two', '> quoted ', '> more', ' >not a quote', '-- ', 'Kim'];
    const mail = parseMail(mailBytes(...head, 'Content-Type: text/plain; format=flowed', '', ...lines));
    expect(mail.text.trim()).toBe('one two\n> quoted more\n>not a quote\n-- \nKim');
  });

  it('stops at a depth and a number nobody needs', () => {
    let nested: (string | Uint8Array)[] = plain;
    for (let level = 0; level < 60; level++) nested = multipart('mixed', `b${level}`, nested);
    expect(parseMail(mailBytes(...head, ...nested)).text).toContain('plain');
    const many = multipart('mixed', 'b', ...Array.from({ length: 3000 }, () => image));
    expect(parseMail(mailBytes(...head, ...many)).files.length).toBeLessThanOrEqual(1000);
  });
});

describe('a multipart without end', () => {
  it('is cut into as many parts as are read, and no more', () => {
    const bytes = mailBytes(...head, 'Content-Type: multipart/mixed; boundary=b', '', '--b\r\n\r\n'.repeat(100_000));
    const cuts = vi.spyOn(Uint8Array.prototype, 'subarray');
    try {
      parseMail(bytes);
      expect(cuts.mock.calls.length).toBeLessThan(50_000);
    } finally {
      cuts.mockRestore();
    }
  });
});

describe('file names', () => {
  const fileName = (disposition: string): string | undefined =>
    parseMail(mailBytes(...head, 'Content-Type: application/pdf', `Content-Disposition: ${disposition}`, '', 'x'))
      .files[0]?.fileName;

  it.each([
    ['attachment; filename="../../etc/passwd"', '_.._etc_passwd'],
    ['attachment; filename="C:\\\\x\\\\a.pdf"', 'C__x_a.pdf'],
    ["attachment; filename*=utf-8''%ED%95%9C%EA%B8%80.pdf", '한글.pdf'],
    ["attachment; filename*0*=euc-kr''%C7%D1; filename*1*=%B1%DB; filename*2=.pdf", '한글.pdf'],
    [`attachment; filename="${word('견적서.pdf', 'euc-kr')}"`, '견적서.pdf'],
    [`attachment; filename=${word('見積.pdf', 'shift_jis')}`, '見積.pdf'],
    ['attachment; filename=a b c.pdf', 'a b c.pdf'],
    ['attachment; filename="invoice\u202efdp.exe"', 'invoicefdp.exe'],
    ['attachment; filename=""', 'attachment-1.pdf'],
    ['attachment', 'attachment-1.pdf'],
  ])('%s', (disposition, name) => {
    expect(fileName(disposition)).toBe(name);
  });

  it('shortens a long one and keeps its ending', () => {
    const name = fileName(`attachment; filename="${'x'.repeat(500)}.pdf"`) ?? '';
    expect(name).toHaveLength(200);
    expect(name.endsWith('.pdf')).toBe(true);
  });
});

describe('transfer encodings', () => {
  const body = (encoding: string, ...lines: string[]) =>
    parseMail(
      mailBytes(
        ...head,
        'Content-Type: text/plain; charset=utf-8',
        `Content-Transfer-Encoding: ${encoding}`,
        '',
        ...lines,
      ),
    ).text.trim();

  it.each([
    ['base64', ['7ZWc6riA'], '한글'],
    ['BASE64', ['7ZWc6ri'], '한\ufffd'],
    ['base64', ['7ZWc', '6riA!!', 'eA=='], '한글x'],
    ['base64', ['YQ==', 'Yg=='], 'ab'],
    ['quoted-printable', ['=ED=95=9C=', '=EA=B8=80'], '한글'],
    ['quoted-printable', ['1 = 2 =ZZ =', 'x'], '1 = 2 =ZZ x'],
    ['8bit', ['한글'], '한글'],
    ['nonsense', ['한글'], '한글'],
  ])('%s', (encoding, lines, text) => {
    expect(body(encoding, ...lines)).toBe(text);
  });
});

describe('anything at all', () => {
  it('never throws', () => {
    const bits = fc.constantFrom(
      ...[
        'From: ',
        'Subject: =?utf-8?B?',
        'Content-Type: multipart/mixed; boundary=b',
        '\r\n',
        '\n',
        '\r\n\r\n',
        '--b',
        '--b--',
      ],
      ...[
        'Content-Transfer-Encoding: base64',
        'message/rfc822',
        '=?x?Q?',
        '?=',
        ' ',
        '<',
        '"',
        '\0',
        '\x1b$B',
        "*0*=utf-8''%",
      ],
    );
    const noise = fc.array(
      fc.oneof(
        bits.map((text) => Buffer.from(text)),
        fc.uint8Array({ maxLength: 20 }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(noise, (pieces) => {
        const mail = parseMail(new Uint8Array(Buffer.concat(pieces)));
        expect(typeof mail.text).toBe('string');
        expect(mail.notes.includes('unreadable_parts')).toBe(false);
      }),
    );
  });
});

describe('mailboxes', () => {
  const box = mailBytes(
    'From a@b.example Mon Jan  1 00:00:00 2024',
    'Subject: one',
    '',
    '>From here on',
    '>>From there',
    '',
    'From c@d.example Tue Jan  2 00:00:00 2024',
    'Subject: two',
    '',
    'From now on this is text',
  );

  it('are told from single mails', () => {
    expect(isMailbox(box)).toBe(true);
    expect(isMailbox(mailBytes(...head, '', 'x'))).toBe(false);
    expect(isMailbox(mailBytes('From: a@b.example', '', 'x'))).toBe(false);
  });

  it('give their mails as they were', () => {
    const mails = [...mailsOf(box)].map(parseMail);
    expect(mails.map((mail) => mail.subject)).toEqual(['one', 'two']);
    expect(mails[0]?.text.trim()).toBe('From here on\r\n>From there');
    expect(mails[1]?.text.trim()).toBe('From now on this is text');
  });
});
