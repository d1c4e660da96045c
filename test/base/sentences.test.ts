import { expect } from '@open-wc/testing';
import { sentences } from '../../src/base/sentences.js';

describe('sentences behind one another', () => {
  it('have a space between them where their writing has one', () => {
    expect(sentences('저장하지 못했습니다.', '다시 시도하세요.')).to.equal('저장하지 못했습니다. 다시 시도하세요.');
    expect(sentences('It failed.', 'Try again.')).to.equal('It failed. Try again.');
    expect(sentences('保存できませんでした。', 'もう一度お試しください。')).to.equal(
      '保存できませんでした。もう一度お試しください。',
    );
  });

  it('leave no space where one is not there', () => {
    expect(sentences('It failed.', undefined)).to.equal('It failed.');
    expect(sentences('', 'Try again.')).to.equal('Try again.');
  });
});
