import { expect } from '@open-wc/testing';
import { fileName } from '../../src/api/named-file.js';

describe('the name of a file', () => {
  it('is the one in every script where the server gives both', () => {
    const name = encodeURIComponent('상담 목록.csv');
    expect(fileName(`attachment; filename="list.csv"; filename*=UTF-8''${name}`)).to.equal('상담 목록.csv');
    expect(fileName(`attachment; filename*=utf-8''${name}; filename="list.csv"`)).to.equal('상담 목록.csv');
  });

  it('is the plain one where the other is missing or broken', () => {
    expect(fileName('attachment; filename="list 1.csv"')).to.equal('list 1.csv');
    expect(fileName('attachment; filename=list.csv')).to.equal('list.csv');
    expect(fileName(`attachment; filename*=UTF-8''%E0%A4%A; filename="list.csv"`)).to.equal('list.csv');
  });

  it('is nothing where none is given', () => {
    expect(fileName(null)).to.equal(undefined);
    expect(fileName('attachment')).to.equal(undefined);
  });
});
