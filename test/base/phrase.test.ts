import { expect } from '@open-wc/testing';
import { phrasesOf } from '../../src/strings/phrase.js';

interface Spoken {
  plain: string;
  count: (count: number) => string;
  named: (values: { name: string; count: number }) => string;
}

const speak = (text: Partial<Record<keyof Spoken, string | { one?: string; other: string }>>, language = 'en') =>
  phrasesOf<{ part: Spoken }>({ part: { ...text } as Record<string, string> }, language).part;

describe('phrases', () => {
  it('leave a text without variables as it is', () => {
    expect(speak({ plain: 'Save' }).plain).to.equal('Save');
  });

  it('write numbers as the language does', () => {
    expect(speak({ count: '{count} tickets' }).count(1345)).to.equal('1,345 tickets');
    expect(speak({ count: '{count}건' }, 'ko').count(1345)).to.equal('1,345건');
  });

  it('choose the plural form of the language', () => {
    const { count } = speak({ count: { one: '{count} ticket', other: '{count} tickets' } });
    expect([count(0), count(1), count(2)]).to.deep.equal(['0 tickets', '1 ticket', '2 tickets']);
  });

  it('put names in as they are, also where they look like a pattern or another variable', () => {
    const { named } = speak({ named: '{name} took {count}' });
    expect(named({ name: '$& {count} $1', count: 2 })).to.equal('$& {count} $1 took 2');
  });

  it('take nothing from what a page added to all objects', () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    prototype['stranger'] = 'added by the page';
    try {
      const spoken = speak({ plain: 'Save', named: '{name}{stranger}' });
      expect(Object.keys(spoken)).to.deep.equal(['plain', 'named']);
      expect(spoken.named({ name: 'Kim', count: 1 })).to.equal('Kim');
    } finally {
      delete prototype['stranger'];
    }
  });
});
