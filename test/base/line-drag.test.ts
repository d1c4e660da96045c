import { expect, fixture, html } from '@open-wc/testing';
import { LineDrag } from '../../src/base/line-drag.js';
import { settle } from '../support/until.js';

describe('a drag of lines', () => {
  async function begin(): Promise<{
    list: HTMLElement;
    presses: () => number;
    send: (type: string, y: number) => void;
  }> {
    let presses = 0;
    const drag = new LineDrag({ requestUpdate: () => undefined, drop: () => undefined });
    const list = await fixture<HTMLElement>(
      html`<ul
        @pointerdown=${drag.onDown}
        @pointermove=${drag.onMove}
        @pointerup=${drag.onUp}
        @lostpointercapture=${drag.onLost}
        @click=${() => (presses += 1)}
      >
        <li class="own" data-id="a"><button class="item">a</button></li>
        <li class="own" data-id="b"><button class="item">b</button></li>
      </ul>`,
    );
    // No pointer of the machine is behind these events.
    list.setPointerCapture = () => undefined;
    const send = (type: string, clientY: number): void => {
      const event = new PointerEvent(type, { pointerId: 7, pointerType: 'mouse', clientY, bubbles: true });
      list.querySelector('.item')!.dispatchEvent(event);
    };
    send('pointerdown', 0);
    send('pointermove', 40);
    return { list, presses: () => presses, send };
  }

  it('is no press of the line where it ends, and the next press counts', async () => {
    const { list, presses, send } = await begin();
    send('pointerup', 40);
    list.querySelector('button')!.click();
    expect(presses()).to.equal(0);
    await settle();
    list.querySelector('button')!.click();
    expect(presses()).to.equal(1);
  });

  it('leaves the next press alone where it was broken off', async () => {
    const { list, presses, send } = await begin();
    send('lostpointercapture', 40);
    await settle();
    list.querySelector('button')!.click();
    expect(presses()).to.equal(1);
  });
});
