import type { LiveCounts, PageControl } from '../protocol';
import type { App } from './app';
import { calm } from './calm';
import type { LiveResources, LiveTracker } from './live';
import type { PluginRunner } from './plugin-runner';
import { Menu } from './ui';

export interface ControlledParts {
  readonly app: App;
  readonly runner: PluginRunner;
  readonly notices: () => string[];
  readonly live: LiveTracker;
  readonly pluginId: string;
  readonly enableAtStart: boolean;
}

/** The part of the test API that runs in the page. The actions do what a user's clicks do. */
export function makeControl(parts: ControlledParts): PageControl {
  const { app, runner, pluginId } = parts;
  const fullId = (id: string): string => (id.includes(':') ? id : `${pluginId}:${id}`);
  return {
    async start() {
      // These steps have the order of the app's start: first plugins, then the vault's files one by one, then
      // the layout.
      if (parts.enableAtStart) await runner.enable();
      await app.driver.connect();
      app.workspace.becomeReady();
    },
    async enablePlugin() {
      if (runner.enabled) return;
      const plugin = await runner.enable();
      plugin.onUserEnable();
    },
    disablePlugin() {
      runner.disable();
      return Promise.resolve();
    },
    flush: () => app.driver.flush(),
    runCommand(id) {
      if (app.commands.executeCommandById(fullId(id))) return Promise.resolve();
      const known = app.commands.all().map((command) => command.id);
      const why = known.includes(fullId(id))
        ? 'it is not available now'
        : `the commands are ${known.join(', ')}`;
      throw new Error(`The command "${fullId(id)}" cannot be run: ${why}.`);
    },
    commands: () => app.commands.listCommands().map(({ id, name }) => ({ id, name })),
    cli: (command, params) => app.cli.run(command, params),
    followLink: (action, params) => void app.protocol.get(action)?.({ action, ...params }),
    fileMenu(path) {
      const menu = openFileMenu(app, path);
      const titles = shownItems().map(titleOf);
      menu.hide();
      return titles;
    },
    chooseFileMenu(path, title) {
      const menu = openFileMenu(app, path);
      const items = shownItems();
      const item = items.find((one) => titleOf(one) === title);
      if (item !== undefined) {
        item.click();
        return Promise.resolve();
      }
      menu.hide();
      throw new Error(`The menu of ${path} has no "${title}", only: ${items.map(titleOf).join(', ')}`);
    },
    notices: parts.notices,
    statusBar: statusBarText,
    openSettings() {
      app.shell.openSettings(pluginId);
    },
    openFile: (path) => openFile(app, path),
    live: () => liveCounts(app, parts.live.counts()),
    calm: (forMs, atMostMs, atRest = '^$') => {
      const { driver } = app;
      const rests = new RegExp(atRest);
      const isBusy = (): boolean =>
        driver.isWaiting || parts.live.isPausing() || !rests.test(statusBarText());
      const events = (): number => driver.events + parts.live.messages() + parts.notices().length;
      return calm({ isBusy, events }, forMs, atMostMs);
    },
  };
}

function statusBarText(): string {
  return document.querySelector<HTMLElement>('.status-bar')?.innerText.trim() ?? '';
}

function openFileMenu(app: App, path: string): Menu {
  const file = app.vault.getAbstractFileByPath(path);
  if (file === null) throw new Error(`The vault has no ${path}.`);
  const menu = new Menu();
  app.workspace.trigger('file-menu', menu, file, 'file-explorer-context-menu');
  return menu.showAtPosition({ x: 20, y: 20 });
}

function shownItems(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.menu .menu-item')];
}

function titleOf(item: HTMLElement): string {
  return (item.querySelector('.menu-item-title') ?? item).textContent.trim();
}

/** How long {@link openFile} waits until the app lists the file, in ms. */
const openPatience = 10_000;

/** Returns whether the app lists the file and, if the file is a note, has parsed it. */
function isListed(app: App, path: string): boolean {
  const file = app.vault.getFileByPath(path);
  return file !== null && (file.extension !== 'md' || app.metadataCache.getFileCache(file) !== null);
}

/** Waits until the app lists the file, because a test can see a new file before the app does. */
async function openFile(app: App, path: string): Promise<void> {
  const [filePath = '', subpath] = path.split('#');
  const end = performance.now() + openPatience;
  while (!isListed(app, filePath) && performance.now() < end)
    await new Promise((resolve) => window.setTimeout(resolve, 20));
  const file = app.vault.getFileByPath(filePath);
  if (file === null) throw new Error(`The vault has no file ${filePath}.`);
  await app.workspace
    .getLeaf()
    .openFile(file, { eState: { subpath: subpath === undefined ? '' : `#${subpath}` } });
}

function liveCounts(app: App, resources: LiveResources): LiveCounts {
  const emitters = [app.vault, app.metadataCache, app.workspace, app.secretStorage];
  const listeners = emitters.reduce((sum, emitter) => sum + emitter.liveListeners(), 0);
  return { listeners, ...resources };
}
