import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sharedBrowser } from '../shared-browser';
import { pageOpener, type PageOptions } from './page';

const browser = sharedBrowser();
let open: (options?: PageOptions) => Promise<Page>;
let page: Page;

beforeAll(async () => {
  open = await pageOpener(browser);
});

beforeEach(async () => {
  page = await open();
  return () => page.close();
});

const calls = (): Promise<readonly string[]> => page.evaluate(() => window.harness.sample.calls);

describe('modals', () => {
  it('a modal keeps the focus inside, and Escape closes the modal and restores the focus', async () => {
    await page.evaluate(() => {
      const { app, ui, sample } = window.harness;
      document.body.createEl('button', { text: 'Before' }).focus();
      class TwoButtonModal extends ui.Modal {
        override onOpen(): void {
          this.contentEl.createEl('button', { text: 'One' });
          this.contentEl.createEl('button', { text: 'Two' });
          sample.calls.push('open');
        }

        override onClose(): void {
          sample.calls.push('close');
        }
      }
      new TwoButtonModal(app).setTitle('标题').open();
    });
    expect(await page.locator('.modal-title').innerText()).toBe('标题');
    const focused = (): Promise<string | undefined> =>
      page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('One');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('One');
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('Two');
    await page.keyboard.press('Escape');
    expect(await page.locator('.modal').count()).toBe(0);
    expect(await focused()).toBe('Before');
    expect(await calls()).toEqual(['open', 'close']);
  });

  it('a modal stays open after Enter if the handler of the button returns true', async () => {
    await page.evaluate(() => {
      const { app, ui, sample } = window.harness;
      const modal = new ui.ConfirmationModal(app);
      modal.addCheckbox('Remember', (on) => sample.calls.push(`remember ${String(on)}`));
      modal.addButton((button) =>
        button
          .setButtonText('Go')
          .setCta()
          .setInitialFocus()
          .onClick(() => sample.calls.push('go') < 2),
      );
      modal.addCancelButton();
      modal.open();
    });
    await page.keyboard.press('Enter');
    expect(await page.locator('.modal').count()).toBe(1);
    await page.getByText('Remember').click();
    await page.getByText('Go').click();
    await page.locator('.modal').waitFor({ state: 'detached' });
    expect(await calls()).toEqual(['go', 'remember true', 'go']);
  });
});

describe('the command palette', () => {
  it('the command palette lists the available commands and runs one by keyboard', async () => {
    await page.evaluate(() => {
      const { app, sample } = window.harness;
      const add = (id: string, name: string, can: boolean): void => {
        app.commands.addCommand({
          id,
          name,
          checkCallback: (checking) => {
            if (can && !checking) sample.calls.push(id);
            return can;
          },
        });
      };
      add('a', 'Process inbox', true);
      add('b', 'Process current PDF', true);
      add('c', 'Process nothing', false);
    });
    await page.keyboard.press('Control+p');
    expect(await page.locator('.prompt .suggestion-item').allInnerTexts()).toEqual([
      'Process current PDF',
      'Process inbox',
    ]);
    await page.keyboard.type('prin');
    expect(await page.locator('.suggestion-item.is-selected').innerText()).toBe('Process inbox');
    await page.keyboard.press('Enter');
    expect(await page.locator('.prompt').count()).toBe(0);
    expect(await calls()).toEqual(['a']);
  });
});

describe('menus', () => {
  beforeEach(async () => {
    await page.evaluate(() => {
      const { ui, sample } = window.harness;
      const menu = new ui.Menu();
      const record = (text: string) => () => sample.calls.push(text);
      menu.addItem((item) => item.setTitle('Plain').onClick(record('plain')));
      menu.addItem((item) => item.setTitle('Off').setDisabled(true).onClick(record('off')));
      menu.addItem((item) =>
        item.setTitle('Delete').setSection('danger').setWarning(true).onClick(record('delete')),
      );
      menu.addItem((item) => {
        item
          .setTitle('More')
          .setSection('danger')
          .setSubmenu()
          .addItem((inner) => inner.setTitle('Inner').onClick(record('inner')));
      });
      menu.onHide(record('hidden'));
      menu.showAtPosition({ x: 10, y: 10 });
    });
  });

  it('a menu has a line between sections, and the arrow keys skip disabled items', async () => {
    expect(
      await page.locator('.menu > *').evaluateAll((all) => all.map((el) => el.classList.item(0))),
    ).toEqual(['menu-item', 'menu-item', 'menu-separator', 'menu-item', 'menu-item']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await calls()).toEqual(['hidden', 'delete']);
  });

  it('a click elsewhere closes a menu without running an item', async () => {
    await page.mouse.click(600, 600);
    expect(await page.locator('.menu').count()).toBe(0);
    expect(await calls()).toEqual(['hidden']);
  });

  it('a menu ignores a click on a disabled item', async () => {
    await page.getByText('Off').click();
    expect(await calls()).toEqual([]);
  });

  it('a click on an item of a submenu runs the item and closes the menu', async () => {
    await page.getByText('More').click();
    await page.getByText('Inner').click();
    expect(await calls()).toEqual(['hidden', 'inner']);
    expect(await page.locator('.menu').count()).toBe(0);
  });
});

describe('notices', () => {
  it('a notice can show HTML elements, and it closes after a click or after its time', async () => {
    await page.evaluate(() => {
      const { ui } = window.harness;
      const linked = createFragment((fragment) => {
        fragment.createEl('a', { text: '打开笔记', href: '#' });
      });
      new ui.Notice(linked, 0);
      new ui.Notice('first', 0).setMessage('second').messageEl.addClass('mine');
      new ui.Notice('brief', 20);
    });
    await page.locator('.notice', { hasText: 'brief' }).waitFor({ state: 'detached' });
    expect(await page.locator('.notice a').innerText()).toBe('打开笔记');
    expect(await page.locator('.notice .mine').innerText()).toBe('second');
    await page.locator('.notice .mine').click();
    expect(await page.locator('.notice').count()).toBe(1);
  });
});

describe('icons', () => {
  it('the host draws known icons and records the names of unknown icons', async () => {
    const result = await page.evaluate(() => {
      const { ui } = window.harness;
      const el = document.body.createDiv();
      ui.addIcon('mine', '<circle cx="50" cy="50" r="40"/>');
      const drawn = ['file-text', 'lucide-settings', 'mine', 'no-such-icon'].map((name) => {
        ui.setIcon(el, name);
        return el.querySelectorAll('svg > *').length > 0;
      });
      const ids = ui.getIconIds();
      return {
        drawn,
        missing: ui.missingIcons(),
        ids: ['lucide-file-text', 'mine'].map((id) => ids.includes(id)),
      };
    });
    expect(result).toEqual({
      drawn: [true, true, true, false],
      missing: ['no-such-icon'],
      ids: [true, true],
    });
  });
});

describe('missing members of Obsidian’s API', () => {
  it('a missing member of Obsidian’s API throws an error with the name of the member', async () => {
    const message = await page.evaluate(() => {
      try {
        new window.harness.ui.Setting(document.body).addMomentFormat(() => undefined);
        return '';
      } catch (error) {
        return String(error);
      }
    });
    expect(message).toContain('MomentFormatComponent');
  });
});
