import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openForVisitor } from './driver/visitor-host';

/** The command that opens a folder as a vault in the test host, which imitates Obsidian in a browser. */
const usage = 'npm run host -- VAULT [--language en|zh] [--mobile]';

async function visit(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { language: { type: 'string' }, mobile: { type: 'boolean', default: false } },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Error(usage);
  const vault = resolve(folder);
  const language = values.language === 'zh' ? 'zh' : 'en';
  const host = await openForVisitor(vault, { language, mobile: values.mobile }, console.error);
  console.log(`The vault is ${vault}\nOpen this address in a browser: ${host.address}`);
  console.log('Press Ctrl+C to stop.');
  process.once('SIGINT', () => {
    void host.close().then(() => process.exit(0));
  });
}

visit().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
