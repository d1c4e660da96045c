import { describe, expect, it } from 'vitest';
import { clientAddressBehind } from '../../demo/server/http/client-address.js';
import { readSettings } from '../../demo/server/settings.js';

describe('who calls', () => {
  const trusted = ['10.0.0.0/8', '2001:db8:1::/48'];

  it.each([
    ['nobody is trusted', [], '10.0.0.1', '198.51.100.7', '10.0.0.1'],
    ['it is no proxy', trusted, '203.0.113.9', '198.51.100.7', '203.0.113.9'],
    ['a proxy names one', trusted, '10.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['the caller wrote some himself', trusted, '10.0.0.1', '10.9.9.9, 192.0.2.1, 198.51.100.7', '198.51.100.7'],
    ['there are two proxies', trusted, '::ffff:10.0.0.1', '198.51.100.7,10.0.0.2', '198.51.100.7'],
    ['it is IPv6', trusted, '2001:db8:1::5', '[2001:db8:2::9]:51234', '2001:db8:2::9'],
    ['it comes with a port', trusted, '10.0.0.1', '198.51.100.7:443', '198.51.100.7'],
    ['a proxy names nobody', trusted, '10.0.0.1', '', '10.0.0.1'],
    ['what it names is no address', trusted, '10.0.0.1', '198.51.100.7, unknown', '10.0.0.1'],
  ])('is known where %s', (_where, ranges, remote, forwarded, client) => {
    expect(clientAddressBehind(ranges, remote, forwarded)).toBe(client);
  });
});

describe('the environment of the server', () => {
  it('says what is missing or wrong in one sentence', () => {
    expect(() => readSettings({ NODE_ENV: 'production' })).toThrow(/^PUBLIC_ORIGIN must name [^.]*\.example\.$/);
    expect(() => readSettings({ TRUSTED_PROXIES: '10.0.0.1, proxy' })).toThrow('not "proxy"');
    const settings = readSettings({
      NODE_ENV: 'production',
      PUBLIC_ORIGIN: 'https://desk.example',
      TRUSTED_PROXIES: '10.0.0.1, ::1/128',
    });
    expect(settings).toMatchObject({
      publicOrigin: 'https://desk.example',
      trustedProxies: ['10.0.0.1', '::1/128'],
    });
  });
});
