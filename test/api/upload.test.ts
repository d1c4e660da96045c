import { expect } from '@open-wc/testing';
import { createApi } from '../../src/api/api.js';
import { longestUpload } from '../../src/api/handling-api.js';
import { DeskError } from '../../src/base/desk-error.js';
import { refusal } from '../support/scripted-server.js';

describe('an upload', () => {
  it('has the time that its size takes over a slow line', () => {
    const bytes = 10_000_000;
    expect(longestUpload(bytes)).to.be.greaterThan((bytes / 50_000) * 1000 * 2);
    expect(longestUpload(0)).to.be.lessThan(60_000);
  });

  it('is told to have failed after few tries, for each sends the whole file', async () => {
    let tries = 0;
    const { signal } = new AbortController();
    const api = createApi({
      baseUrl: 'https://desk.example',
      service: 'demo',
      fetch: () => () => Promise.resolve(refusal(503, { try: (tries += 1) })),
      getToken: () => () => Promise.resolve({ token: 't', expiresAt: Infinity }),
      signal,
      pause: () => 0,
    });
    const calls = await api.handling();
    const error: unknown = await calls.upload(new File(['x'], 'a.txt'), false, { key: 'k', signal }).catch((e) => e);
    expect(error).to.be.instanceOf(DeskError);
    expect(tries).to.equal(3);
  });
});
