import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ESLint, Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { importOrder } from '../../../build/eslint/import-order.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/**
 * The linter with the configuration of `npm run lint`, but only the rules about imports. These rules need no
 * types, so the linter does not build a TypeScript program.
 */
const eslint = new ESLint({
  cwd: root,
  ruleFilter: ({ ruleId }) => ruleId.startsWith('house/') || ruleId === 'no-restricted-imports',
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

/** Adds these lines at the beginning of a file, and returns what the linter then reports about imports. */
async function reported(path: string, ...lines: readonly string[]): Promise<readonly string[]> {
  const filePath = `${root}${path}`;
  const text = `${lines.map((line) => `${line}\n`).join('')}${await readFile(filePath, 'utf8')}`;
  const [result] = await eslint.lintText(text, { filePath });
  const messages = result?.messages.filter(({ severity }) => severity === 2) ?? [];
  return messages.flatMap(({ ruleId, line, message }) =>
    ruleId?.startsWith('house/') || ruleId === 'no-restricted-imports' ? [`${String(line)}: ${message}`] : [],
  );
}

describe('the linter', () => {
  it('the linter accepts a file whose imports follow the list of folders', async () => {
    expect(await reported('src/text/segment.ts')).toEqual([]);
    expect(await reported('src/digest/due.ts', "import type { Page } from '../pdf/document';")).toEqual([]);
  });

  it('the linter rejects an import against the order of folders, even an import of a type', async () => {
    const against = 'cannot import src/text, which comes later in the list of eslint.config.mjs.';
    const value = "import { segment } from '../text/segment';";
    const type = "import type { Sentence } from '../text/sentence';";
    expect(await reported('src/pdf/passwords.ts', value)).toContain(`1: src/pdf ${against}`);
    expect(await reported('src/pdf/passwords.ts', type)).toContain(`1: src/pdf ${against}`);
    const reExport = "export * from '../text/sentence';";
    expect(await reported('src/pdf/passwords.ts', reExport)).toContain(`1: src/pdf ${against}`);
    const fromModule = "import type { Sentence } from './text/sentence';";
    expect(await reported('src/clock.ts', fromModule)).toHaveLength(1);
  });

  it('the linter rejects a type import that closes a cycle of folders', async () => {
    const type = "import type { ChatApi } from '../wire/chat';";
    const [cycle] = await reported('src/llm/errors/error-body.ts', type);
    expect(cycle).toMatch(/^1: This import closes a cycle in src\/llm: errors → wire → errors\.$/);
  });

  it('the linter reports the wrong order and the cycle if top-level folders import each other', async () => {
    const [cycle] = await reported('src/text/sentence.ts', "import type { Digest } from '../digest/digest';");
    expect(cycle).toMatch(/src\/text cannot import src\/digest/);
    const cycles = await reported('src/text/sentence.ts', "import type { Digest } from '../digest/digest';");
    expect(cycles.join('\n')).toMatch(/cycle in src\/: text → digest → text\./);
  });

  it('the linter rejects a cycle of files', async () => {
    const [cycle] = await reported('src/pdf/layout/right-to-left.ts', "import type { Line } from './line';");
    expect(cycle).toContain('cycle in src/pdf/layout: right-to-left.ts → line.ts → right-to-left.ts.');
  });

  it('the linter rejects a folder that is missing from the list of folders', () => {
    const config: Linter.Config = {
      files: ['**/*.ts'],
      plugins: { house: { rules: { 'import-order': importOrder } } },
      rules: { 'house/import-order': ['error', { root: `${root}src`, order: ['pdf', 'text'] }] },
    };
    const messages = new Linter({ cwd: root }).verify('', config, { filename: `${root}src/epub/read.ts` });
    const unlisted = 'src/epub is missing from the list in eslint.config.mjs.';
    expect(messages.map(({ message }) => message)).toEqual([unlisted]);
  });

  it('the linter rejects an import of the obsidian module outside of main.ts, app/ and ui/', async () => {
    const app = "import type { App } from 'obsidian';";
    const pure = ['src/inbox/scope.ts', 'src/workers/rpc/port.ts', 'src/settings/checks.ts', 'src/log.ts'];
    for (const path of pure) expect(await reported(path, app)).toHaveLength(1);
    const adapters = ['src/app/http.ts', 'src/ui/clock-time.ts'];
    for (const path of adapters) expect(await reported(path, app)).toEqual([]);
  });
});
