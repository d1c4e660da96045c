import { expect, fixture, html } from '@open-wc/testing';
import { nothing, render } from 'lit';
import { safely } from '../../src/base/safe-text.js';
import { createFakeHub } from '../support/fake-hub.js';
import { until } from '../support/until.js';

const id = 'a'.repeat(32);

describe('html that people wrote, where it is only looked at', () => {
  it('opens links beside the page and says where a misnamed one leads', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    render(safely('<p><a href="https://evil.example/">bank.example</a></p>', '', createFakeHub()), place);
    await until(() => place.querySelector('a') !== null);
    expect(place.querySelector('a')).to.include({ target: '_blank', rel: 'noopener noreferrer nofollow' });
    expect(place.querySelector('.link-warning')!.textContent).to.contain('evil.example');
  });

  it('fetches its images through the hub, and lets go of them when it goes', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const hub = createFakeHub();
    const signals: AbortSignal[] = [];
    const asked: string[] = [];
    Object.assign(hub.files, {
      part: (part: string, signal: AbortSignal) => {
        asked.push(part);
        signals.push(signal);
        return Promise.resolve('data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==');
      },
    });
    render(safely(`<p><img src="cid:${id}" alt="화면"></p>`, '', hub), place);
    await until(() => place.querySelector('img')?.src.startsWith('data:') ?? false);
    expect(asked).to.deep.equal([id]);
    render(nothing, place);
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true]);
  });

  it('is made once as long as it is the same', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const hub = createFakeHub();
    const show = (text: string) => render(html`${safely(text, '', hub)}`, place);
    show('<p>하나</p>');
    await until(() => place.querySelector('p') !== null);
    const first = place.querySelector('p');
    show('<p>하나</p>');
    expect(place.querySelector('p')).to.equal(first);
    show('<p>둘</p>');
    await until(() => place.textContent === '둘');
  });
});
