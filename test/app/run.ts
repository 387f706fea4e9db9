import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';

/**
 * `npm run test:app -- [--host own|app] [--app-version VERSION] [--mobile]`: runs the specs in `specs/` in
 * the real app, or in our own imitation of it. VERSION is a version of the app, or `latest` (the default), or
 * `minimum`, which selects the oldest public version that the plugin accepts.
 */
const { values } = parseArgs({
  options: {
    host: { type: 'string', default: 'app' },
    'app-version': { type: 'string', default: 'latest' },
    mobile: { type: 'boolean', default: false },
  },
});
if (values.host !== 'own' && values.host !== 'app') throw new Error('--host must be own or app.');
process.env['APP_HOST'] = values.host;
process.env['APP_VERSION'] = values['app-version'];
process.env['APP_MOBILE'] = values.mobile ? '1' : '0';
const vitest = await startVitest('test', [], {
  config: false,
  run: true,
  include: ['test/app/specs/*.spec.ts'],
  reporters: ['default'],
  testTimeout: 300_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 15_000 } },
  // All specs share one browser.
  maxWorkers: 1,
  isolate: false,
});
await vitest.close();
