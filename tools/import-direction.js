import { relative, resolve, dirname, sep } from 'node:path';
import { root } from './project.js';
import { fileURLToPath } from 'node:url';

/**
 * What each folder of the kit may import. `type:` allows types only; a name with a slash is a single module.
 * @type {Record<string, readonly string[]>}
 */
const kit = {
  elements: ['type:hub', 'editor', 'events', 'base', 'domain', 'tokens', 'strings', 'util'],
  editor: ['base', 'domain', 'tokens', 'strings', 'util'],
  hub: ['api', 'events', 'base', 'domain', 'strings', 'util'],
  // The error of the api is what elements read, so it stands where both reach it.
  api: ['contract', 'domain', 'util', 'base/desk-error'],
  base: ['domain', 'tokens', 'strings', 'util'],
  events: ['domain'],
  domain: ['util'],
  strings: ['domain', 'util'],
  tokens: [],
  contract: [],
  util: [],
  // Runs in a host's own server: nothing of the page.
  server: [],
  // Knows the contract from its document, and nothing of how anything keeps it.
  conformance: ['server'],
};

/** @param {string} file @returns {string[]} path below the project, in parts, without the extension */
function place(file) {
  return relative(fileURLToPath(root), file)
    .replace(/\.[jt]s$/, '')
    .split(sep);
}

/**
 * Why a module may not import another, or null where it may.
 * @param {string[]} from
 * @param {string[]} to
 * @param {boolean} onlyTypes
 * @returns {string | null}
 */
function objection(from, to, onlyTypes) {
  const [top, folder = '', ...rest] = from;
  const [topTo, folderTo = '', ...restTo] = to;
  if (top === 'src' && topTo !== 'src') return 'The kit imports nothing outside src/.';
  const ofServer = ['domain', 'util', 'server'];
  if (top === 'demo' && folder === 'server' && topTo === 'src' && !ofServer.includes(folderTo)) {
    return 'The server imports only src/domain, src/util and src/server of the kit.';
  }
  if (top !== 'src' || rest.length === 0) return null;
  if (folder === folderTo) {
    if (folder !== 'elements' || rest[0] === restTo[0] || restTo.at(-1) === 'define') return null;
    return "An element imports another element's define module, never its class.";
  }
  const allowed = kit[folder] ?? [];
  const module = `${folderTo}/${restTo.join('/')}`;
  if (allowed.includes(folderTo) || allowed.includes(module)) return null;
  if (onlyTypes && allowed.includes(`type:${folderTo}`)) return null;
  return `src/${folder} may import ${allowed.join(', ') || 'nothing of the kit'}; not ${folderTo}.`;
}

/**
 * Keeps imports in the direction that the architecture draws.
 * @type {import('eslint').Rule.RuleModule}
 */
export const importDirection = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const from = place(context.filename);
    /** @param {import('estree').Node & { importKind?: string, exportKind?: string }} node */
    const look = (node) => {
      const name = 'source' in node && node.source?.type === 'Literal' ? node.source.value : undefined;
      if (typeof name !== 'string' || !name.startsWith('.')) return;
      const onlyTypes = node.importKind === 'type' || node.exportKind === 'type';
      const message = objection(from, place(resolve(dirname(context.filename), name)), onlyTypes);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: look,
      ExportNamedDeclaration: look,
      ExportAllDeclaration: look,
      ImportExpression: look,
    };
  },
};
