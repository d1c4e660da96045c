import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import lit from 'eslint-plugin-lit';
import a11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importDirection } from './tools/import-direction.js';

/** Rules of eslint-plugin-lit-a11y, which has no flat configuration. */
const a11yRules = Object.fromEntries(
  Object.keys(a11y.rules)
    // `role="list"` is what keeps a list a list in Safari, `autofocus` is where a native dialog starts, and a choice
    // in a `select` is made when it changes, not when it is left.
    .filter((name) => !['no-redundant-role', 'list', 'no-autofocus', 'no-invalid-change-handler'].includes(name))
    .map((name) => [`lit-a11y/${name}`, 'error']),
);

const ky = { name: 'ky', message: 'Only src/api knows HTTP.' };
const dompurify = { name: 'dompurify', message: 'Untrusted HTML becomes nodes in src/base/safe-html.ts alone.' };
const nodeModules = {
  group: ['node:*', 'pg', 'nodemailer', 'smtp-server', '@hono/node-server', '@hono/node-server/*'],
  message: 'This also runs in the page: Node belongs into node.ts and the *-node.ts modules.',
};

/** What needs no types; rules that do stand in .oxlintrc.json. */
export default defineConfig(
  {
    ignores: [
      'dist',
      'storybook-static',
      '.cache',
      '.data',
      'coverage',
      'src/contract/types.ts',
      'demo/server/db/migrations',
    ],
  },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { deskparts: { rules: { 'import-direction': importDirection } } },
    rules: {
      'deskparts/import-direction': 'error',
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      // Names and headers of mails are cleaned of control characters.
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts', 'test/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': a11y },
    rules: {
      'lit/attribute-value-entities': 'error',
      'lit/ban-attributes': ['error', 'style'],
      'lit/binding-positions': 'error',
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-duplicate-template-bindings': 'error',
      'lit/no-invalid-html': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-legacy-template-syntax': 'error',
      'lit/no-private-properties': 'error',
      'lit/no-property-change-update': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'error',
      'lit/prefer-nothing': 'error',
      'lit/quoted-expressions': ['error', 'never'],
      'lit/value-after-constraints': 'error',
      'wc/attach-shadow-constructor': 'error',
      'wc/guard-super-call': 'off',
      'wc/no-child-traversal-in-attributechangedcallback': 'error',
      'wc/no-child-traversal-in-connectedcallback': 'error',
      'wc/no-closed-shadow-root': 'error',
      'wc/no-constructor-attributes': 'error',
      'wc/no-customized-built-in-elements': 'error',
      'wc/no-invalid-element-name': 'error',
      'wc/no-self-class': 'error',
      'wc/no-typos': 'error',
      'wc/require-listener-teardown': 'error',
      ...a11yRules,
    },
    settings: { wc: { elementBaseClasses: ['LitElement', 'DeskElement'] }, litHtmlSources: true },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      'no-restricted-imports': ['error', { paths: [ky, dompurify] }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportExpression[source.value='dompurify']",
          message: dompurify.message,
        },
        {
          selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
          message: 'Untrusted HTML becomes nodes in src/base/safe-html.ts alone.',
        },
        {
          selector: 'ImportDeclaration[source.value=/^lit\\u002Fdirectives\\u002F(style-map|unsafe-)/]',
          message: 'styleMap breaks under a strict style-src, and unsafeHTML is never needed.',
        },
      ],
    },
  },
  // One list each, which splitting would only hide.
  { files: ['src/strings/**/*.ts', 'src/domain/types.ts'], rules: { 'max-lines': 'off' } },
  { files: ['src/api/**'], rules: { 'no-restricted-imports': ['error', { paths: [dompurify] }] } },
  {
    files: ['src/base/safe-html.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [ky] }], 'no-restricted-syntax': 'off' },
  },
  {
    files: ['demo/server/**/*.ts'],
    ignores: ['demo/server/node.ts', 'demo/server/**/*-node.ts', 'demo/server/db/{embedded,folder-lock,postgres*}.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [nodeModules] }] },
  },
  {
    files: ['demo/server/**/*.ts'],
    ignores: ['demo/server/db/schema*.ts'],
    rules: { 'max-lines': ['error', { max: 300 }] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Chai states what it expects by a property.
      '@typescript-eslint/no-unused-expressions': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^(only|skip|todo)$/][callee.object.name=/^(it|describe|test|suite)$/]',
          message: 'No test is left out.',
        },
      ],
    },
  },
  {
    files: ['demo/pages/**/*.js', 'tools/reference/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'document',
          'Option',
          'setTimeout',
          'window',
          'location',
          'customElements',
          'fetch',
          'BroadcastChannel',
          'FormData',
          'URL',
          'URLSearchParams',
          'HTMLElement',
          'console',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['tools/**/*.js', 'test/**/*.js', '*.config.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['AbortSignal', 'fetch', 'process', 'setTimeout', 'URL'].map((name) => [name, 'readonly']),
      ),
    },
  },
  prettier,
);
