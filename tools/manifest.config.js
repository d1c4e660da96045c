/** @typedef {{ privacy?: string, name?: string, members?: Member[], attributes?: Member[], kind?: string }} Member */

/** @param {Member} member */
function isPublic({ privacy, name = '' }) {
  return privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#');
}

/** Lit's own life cycle is of no use to whoever writes a page. */
const lifeCycle = new Set([
  'connectedCallback',
  'disconnectedCallback',
  'render',
  'willUpdate',
  'update',
  'updated',
  'firstUpdated',
  'shouldUpdate',
  'createRenderRoot',
  'styles',
  'version',
]);

/** An element's folder also holds helpers that nobody else imports. @param {string} path */
function isPublished(path) {
  return !path.startsWith('src/elements/') || /^src\/elements\/([^/]+)\/(\1|define)\.ts$/.test(path);
}

/** Leaves out what nobody outside may use: Storybook would offer it as a control, and the README would list it. */
const publicOnly = {
  name: 'public-only',
  /** @param {{ customElementsManifest: { modules: { path: string, declarations?: Member[] }[] } }} manifest */
  packageLinkPhase({ customElementsManifest }) {
    customElementsManifest.modules = customElementsManifest.modules.filter(({ path }) => isPublished(path));
    customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        declaration.members = declaration.members?.filter((one) => isPublic(one) && !lifeCycle.has(one.name ?? ''));
        declaration.attributes = declaration.attributes?.filter(isPublic);
      }
    }
  },
};

export default {
  globs: [
    'src/elements/**/*.ts',
    'src/hub/desk-hub.ts',
    'src/hub/define.ts',
    'src/base/desk-element.ts',
    'src/events/*.ts',
  ],
  exclude: ['src/**/*.styles.ts'],
  litelement: true,
  packagejson: false,
  plugins: [publicOnly],
};
