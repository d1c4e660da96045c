import { sendKeys } from '@web/test-runner-commands';
import { innermostFocus } from '../../../src/base/dialog.js';
import { button, seen, textOf } from './screen.js';

/** Presses a button as the keyboard does. */
export async function enter(root: ParentNode, name: string | RegExp): Promise<void> {
  (await seen(() => button(root, name), `the button "${String(name)}"`)).focus();
  await sendKeys({ press: 'Enter' });
}

/** Presses a key while Control is held. */
export async function pressWithControl(key: string): Promise<void> {
  await sendKeys({ down: 'Control' });
  await sendKeys({ press: key });
  await sendKeys({ up: 'Control' });
}

/** Walks by the tab key to what matches. */
export async function tabTo(selector: string): Promise<void> {
  for (let steps = 0; steps < 40; steps++) {
    if (innermostFocus()?.matches(selector)) return;
    await sendKeys({ press: 'Tab' });
  }
  throw new Error(`The tab key does not lead to ${selector}, but to "${textOf(innermostFocus() ?? document.body)}"`);
}

/** Waits until the keyboard is where something can be typed or chosen. */
export async function focusOn(selector: string): Promise<void> {
  await seen(() => innermostFocus()?.matches(selector), `the keyboard in ${selector}`);
}

/** Types what a text field is to hold instead. */
export async function retype(text: string): Promise<void> {
  (innermostFocus() as HTMLInputElement | null)?.select();
  await sendKeys({ type: text });
}
