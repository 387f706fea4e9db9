import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startDriver } from './driver/parts';

/**
 * `npm run host -- VAULT [--language en|zh] [--mobile]`: opens a folder as a vault in our host, for a person
 * who uses it in a browser. The plugin is the one that is installed in the vault. What the app stores on a
 * device is in a folder beside the vault, so it stays until the next start.
 */
const usage = 'npm run host -- VAULT [--language en|zh] [--mobile]';

async function visit(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { language: { type: 'string' }, mobile: { type: 'boolean' } },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Error(usage);
  const vault = resolve(folder);
  const plugin = join(vault, '.obsidian', 'plugins', 'pdf-inbox');
  await mkdir(plugin, { recursive: true });
  const missing = ['main.js', 'manifest.json', 'styles.css'].filter(
    (name) => !existsSync(join(plugin, name)),
  );
  if (missing.length > 0) throw new Error(`Put ${missing.join(', ')} into ${plugin}, and start this again.`);
  const driver = await startDriver(
    {
      vault,
      plugin,
      device: `${vault}.device`,
      enable: 'later',
      language: values.language === 'zh' ? 'zh' : 'en',
      mobile: values.mobile ?? false,
    },
    console.error,
  );
  console.log(`The vault is ${vault}\nOpen this address in a browser: ${driver.server.origin}/?visit`);
  console.log('Press Ctrl+C to stop.');
  process.once('SIGINT', () => {
    void driver.close().then(() => process.exit(0));
  });
}

visit().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
