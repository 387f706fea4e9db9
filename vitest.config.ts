import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These files change libraries that other files import, so each of them runs in a process of its own. */
const alone = ['test/unit/pdf/layout/fixtures.test.ts', 'test/unit/pdf/budget-in-node.test.ts'];

/** Unit tests that need the processor for more than ten seconds. */
const slow = [
  'pdf/extractor',
  'note/hostile-text',
  'digest/round-trip',
  'fixtures/catalogue',
  'llm/second-reader',
  'llm/behaviours',
  'note/triggers',
  'llm/answer/verdicts',
];

/**
 * Starts slow unit tests first, then end-to-end tests, then the other tests, so that no long file runs alone
 * at the end.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId, project }: TestSpecification): number => {
      if (project.name === 'alone' || slow.some((name) => moduleId.endsWith(`/test/unit/${name}.test.ts`)))
        return 0;
      return moduleId.includes('/test/e2e/') ? 1 : 2;
    };
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // Slow machines need more time; no test depends on how long something takes.
    expect: { poll: { timeout: 120_000 } },
    // End-to-end tests spend most of their time waiting, so two cores can run four of them.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    // CI machines may be busy with other work, so a failed test is tried once more there, and the report
    // mentions it. On other machines there are no retries.
    retry: process.env['CI'] === 'true' ? 1 : 0,
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          // A worker keeps its modules and its browser for all its files.
          name: 'shared',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...alone],
          globalSetup: ['test/global-setup.ts'],
        },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
