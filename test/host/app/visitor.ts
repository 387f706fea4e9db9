import type { App } from './app';
import type { PluginRunner } from './plugin-runner';
import { Setting, ToggleComponent } from './ui';

/** The app's list of enabled plugins. */
const enabledList = '.obsidian/community-plugins.json';

/** The parts of the running host (our imitation of Obsidian) that {@link mountVisitorParts} uses. */
export interface VisitedParts {
  readonly app: App;
  readonly runner: PluginRunner;
  readonly plugin: { readonly id: string; readonly name: string; readonly version: string };
}

export async function isListed({ vault }: App, id: string): Promise<boolean> {
  return (await enabledIds(vault.adapter)).includes(id);
}

/**
 * Adds the parts that a person needs to use the host by hand: a list of the vault's files, a button that
 * opens the settings, and the app's settings tab in which plugins are enabled.
 */
export function mountVisitorParts({ app, runner, plugin }: VisitedParts): void {
  const tab = {
    containerEl: createDiv('vertical-tab-content'),
    display(): void {
      const row = new Setting(tab.containerEl);
      row.nameEl.setText(plugin.name);
      row.descEl.setText(`Version ${plugin.version}`);
      new ToggleComponent(row.controlEl).setValue(runner.enabled).onChange((on) => void setEnabled(on));
    },
    hide(): void {
      tab.containerEl.empty();
    },
  };
  const setEnabled = async (on: boolean): Promise<void> => {
    const { adapter } = app.vault;
    const others = (await enabledIds(adapter)).filter((id) => id !== plugin.id);
    await adapter.write(enabledList, JSON.stringify(on ? [...others, plugin.id] : others, null, 2));
    if (on) (await runner.enable()).onUserEnable();
    else runner.disable();
  };
  app.shell.addSettingTab('community-plugins', 'Community plugins', tab);
  const side = createDiv('visitor-files');
  document.querySelector('.workspace')?.prepend(side);
  const button = (text: string, act: () => void): void => {
    side.createEl('button', { text }).addEventListener('click', act);
  };
  button('Settings', () => {
    app.shell.openSettings('community-plugins');
  });
  const list = side.createEl('ul');
  const draw = (): void => {
    list.empty();
    const files = app.vault.getFiles().sort((one, other) => one.path.localeCompare(other.path));
    for (const file of files) {
      const link = list.createEl('li').createEl('a', { text: file.path, href: '#' });
      link.addEventListener('click', (event) => {
        event.preventDefault();
        void app.workspace.getLeaf().openFile(file);
      });
    }
  };
  for (const change of ['create', 'delete', 'rename'] as const) app.vault.on(change, draw);
  draw();
}

async function enabledIds(adapter: App['vault']['adapter']): Promise<string[]> {
  if (!(await adapter.exists(enabledList))) return [];
  const ids: unknown = JSON.parse(await adapter.read(enabledList));
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
