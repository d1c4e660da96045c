import { sendKeys } from '@web/test-runner-commands';
import { seen, visible } from './screen.js';

/** The field of a fact or an own field, by its name. */
export function fieldOf(hub: ParentNode, name: string): HTMLInputElement | undefined {
  return visible<HTMLInputElement>(hub, `[id='${name}']`)[0];
}

/** Writes into a field, in the place of what is there. */
export async function fill(hub: ParentNode, name: string, text: string): Promise<void> {
  const field = await seen(() => fieldOf(hub, name), `the field ${name}`);
  field.focus();
  field.select();
  await sendKeys({ type: text });
}

/** Types the name of a value into a field with a tree and takes the first that fits. */
export async function pickFromTree(hub: ParentNode, label: string, name: string): Promise<void> {
  const isOf = (field: HTMLElement) => {
    const { host } = field.getRootNode() as ShadowRoot;
    const text = field.closest('.root')?.querySelector('.label')?.textContent ?? '';
    return host.localName === 'tree-picker' && text.includes(label);
  };
  const field = await seen(() => visible(hub, '[role=combobox]').find(isOf), `the field ${label}`);
  field.focus();
  await sendKeys({ type: name });
  await sendKeys({ press: 'Enter' });
}
