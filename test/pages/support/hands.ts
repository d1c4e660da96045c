import type { Locator, Page } from 'playwright';
import { usualKeys } from '../../../src/base/commands.js';

/** One way to do everything that the console offers. */
export interface Hands {
  /** Turns to a part of the console that others are in the way to. */
  turnTo(region: 'menu' | 'list'): Promise<void>;
  /** Presses a button, a row or anything else that does something. */
  press(target: Locator): Promise<void>;
  /** Writes into a field, in the place of what is there. */
  fill(field: Locator, text: string): Promise<void>;
  /** Writes where the caret of a text is, or at its end. */
  write(field: Locator, text: string): Promise<void>;
  /** Chooses an option of a native list. */
  choose(list: Locator, label: string): Promise<void>;
  /** Chooses one of several. */
  check(radio: Locator): Promise<void>;
  /** Ticks a box. */
  tick(box: Locator): Promise<void>;
  /** Finds a value of a tree and takes it. */
  pick(field: Locator, value: string): Promise<void>;
}

/** Everything by the pointer; only what is text comes from the keyboard. */
export class Mouse implements Hands {
  constructor(private readonly page: Page) {}

  /** The pointer is anywhere at once. */
  turnTo(): Promise<void> {
    return Promise.resolve();
  }

  async press(target: Locator): Promise<void> {
    await target.click();
  }

  async fill(field: Locator, text: string): Promise<void> {
    await field.click({ clickCount: 3 });
    await this.page.keyboard.type(text);
  }

  async write(field: Locator, text: string): Promise<void> {
    await field.focus();
    await this.page.keyboard.type(text);
  }

  async choose(list: Locator, label: string): Promise<void> {
    // The list that drops down belongs to the system, and no test can point at it.
    await list.selectOption({ label });
  }

  async check(radio: Locator): Promise<void> {
    await radio.click();
  }

  async tick(box: Locator): Promise<void> {
    await box.click();
  }

  async pick(field: Locator, value: string): Promise<void> {
    await field.click();
    await field
      .page()
      .getByRole('option', { name: new RegExp(`(^|[›>/] ?)${value}$`) })
      .click();
  }
}

/** Where the keyboard is, as seen from a target. */
type Place = 'there' | 'same composite' | 'before' | 'after' | 'nowhere';

/** Most presses of one key until something is reached. */
const mostPresses = 150;

/** Everything by the keyboard: Tab to a part of the page, arrows inside it, no pointer and no script. */
export class Keyboard implements Hands {
  constructor(private readonly page: Page) {}

  /** By its shortcut, which is text where text is written. */
  async turnTo(region: 'menu' | 'list'): Promise<void> {
    for (let presses = 0; presses < mostPresses && (await isTyping(this.page)); presses += 1) {
      await this.page.keyboard.press('Tab');
    }
    await this.page.keyboard.press(usualKeys[region]);
  }

  async press(target: Locator): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.press('Enter');
  }

  async fill(field: Locator, text: string): Promise<void> {
    await this.reach(field);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
  }

  async write(field: Locator, text: string): Promise<void> {
    await this.reach(field);
    await this.page.keyboard.type(text);
  }

  async choose(list: Locator, label: string): Promise<void> {
    await this.reach(list);
    const rest = (): Promise<number> =>
      list.evaluate((element, wanted) => {
        const { options, selectedIndex } = element as HTMLSelectElement;
        return [...options].findIndex((option) => option.label.trim() === wanted) - selectedIndex;
      }, label);
    await this.#walk(async () => Math.sign(await rest()), { '1': 'ArrowDown', '-1': 'ArrowUp' }, label);
  }

  async check(radio: Locator): Promise<void> {
    const group = radio.locator('xpath=ancestor::fieldset[1]');
    await this.#tabInto(group);
    await this.#walk(async () => ((await radio.isChecked()) ? 0 : 1), { '1': 'ArrowDown' }, String(radio));
    // Who is on a choice that is made already has nothing to press; a press makes one that is not.
  }

  async tick(box: Locator): Promise<void> {
    await this.reach(box);
    await this.page.keyboard.press('Space');
  }

  async pick(field: Locator, value: string): Promise<void> {
    await this.reach(field);
    await this.page.keyboard.type(value);
    await this.page.getByRole('option', { name: new RegExp(`${value}$`) }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Goes to a target the way somebody does who sees where it is. */
  async reach(target: Locator): Promise<void> {
    await target.waitFor();
    for (let presses = 0; presses < mostPresses; presses += 1) {
      const place = await placeOf(target);
      if (place === 'there') {
        return;
      }
      if (place === 'same composite') await this.page.keyboard.press(await arrowTo(target));
      else await this.page.keyboard.press(place === 'after' ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`The keyboard does not reach ${String(target)}, but ${await focusedName(this.page)}`);
  }

  async #tabInto(group: Locator): Promise<void> {
    await group.waitFor();
    for (let presses = 0; presses < mostPresses; presses += 1) {
      if (await group.evaluate((element) => element.matches(':focus-within'))) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach ${String(group)}, but ${await focusedName(this.page)}`);
  }

  async #walk(side: () => Promise<number>, keys: Readonly<Record<string, string>>, what: string): Promise<void> {
    for (let presses = 0; presses < mostPresses; presses += 1) {
      const key = keys[String(await side())];
      if (!key) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`The keyboard does not choose ${what}`);
  }
}

/** Where the focus is compared with a target, through all shadow roots. */
function placeOf(target: Locator): Promise<Place> {
  return target.evaluate((element) => {
    const composite = '[role=toolbar], [role=grid], [role=menu], nav';
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!active || active === document.body) return 'nowhere';
    if (active === element) return 'there';
    const group = element.closest(composite);
    if ((element as HTMLElement).tabIndex < 0 && group && group === active.closest(composite)) return 'same composite';
    const pathOf = (node: Element): Node[] => {
      const path: Node[] = [];
      for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) path.unshift(at);
      return path;
    };
    const [from, to] = [pathOf(active), pathOf(element)];
    const fork = from.findIndex((node, index) => node !== to[index]);
    const [one, other] = [from[fork], to[fork]];
    if (!one || !other) return 'before';
    return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? 'before' : 'after';
  });
}

/** Which arrow goes towards a target inside a toolbar, a list or a menu. */
function arrowTo(target: Locator): Promise<string> {
  return target.evaluate((element) => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const isAfter = active && active.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    const isLine = element.closest('[role=toolbar], [role=row]') !== null;
    if (isLine && element.role !== 'row') return isAfter ? 'ArrowRight' : 'ArrowLeft';
    return isAfter ? 'ArrowDown' : 'ArrowUp';
  });
}

/** Whether letters would be text where the keyboard is. */
function isTyping(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.matches('textarea, select, input, [contenteditable=true]') ?? false;
  });
}

/** What has the focus, in words. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const name = active?.getAttribute('aria-label') ?? active?.textContent ?? '';
    return `${active?.getAttribute('role') ?? active?.localName ?? ''} ${name.replace(/\s+/g, ' ').trim()}`;
  });
}
