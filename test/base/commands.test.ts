import { expect } from '@open-wc/testing';
import { commandNames, commandOf, keyAria, keyName, keyOf, keyText, usualKeys } from '../../src/base/commands.js';

const press = (init: KeyboardEventInit): string => keyName(new KeyboardEvent('keydown', init));

describe('commands', () => {
  it('have a key each, and no two the same', () => {
    expect(new Set(commandNames.map((command) => usualKeys[command])).size).to.equal(commandNames.length);
  });

  it('are found by their key, the usual one or the agent’s own', () => {
    expect(commandOf({ isOn: true, keys: {} }, 's')).to.equal('star');
    const shortcuts = { isOn: true, keys: { star: 'd', claim: '' } };
    expect(commandOf(shortcuts, 's')).to.equal(undefined);
    expect(commandOf(shortcuts, 'd')).to.equal('star');
    expect(commandOf(shortcuts, '')).to.equal(undefined);
    expect(keyOf(shortcuts, 'claim')).to.equal('');
  });

  it('have no key before it is known which the agent wants, but the two lists of them', () => {
    const heard = commandNames.filter((command) => commandOf(undefined, usualKeys[command]) === command);
    expect(heard).to.deep.equal(['commands', 'keys']);
    expect(keyOf(undefined, 'star')).to.equal('');
  });

  it('have no key when the agent switched keys off', () => {
    expect(commandOf({ isOn: false, keys: {} }, 's')).to.equal(undefined);
    expect(keyOf({ isOn: false, keys: {} }, 'star')).to.equal('');
  });

  it('read letters from the key while a Korean or Japanese input method is on', () => {
    expect(press({ key: 'ㅓ', code: 'KeyJ' })).to.equal('j');
    expect(press({ key: 'Process', code: 'KeyJ' })).to.equal('j');
    expect(press({ key: 'Process', code: 'Slash' })).to.equal('/');
    expect(press({ key: 'Process', code: 'Slash', shiftKey: true })).to.equal('?');
  });

  it('read letters as the layout writes them', () => {
    expect(press({ key: 'j', code: 'KeyC' })).to.equal('j');
    expect(press({ key: '?', code: 'Slash', shiftKey: true })).to.equal('?');
    expect(press({ key: 'A', code: 'KeyA', shiftKey: true })).to.equal('Shift+a');
  });

  it('read no key from a modifier alone, nor while text is composed', () => {
    expect(press({ key: 'Shift', code: 'ShiftLeft', shiftKey: true })).to.equal('');
    expect(press({ key: 'j', code: 'KeyJ', isComposing: true })).to.equal('');
  });

  it('tell a combination from its letter', () => {
    const mod = /mac|iphone|ipad/i.test(navigator.platform) ? { metaKey: true } : { ctrlKey: true };
    expect(press({ key: 'k', code: 'KeyK', ...mod })).to.equal('Mod+k');
    expect(keyText('Shift+a')).to.match(/A$/);
    expect(keyAria('Mod+k')).to.match(/^(Meta|Control)\+K$/);
  });
});
