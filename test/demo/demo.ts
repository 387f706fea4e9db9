import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PRESETS, type EndpointId } from '../../src/llm/presets/presets';
import { fixture } from '../fixtures/catalogue';
import { openHost, type Host } from '../host/index';
import { guessEndpoint } from './guess-endpoint';

/**
 * The demo puts a PDF into a folder of a new vault and runs the built plugin in a real Chromium. Then it
 * prints the note that the plugin has written and takes a picture of the note.
 */
const usage = `npm run demo [-- file.pdf] [--base-url URL] [--model NAME] [--provider ID] [--language en|zh]
The key for --base-url is read from the environment variable PDF_INBOX_API_KEY. Provider and model are detected if
they are not given.`;

/** The longest time to wait for a large PDF and a slow model, in ms. */
const timeoutMs = 15 * 60_000;

interface DemoOptions {
  /** If undefined, the demo uses its own contract. */
  readonly file: string | undefined;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly key: string | undefined;
  readonly language: 'en' | 'zh';
}

async function readArguments(): Promise<DemoOptions> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'base-url': { type: 'string' },
      model: { type: 'string' },
      provider: { type: 'string' },
      language: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true || positionals.length > 1) {
    process.stdout.write(`${usage}\n`);
    process.exit(values.help === true ? 0 : 2);
  }
  const file = positionals[0];
  const { key, ...settings } = await endpointOf(values['base-url'], values.provider, values.model);
  return {
    file,
    settings,
    key,
    language: values.language === 'en' ? 'en' : values.language === 'zh' || file === undefined ? 'zh' : 'en',
  };
}

/**
 * Returns the settings for the endpoint, and its key. If only the provider is given, its usual base URL is
 * used. If neither a base URL nor a provider is given, the offline engine is used.
 */
async function endpointOf(
  baseUrl: string | undefined,
  provider: string | undefined,
  model: string | undefined,
): Promise<{
  readonly provider: string;
  readonly baseUrl?: string;
  readonly model?: string;
  readonly key: string | undefined;
}> {
  const key = process.env['PDF_INBOX_API_KEY'];
  if (baseUrl === undefined)
    return { provider: provider ?? 'offline', ...(model === undefined ? {} : { model }), key };
  if (provider !== undefined && !isEndpointId(provider))
    throw new Error(`Unknown provider ${provider}. Known providers: ${Object.keys(PRESETS).join(', ')}`);
  const guessed = await guessEndpoint({ baseUrl, provider, model, key });
  process.stdout.write(`Using ${guessed.model} at ${baseUrl} (provider: ${guessed.provider})\n`);
  return { ...guessed, baseUrl };
}

function isEndpointId(name: string): name is EndpointId {
  return Object.hasOwn(PRESETS, name);
}

async function waitForNote(host: Host, folder: string): Promise<string> {
  const end = Date.now() + timeoutMs;
  let shown = '';
  while (Date.now() < end) {
    // The notices are read before the folder. A new note also causes a notice, but then the note is already
    // in the folder. So if there is a notice and no note, the notice reports a failure.
    const [notice] = (await host.notices()).slice(-1);
    const note = (await readdir(folder)).find((name) => name.endsWith('.md'));
    if (note !== undefined) return join(folder, note);
    if (notice !== undefined) throw new Error(notice);
    const status = await host.statusBar();
    if (status !== shown && status !== '') process.stdout.write(`  ${status}\n`);
    shown = status;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('No note was written in time.');
}

async function demo({ file, settings, key, language }: DemoOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-inbox-demo-'));
  const vault = join(folder, 'vault');
  const inbox = join(vault, 'Inbox');
  await mkdir(inbox, { recursive: true });
  await mkdir('out', { recursive: true });
  const secrets = key === undefined ? {} : { secrets: { 'pdf-inbox-api-key': key } };
  const viewport = { width: 1000, height: 1400 };
  const host = await openHost({
    vault,
    language,
    viewport,
    prepare: { settings: { ...settings }, ...secrets },
  });
  try {
    const sample = language === 'zh' ? '合同.pdf' : 'Contract.pdf';
    const pdf = file === undefined ? sample : basename(file);
    process.stdout.write(`Dropping ${pdf} into ${inbox}\n`);
    if (file === undefined) await writeFile(join(inbox, pdf), await fixture(`contract-${language}`).make());
    else await copyFile(resolve(file), join(inbox, pdf));
    const path = await waitForNote(host, inbox);
    process.stdout.write(`\n${path}\n\n${await readFile(path, 'utf8')}\n`);
    const picture = resolve('out', 'demo.png');
    await host.screenshot(picture, { file: `Inbox/${basename(path)}`, fullPage: true });
    const kept = resolve('out', basename(path));
    await copyFile(path, kept);
    process.stdout.write(`The note, rendered: ${picture}\nThe note itself: ${kept}\n`);
  } finally {
    await host.close();
    await rm(folder, { recursive: true, force: true });
  }
}

readArguments()
  .then(demo)
  .catch((thrown: unknown) => {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    process.exitCode = 1;
  });
