import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { vaultConfig, type BootData, type VaultConfig } from '../protocol';
import { Device } from './device';
import { EventStream } from './event-stream';
import type { HostOptions } from './host-options';
import { bundlePage } from './page-bundle';
import { PluginFiles } from './plugin-files';
import { RequestBridge } from './request-bridge';
import { HostServer } from './server';
import { VaultDisk } from './vault-disk';
import { VaultOperations } from './vault-operations';

/** The side of the test host that runs in Node. */
export interface DriverParts {
  readonly server: HostServer;
  readonly plugin: PluginFiles;
  readonly deviceFolder: string;
  /** True when the plugin will be enabled at the next start of the page. */
  enabled: boolean;
  close(): Promise<void>;
}

/** Prepares the vault and the device, and starts the server. */
export async function startDriver(
  options: HostOptions,
  onError: (error: unknown) => void,
): Promise<DriverParts> {
  await mkdir(join(options.vault, '.obsidian'), { recursive: true });
  const temporary = options.device === undefined ? await mkdtemp(join(tmpdir(), 'host-device-')) : undefined;
  const deviceFolder = options.device ?? temporary ?? '';
  const device = await Device.open(deviceFolder);
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const plugin = await PluginFiles.install(options.plugin ?? root, options.vault);
  await prepare(options, device, plugin);

  const bridge = new RequestBridge(options.mobile === true ? 'as sent' : 'lower');
  const events = new EventStream();
  const disk = new VaultDisk({
    root: options.vault,
    syncDelayMs: options.syncDelayMs ?? 0,
    onChange: (change) => {
      events.sendChange(change);
    },
    onError,
  });
  const state = { enabled: options.enable !== 'later' };
  const server = await HostServer.start({
    bundle: await bundlePage(),
    operations: new VaultOperations(disk, join(deviceFolder, 'trash')),
    events,
    device,
    plugin,
    bridge,
    boot: () => bootData(options, device, plugin, state.enabled),
    onConnect: (stream) =>
      disk.sendSnapshot(() => {
        events.connect(stream);
      }),
  });
  await disk.start();
  plugin.watchData(() => {
    events.send({ type: 'plugin-data' });
  });
  return Object.assign(state, {
    server,
    plugin,
    deviceFolder,
    async close() {
      plugin.close();
      bridge.close();
      events.close();
      await disk.close();
      await server.close();
      await device.settled();
      if (temporary !== undefined) await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
    },
  });
}

async function prepare(
  { prepare: wanted, ...options }: HostOptions,
  device: Device,
  plugin: PluginFiles,
): Promise<void> {
  if (wanted?.settings !== undefined) await plugin.writeData(JSON.stringify(wanted.settings, null, 2));
  for (const [id, secret] of Object.entries(wanted?.secrets ?? {})) await device.set('secrets', id, secret);
  for (const [key, value] of Object.entries(wanted?.localStorage ?? {})) {
    await device.set('local-storage', key, JSON.stringify(value));
  }
  if (options.markdownLinks !== undefined) {
    const config = { ...(await readConfig(options.vault)), useMarkdownLinks: options.markdownLinks };
    await writeFile(join(options.vault, '.obsidian', 'app.json'), JSON.stringify(config, null, 2));
  }
}

async function bootData(
  options: HostOptions,
  device: Device,
  plugin: PluginFiles,
  enabled: boolean,
): Promise<BootData> {
  await plugin.update();
  return {
    vaultName: basename(options.vault),
    vaultConfig: await readConfig(options.vault),
    manifest: plugin.manifest,
    pluginFolder: `.obsidian/plugins/${plugin.manifest.id}`,
    styles: await plugin.styles(),
    mobile: options.mobile ?? false,
    language: options.language ?? 'en',
    theme: options.theme ?? 'light',
    enabled,
    pauseShare: options.pauseShare ?? 1,
    localStorage: device.get('local-storage'),
    secrets: device.get('secrets'),
  };
}

async function readConfig(vault: string): Promise<VaultConfig> {
  const text = await readFile(join(vault, '.obsidian', 'app.json'), 'utf8').catch(() => '{}');
  return v.parse(vaultConfig, JSON.parse(text));
}
