import type { ManifestData } from '../protocol';
import type { App } from './app';
import type { CliHandler } from './cli';
import type { Command } from './commands';
import { Component } from './component';
import { NotImplementedError } from './not-implemented';
import type { WindowTab } from './ui/settings/window';
import type { ViewCreator } from './view-registry';

/** The manifest that a plugin receives, with its installation folder. */
export interface PluginManifest extends ManifestData {
  dir: string;
}

/** Obsidian's `Plugin`. Everything that a plugin adds is removed when the plugin is unloaded. */
export abstract class Plugin extends Component {
  settings?: unknown;

  constructor(
    readonly app: App,
    readonly manifest: PluginManifest,
  ) {
    super();
  }

  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    return this.#removedOnUnload(this.app.shell.addRibbonIcon(icon, title, callback));
  }

  addStatusBarItem(): HTMLElement {
    return this.#removedOnUnload(this.app.shell.addStatusBarItem());
  }

  /** Adds a command. Its id and name get the id and name of the plugin as prefixes. */
  addCommand(command: Command): Command {
    command.id = `${this.manifest.id}:${command.id}`;
    command.name = `${this.manifest.name}: ${command.name}`;
    this.app.commands.addCommand(command);
    this.register(() => {
      this.app.commands.removeCommand(command.id);
    });
    return command;
  }

  removeCommand(commandId: string): void {
    this.app.commands.removeCommand(`${this.manifest.id}:${commandId}`);
  }

  addSettingTab(settingTab: WindowTab): void {
    const { id, name } = this.manifest;
    this.app.shell.addSettingTab(id, name, settingTab);
    this.register(() => {
      this.app.shell.removeSettingTab(id);
    });
  }

  registerView(type: string, viewCreator: ViewCreator): void {
    this.app.viewRegistry.registerView(type, viewCreator);
    this.register(() => {
      void this.app.workspace.emptyLeavesOfType(type);
      this.app.viewRegistry.unregisterView(type);
    });
  }

  registerCliHandler(
    command: string,
    _description: string,
    flags: Record<string, { required?: boolean }> | null,
    handler: CliHandler,
  ): void {
    this.app.cli.register(command, flags, handler);
    this.register(() => {
      this.app.cli.unregister(command);
    });
  }

  registerObsidianProtocolHandler(
    action: string,
    handler: (params: Record<string, string>) => unknown,
  ): void {
    this.app.protocol.set(action, handler);
    this.register(() => {
      this.app.protocol.delete(action);
    });
  }

  async loadData(): Promise<unknown> {
    const text = await this.app.driver.readPluginData();
    return text === null ? null : JSON.parse(text);
  }

  saveData(data: unknown): Promise<void> {
    return this.app.driver.writePluginData(JSON.stringify(data, null, 2));
  }

  onUserEnable(): void {
    return undefined;
  }

  registerExtensions(): void {
    throw new NotImplementedError('Plugin.registerExtensions');
  }

  registerHoverLinkSource(): void {
    throw new NotImplementedError('Plugin.registerHoverLinkSource');
  }

  registerMarkdownPostProcessor(): void {
    throw new NotImplementedError('Plugin.registerMarkdownPostProcessor');
  }

  registerMarkdownCodeBlockProcessor(): void {
    throw new NotImplementedError('Plugin.registerMarkdownCodeBlockProcessor');
  }

  registerBasesView(): void {
    throw new NotImplementedError('Plugin.registerBasesView');
  }

  registerEditorExtension(): void {
    throw new NotImplementedError('Plugin.registerEditorExtension');
  }

  registerEditorSuggest(): void {
    throw new NotImplementedError('Plugin.registerEditorSuggest');
  }

  #removedOnUnload(el: HTMLElement): HTMLElement {
    this.register(() => {
      el.remove();
    });
    return el;
  }
}
