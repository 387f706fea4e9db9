import type { BootData } from '../protocol';
import type { App } from './app';
import { Plugin, type PluginManifest } from './plugin';
import { requireFor } from './platform';

/** The function in which the server of the test host wraps the plugin's code. */
type PluginScript = (
  require: (name: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
) => unknown;

type PluginClass = new (app: App, manifest: PluginManifest) => Plugin;

/** Loads the plugin's code, and enables and disables it as the app does. */
export class PluginRunner {
  #plugin: Plugin | undefined;
  readonly #styles = new CSSStyleSheet();

  constructor(
    private readonly app: App,
    private readonly boot: BootData,
    private readonly obsidian: object,
  ) {
    app.driver.onPluginData = () => {
      this.#onExternalData();
    };
  }

  get enabled(): boolean {
    return this.#plugin !== undefined;
  }

  /** Evaluates `main.js` and loads the plugin. @throws whatever its code or its `onload` throws */
  async enable(): Promise<Plugin> {
    if (this.#plugin !== undefined) return this.#plugin;
    const PluginClass = pluginClassOf(await loadScript(), this.obsidian);
    const plugin = new PluginClass(this.app, { ...this.boot.manifest, dir: this.boot.pluginFolder });
    this.#styles.replaceSync(this.boot.styles);
    document.adoptedStyleSheets.push(this.#styles);
    this.#plugin = plugin;
    this.app.plugins.plugins[plugin.manifest.id] = plugin;
    try {
      await plugin.load();
    } catch (error) {
      this.disable();
      throw error;
    }
    return plugin;
  }

  disable(): void {
    if (this.#plugin !== undefined)
      Reflect.deleteProperty(this.app.plugins.plugins, this.#plugin.manifest.id);
    this.#plugin?.unload();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#styles);
    this.#plugin = undefined;
  }

  #onExternalData(): void {
    const plugin: object | undefined = this.#plugin;
    if (plugin === undefined || !('onExternalSettingsChange' in plugin)) return;
    const { onExternalSettingsChange } = plugin;
    if (typeof onExternalSettingsChange === 'function') Reflect.apply(onExternalSettingsChange, plugin, []);
  }
}

/** Loads the plugin's code with a script element, so that stack traces contain the name of the script. */
function loadScript(): Promise<PluginScript> {
  return new Promise((resolve, reject) => {
    Object.assign(window, { definePlugin: resolve });
    const script = document.head.createEl('script', {
      attr: { src: `/plugin/main.js?at=${performance.now()}` },
    });
    script.addEventListener('error', () => {
      reject(new Error('The plugin has no main.js.'));
    });
    // The browser sends this event after the code has run. If the file is a valid script, the code has called
    // `definePlugin` by then, and `reject` has no effect.
    script.addEventListener('load', () => {
      script.remove();
      reject(new Error('The plugin’s main.js is not a valid script.'));
    });
  });
}

function pluginClassOf(script: PluginScript, obsidian: object): PluginClass {
  const module: { exports: unknown } = { exports: {} };
  script(requireFor({ obsidian }), module, module.exports);
  const exported = module.exports;
  const found: unknown =
    typeof exported === 'object' && exported !== null && 'default' in exported ? exported.default : exported;
  if (!isPluginClass(found)) throw new Error('The plugin does not export a class that extends Plugin.');
  return found;
}

function isPluginClass(value: unknown): value is PluginClass {
  return typeof value === 'function' && value.prototype instanceof Plugin;
}
