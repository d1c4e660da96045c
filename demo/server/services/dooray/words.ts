import type { Language } from '../../../../src/domain/types.js';

/** What stands in tasks and comments beside what the agent wrote, in the language of the service. */
interface Words {
  /** The line at the end, with a link in it. */
  readonly ticket: string;
  readonly by: (name: string) => string;
  /** In the place of a picture, which is added as a file. */
  readonly picture: (fileName: string) => string;
}

export const words: Readonly<Record<Language, Words>> = {
  ko: { ticket: '상담 티켓', by: (name) => `작성: ${name}`, picture: (fileName) => `[첨부 그림: ${fileName}]` },
  ja: {
    ticket: 'お問い合わせチケット',
    by: (name) => `作成: ${name}`,
    picture: (fileName) => `[添付画像: ${fileName}]`,
  },
  en: {
    ticket: 'Support ticket',
    by: (name) => `Written by ${name}`,
    picture: (fileName) => `[Attached picture: ${fileName}]`,
  },
};
