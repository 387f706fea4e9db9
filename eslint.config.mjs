import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import obsidianmd from 'eslint-plugin-obsidianmd';
import globals from 'globals';

/** The stages a PDF goes through, in order. A stage may import from those before it, never from later ones. */
const stages = ['pdf', 'text', 'llm', 'digest', 'note'];

/** One zone per stage: what it must not reach. */
const laterStages = stages.slice(0, -1).map((stage, index) => ({
  target: `./src/${stage}`,
  from: [...stages.slice(index + 1), 'inbox', 'pipeline', 'ui'].map((later) => `./src/${later}`),
  message: `src/${stage} comes earlier in the flow than what it imports (see ARCHITECTURE.md).`,
}));

export default defineConfig([
  globalIgnores(['main.js', 'dist/', 'out/', 'node_modules/', 'test/fixtures/made/', 'docs/']),
  ...obsidianmd.configs.recommendedWithLocalesEn,
  {
    files: ['**/*.{ts,mts,mjs}'],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.mjs'] } } },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.mjs', '.js', '.json'] })] },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            ...laterStages,
            { target: './src/note', from: ['./src/inbox', './src/pipeline', './src/ui'], message: 'src/note is pure.' },
            { target: './src/inbox', from: './src/ui', message: 'The inbox reports events; ui listens.' },
            { target: './src', from: './test', message: 'Tests import the product, not the other way.' },
          ],
        },
      ],
      eqeqeq: 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': 'error',
    },
  },
  {
    // Pure stages: what they need of the app comes in as a port. The adapters in src/app are those ports.
    files: ['src/{inbox,pdf,text,llm,digest,note,pipeline,i18n}/**/*.ts', 'src/*.ts'],
    ignores: ['src/main.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'obsidian', message: 'Pure stage: take a narrow port instead of the app.' }] },
      ],
    },
  },
  {
    // Node programs: tests, the host's driver half, build and benchmark scripts. They print, and they use Node.
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
