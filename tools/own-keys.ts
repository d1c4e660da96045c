import type { Plugin } from 'vite';

const loop = /\bfor \((let|var|const) (\w+) in ([^()]+)\)/g;

/**
 * The editor's library walks objects with `for … in`, which on a page that extends `Object.prototype` finds more than was
 * put there, and then no document can be made. Its objects inherit nothing, so their own keys are all of them.
 */
export function ownKeys(): Plugin {
  return {
    name: 'own-keys',
    transform(code, id) {
      if (!/\/node_modules\/(?:prosemirror-\w[\w-]*|orderedmap|w3c-keyname)\//.test(id)) return null;
      return { code: code.replace(loop, 'for ($1 $2 of Object.keys($3 ?? {}))'), map: null };
    },
  };
}
