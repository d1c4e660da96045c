import { expect } from '@open-wc/testing';
import { latePart, LoadFailure } from '../../src/base/late-part.js';
import { ready } from '../../stories/support/samples.js';
import { consoleHub } from '../../stories/support/console-hub.js';
import { known } from '../../src/base/known.js';
import { inHub, textOf } from '../support/in-hub.js';
import type { LitElement } from 'lit';
import { ko } from '../../src/strings/ko.js';

const broken = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

describe('a part that is loaded late', () => {
  it('is given as it is, and nothing is told', async () => {
    const host = document.createElement('div');
    let told = 0;
    host.addEventListener(LoadFailure.type, () => told++);
    expect(await latePart(host, () => Promise.resolve(7))).to.equal(7);
    expect(told).to.equal(0);
  });

  it('may fail unheard where nobody pressed for it', async () => {
    const host = document.createElement('div');
    host.addEventListener(LoadFailure.type, () => expect.fail('told'));
    expect(await latePart(host, broken, false)).to.equal(undefined);
  });

  it('is told to have failed, by a console too, and throws nothing into the page', async () => {
    await import('../../src/elements/ticket-console/define.js');
    const hub = consoleHub();
    hub.session.$session.set(ready(known(hub.session.$session.get())!));
    const console = await inHub<LitElement>(hub, '<ticket-console></ticket-console>');
    expect(textOf(console)).not.to.contain(ko.ticketToolbar.notLoaded);
    expect(await latePart(console, broken)).to.equal(undefined);
    await console.updateComplete;
    expect(textOf(console)).to.contain(ko.ticketToolbar.notLoaded);
  });
});
