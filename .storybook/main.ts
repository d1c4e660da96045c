import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';
import type { InlineConfig } from 'vite';
import manifest from '../package.json' with { type: 'json' };
import { writeReference } from '../tools/reference.js';

/** The project's own Vite configuration builds a library, which Storybook would take over. */
function withoutLibrary({ build, ...config }: InlineConfig): InlineConfig {
  const { lib: _lib, rolldownOptions: _options, outDir: _outDir, ...rest } = build ?? {};
  return {
    ...config,
    build: { ...rest, target: 'es2022' },
    define: { ...config.define, __DESKPARTS_VERSION__: JSON.stringify(manifest.version) },
    resolve: { ...config.resolve, dedupe: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/context'] },
    optimizeDeps: {
      ...config.optimizeDeps,
      // Named here, or the first story that needs one of them reloads the page in the middle of a test.
      include: [
        ...(config.optimizeDeps?.include ?? []),
        'lit',
        'lit/decorators.js',
        'lit/directives/guard.js',
        'lit/directives/live.js',
        'lit/directives/repeat.js',
        'lit/directives/until.js',
        '@lit/context',
        'dompurify',
        'ky',
        'nanostores',
        'prosemirror-commands',
        'prosemirror-history',
        'prosemirror-keymap',
        'prosemirror-model',
        'prosemirror-schema-list',
        'prosemirror-state',
        'prosemirror-transform',
        'prosemirror-view',
        // The server, which flow stories run in the page.
        '@hono/zod-openapi',
        '@noble/hashes/legacy.js',
        'css-tree/parser',
        'drizzle-orm',
        'drizzle-orm/pg-core',
        'drizzle-orm/pglite',
        'hono',
        'hono/cors',
        'parse5',
        'postal-mime',
        'zod',
      ],
      // Finds its WebAssembly beside its module.
      exclude: [...(config.optimizeDeps?.exclude ?? []), '@electric-sql/pglite'],
    },
    worker: { ...config.worker, format: 'es' },
  };
}

// The reference of the HTTP calls stands beside the stories.
const reference = fileURLToPath(new URL('../.cache/reference', import.meta.url));
writeReference(reference);

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  staticDirs: [
    { from: '../.cache/demo', to: '/demo-data' },
    { from: reference, to: '/reference' },
  ],
  viteFinal: withoutLibrary,
};

export default config;
