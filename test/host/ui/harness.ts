import type { SettingDefinitionItem } from 'obsidian';
import { Commands } from '../app/commands';
import { Component } from '../app/component';
import { installDomHelpers } from '../app/dom';
import { SecretStorage } from '../app/secret-storage';
import * as reading from '../app/reading';
import * as ui from '../app/ui';
import '../app/ui/style';

const files = ['Inbox/合同.pdf', 'Inbox/报告.pdf', 'Notes/日记.md'];
const folders = ['/', 'Inbox', 'Inbox/2026', 'Notes'];

/**
 * The state of the sample settings tab. The tab has a group, a list, a page, and one row for each kind of
 * control.
 */
export interface Sample {
  settings: Record<string, unknown>;
  /** A copy of the settings for each save. */
  readonly saved: Record<string, unknown>[];
  /** The callbacks that were called, in order. */
  readonly calls: string[];
}

function makeApp(): ui.ShellApp & ui.LinksApp & { readonly opened: string[]; readonly commands: Commands } {
  const scope = new ui.Scope();
  const opened: string[] = [];
  const byName = (path: string) => files.find((file) => file === path || file.endsWith(`/${path}`));
  return {
    scope,
    keymap: new ui.Keymap(scope, window),
    secretStorage: new SecretStorage({ 'old-key': 'x' }, () => undefined),
    commands: new Commands(false),
    vault: {
      getFiles: () => files.map((path) => ({ path })),
      getAllFolders: (root) =>
        folders.filter((path) => root === true || path !== '/').map((path) => ({ path })),
    },
    metadataCache: {
      getFirstLinkpathDest: (linkpath) => {
        const path = byName(linkpath) ?? byName(`${linkpath}.md`);
        return path === undefined ? null : { path };
      },
    },
    workspace: {
      openLinkText: (linktext) => {
        opened.push(linktext);
        return Promise.resolve();
      },
    },
    opened,
  };
}

function controlRows(sample: Sample): SettingDefinitionItem[] {
  const long = (value: string): string | undefined =>
    value.length > 8 ? 'At most eight characters.' : undefined;
  return [
    {
      name: 'Toggle',
      desc: 'Turns the next one on.',
      control: { type: 'toggle', key: 'toggle', defaultValue: false },
    },
    {
      name: 'Text',
      desc: 'At most eight characters.',
      aliases: ['words'],
      control: {
        type: 'text',
        key: 'text',
        placeholder: 'Type here',
        validate: long,
        disabled: () => sample.settings['toggle'] !== true,
      },
    },
    {
      name: 'Shown',
      visible: () => sample.settings['toggle'] === true,
      control: { type: 'text', key: 'shown' },
    },
    { name: 'Area', control: { type: 'textarea', key: 'area', rows: 3 } },
    {
      name: 'Number',
      control: { type: 'number', key: 'number', min: 0, max: 100, step: 1, defaultValue: 5 },
    },
    {
      name: 'Slider',
      control: {
        type: 'slider',
        key: 'slider',
        min: 0,
        max: 10,
        step: 1,
        displayFormat: (value) => `${String(value)} parts`,
      },
    },
    {
      name: 'Dropdown',
      control: { type: 'dropdown', key: 'dropdown', options: { a: 'First', b: '第二个' } },
    },
    { name: 'File', control: { type: 'file', key: 'file', filter: (file) => file.path.endsWith('.pdf') } },
    { name: 'Folder', control: { type: 'folder', key: 'folder', includeRoot: true, placeholder: 'Folder' } },
    { name: 'Color', control: { type: 'color', key: 'color', defaultValue: '#336699' } },
  ];
}

function definitions(sample: Sample, app: ui.ShellApp): SettingDefinitionItem[] {
  return [
    ...controlRows(sample),
    {
      type: 'group',
      heading: 'Rows of their own',
      items: [
        { name: 'Action', action: (_el, index) => sample.calls.push(`action ${String(index)}`) },
        {
          name: 'Rendered',
          render: (setting) => {
            setting.addComponent((el) =>
              new ui.SecretComponent(app, el).onChange((id) => sample.calls.push(`secret ${id}`)),
            );
            setting.addProgressBar((bar) => bar.setValue(40));
            setting.addButton((button) => button.setButtonText('Press').setCta());
            return () => sample.calls.push('cleanup');
          },
        },
        { name: 'Just text', desc: '只有说明。', searchable: false },
      ],
    },
    {
      type: 'list',
      heading: 'List',
      emptyState: 'Nothing yet.',
      items: ['one', 'two', 'three'].map((name) => ({ name, searchable: false })),
      onDelete: (index) => sample.calls.push(`delete ${String(index)}`),
      onReorder: (from, to) => sample.calls.push(`move ${String(from)} ${String(to)}`),
      addItem: { name: 'Add entry', action: () => sample.calls.push('add') },
    },
    {
      type: 'page',
      name: 'Advanced',
      desc: 'More of it.',
      displayValue: 'Normal',
      status: 'warning',
      items: [{ name: 'Deep', control: { type: 'text', key: 'deep' } }],
    },
  ];
}

class SampleTab extends ui.PluginSettingTab {
  constructor(
    private readonly shellApp: ui.ShellApp,
    readonly sample: Sample,
  ) {
    super(shellApp, {
      manifest: { id: 'sample', name: 'Sample' },
      settings: sample.settings,
      saveData: (data) => {
        sample.saved.push(typeof data === 'object' ? { ...data } : {});
        return Promise.resolve();
      },
    });
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    return definitions(this.sample, this.shellApp);
  }
}

/** The objects that tests use in the page. */
export interface Harness {
  readonly ui: typeof ui;
  readonly reading: typeof reading;
  readonly app: ReturnType<typeof makeApp>;
  readonly shell: ReturnType<typeof ui.mountShell>;
  readonly sample: Sample;
  readonly component: Component;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

installDomHelpers(window);
const query = new URLSearchParams(location.search);
const app = makeApp();
const shell = ui.mountShell(app, {
  mobile: query.has('mobile'),
  theme: query.has('dark') ? 'dark' : 'light',
});
const sample: Sample = { settings: { text: 'abc', area: '一\n二' }, saved: [], calls: [] };
shell.addSettingTab('sample', 'Sample', new SampleTab(app, sample));
window.harness = { ui, reading, app, shell, sample, component: new Component() };
