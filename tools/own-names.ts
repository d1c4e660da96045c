import type { Plugin } from 'vite';

/** The bundler's own helper walks a module's names with `for … in`, which on a page that extends `Object.prototype` finds more than names. */
export function ownNames(): Plugin {
  return {
    name: 'own-names',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        file.code = file.code.replace(
          /for\(var (\w+) in (\w+)\)(\w+\(\w+,\1,\{get:\2\[\1\])/g,
          'for(var $1 in $2)Object.hasOwn($2,$1)&&$3',
        );
      }
    },
  };
}
