import { fileURLToPath } from 'node:url';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import obsidianmd from 'eslint-plugin-obsidianmd';
import globals from 'globals';
import { importOrder } from './build/eslint/import-order.mjs';
import { noCycles } from './build/eslint/no-cycles.mjs';

const src = fileURLToPath(new URL('src', import.meta.url));

/**
 * All folders and modules of `src`, in order. Code and types may be imported only from earlier folders and
 * modules. The stages, such as `pdf`, `digest` and `note`, are in the order in which they process a PDF.
 * `i18n` and `settings` come directly before the first folder that imports them.
 */
const order = [
  ...[
    'failure-kinds',
    'failure',
    'causes',
    'log',
    'abort',
    'clock',
    'hash',
    'edit-distance',
    'json',
    'lazily',
    'clean',
  ],
  'run-bounded',
  'packed',
  'packed-later',
  'device-store',
  ...[
    'pdf',
    'text',
    'llm',
    'redact',
    'digest',
    'i18n',
    'note',
    'settings',
    'diagnostics',
    'inbox',
    'pipeline',
  ],
  ...['workers', 'app', 'ui', 'main'],
];

export default defineConfig([
  globalIgnores(['main.js', 'dist/', 'out/', 'node_modules/', 'test/fixtures/made/', 'docs/']),
  ...obsidianmd.configs.recommendedWithLocalesEn,
  {
    files: ['**/*.{ts,mts,mjs}'],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.mjs'] } } },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.mjs', '.js', '.json'] })],
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [{ target: './src', from: './test', message: 'Code in src must not import tests.' }],
        },
      ],
      eqeqeq: 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      // Prettier does not wrap comments, so this rule checks their length. Strings and regular
      // expressions may be longer.
      'max-len': [
        'error',
        {
          code: 110,
          ignoreUrls: true,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
        },
      ],
    },
  },
  {
    // People read and extend the words in these files, so long regular expressions are not allowed here.
    files: ['src/digest/checks/**/*.ts', 'src/text/lexicon/**/*.ts'],
    rules: { 'max-len': ['error', { code: 110 }] },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { house: { rules: { 'import-order': importOrder, 'no-cycles': noCycles } } },
    rules: {
      'house/import-order': ['error', { root: src, order }],
      'house/no-cycles': ['error', { root: src }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': 'error',
    },
  },
  {
    // All code except `src/main.ts`, `src/ui` and `src/app` uses the app through narrow interfaces (ports),
    // so that tests need no app.
    files: ['src/**/*.ts'],
    ignores: ['src/main.ts', 'src/ui/**', 'src/app/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'obsidian',
              message:
                'Use a narrow interface (a port) instead of the app; the code that implements it goes to src/app.',
            },
          ],
        },
      ],
    },
  },
  {
    // Node programs: tests, the driver of the test host, build and benchmark scripts. They print to the
    // console and use modules of Node.
    files: ['test/**/*.ts', 'build/**/*.mjs', '*.mjs', '*.config.ts'],
    languageOptions: { globals: { ...globals.node } },
    rules: {
      'obsidianmd/no-nodejs-modules': 'off',
      'import/no-nodejs-modules': 'off',
      'import/no-extraneous-dependencies': 'off',
      'obsidianmd/rule-custom-message': 'off',
      'obsidianmd/prefer-window-timers': 'off',
      'obsidianmd/hardcoded-config-path': 'off',
      'obsidianmd/no-global-this': 'off',
      'obsidianmd/prefer-create-el': 'off',
      'obsidianmd/prefer-active-doc': 'off',
      'obsidianmd/no-unsupported-api': 'off',
      'obsidianmd/prefer-instanceof': 'off',
      'no-restricted-globals': 'off',
    },
  },
]);
