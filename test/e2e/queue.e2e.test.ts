import { createHash } from 'node:crypto';
import { appendFile, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startEndpoint, type RunningEndpoint } from '../endpoint/server';
import { userPassword } from '../fixtures/documents/security';
import { contractLike, pagesOf } from '../fixtures/small';
import { sizeLimits } from '../../src/pdf/size-limits';
import { pagesWithOneThatNeverEnds } from '../unit/pdf/awkward';
import { closeQuietly, openWorld, pdf, sharedBrowser, type World, type WorldOptions } from './world';

type Locator = ReturnType<World['host']['page']['locator']>;

describe('the queue', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint;
  let contract: Uint8Array;

  beforeAll(async () => {
    contract = await pdf('contract-en');
  });

  const open = async (settings: Record<string, unknown> = {}, options: WorldOptions = {}): Promise<void> => {
    endpoint = await startEndpoint();
    const prepare = {
      settings: { provider: 'custom', baseUrl: endpoint.url, model: 'test-model', ...settings },
    };
    world = await openWorld({ browser: browser(), prepare, ...options });
  };

  const view = (): Locator => world.host.page.locator('.pdf-inbox-queue');
  const section = (id: string): Locator => view().locator(`[data-section=${id}]`);
  const row = (name: string): Locator => view().locator('.pdf-inbox-queue-row').filter({ hasText: name });
  const namesIn = (id: string): Promise<string[]> =>
    section(id).locator('.pdf-inbox-queue-name').allInnerTexts();
  const press = (key: string): Promise<void> => world.host.page.keyboard.press(key);
  const focused = (): Promise<string> =>
    world.host.page.evaluate(
      () =>
        document.activeElement?.querySelector('.pdf-inbox-queue-name')?.textContent ??
        document.activeElement?.textContent ??
        '',
    );

  /** Presses a button in a row. Before that, removes the notices, because a notice can cover the button. */
  const pressIn = async (name: string, button: string): Promise<void> => {
    await world.host.page
      .locator('.notice')
      .evaluateAll((notices) => notices.forEach((notice) => notice.remove()));
    await row(name).getByRole('button', { name: button }).click();
  };

  /** Begins a file and adds a byte every 200 ms, until the returned function is called. */
  const writeOn = async (path: string): Promise<() => Promise<void>> => {
    await world.write(path, '%PDF-1.4 begins');
    let isOver = false;
    const writing = (async () => {
      while (!isOver) {
        await appendFile(join(world.vault, path), ' ');
        await setTimeout(200);
      }
    })();
    return () => {
      isOver = true;
      return writing;
    };
  };

  /**
   * Adds a first PDF, whose request gets no response, and then PDFs with these names, which have to wait.
   * Returns the names of the waiting PDFs.
   */
  const fillWith = async (names: readonly string[]): Promise<string[]> => {
    endpoint.setFault('slow');
    await world.write('Inbox/first.pdf', contractLike('first'));
    await expect.poll(() => namesIn('working')).toEqual(['first.pdf']);
    // The request must arrive before the test sets another fault. Otherwise the request would get that fault.
    await expect.poll(() => endpoint.requests.length).toBeGreaterThan(0);
    for (const name of names) await world.write(`Inbox/${name}`, contractLike(name));
    // A PDF that is still arriving cannot be dragged.
    await expect.poll(() => section('waiting').locator('[draggable=true]').count()).toBe(names.length);
    return namesIn('waiting');
  };

  afterEach(async () => {
    await closeQuietly(world, endpoint);
  });

  it('the ribbon, a command and the status bar open the queue, which lists finished PDFs', async () => {
    await open();
    await world.host.page.locator('.side-dock-ribbon-action[aria-label="Open queue"]').click();
    await expect.poll(() => view().innerText()).toContain('Put a PDF into the folder Inbox');
    await world.host.runCommand('open-queue');
    expect(await view().count()).toBe(1);
    await world.write('Inbox/a.pdf', contractLike('a'));
    await expect.poll(() => namesIn('done')).toEqual(['a.pdf']);
    expect(await view().innerText()).not.toContain('Put a PDF');
    await row('a.pdf').locator('.pdf-inbox-queue-name').click();
    await expect.poll(() => world.host.page.locator('.mod-root').innerText()).toContain('Summary and to-dos');
    await view().getByRole('button', { name: 'Clear finished PDFs' }).click();
    await expect.poll(() => namesIn('done')).toEqual([]);
    // The view is closed, so that the status bar can open it again. The status bar has text only while the
    // plugin works.
    await world.host.page
      .locator('.workspace-tab-header', { hasText: 'PDF queue' })
      .locator('[aria-label=Close]')
      .click();
    await expect.poll(() => view().count()).toBe(0);
    endpoint.setFault('slow');
    await world.write('Inbox/b.pdf', contractLike('b'));
    await expect.poll(() => world.host.statusBar()).toContain('Asking test-model');
    await world.host.page.getByRole('button', { name: 'Asking test-model' }).click();
    await expect.poll(() => namesIn('working')).toEqual(['b.pdf']);
    expect(await section('working').getByRole('progressbar').getAttribute('aria-label')).toContain(
      'Asking test-model',
    );
  });

  it('the user can reorder the queue by keyboard, menu and dragging, and can pause the queue', async () => {
    await open();
    await world.host.runCommand('open-queue');
    const [a = '', b = '', c = ''] = await fillWith(['a.pdf', 'b.pdf', 'c.pdf']);
    await row(c).focus();
    await press('Alt+ArrowUp');
    await expect.poll(() => namesIn('waiting')).toEqual([a, c, b]);
    await expect.poll(focused).toBe(c);
    await expect.poll(() => view().getByRole('status').innerText()).toBe(`${c}: position 2 of 3`);
    await press('Alt+ArrowDown');
    await expect.poll(() => namesIn('waiting')).toEqual([a, b, c]);
    await press('Shift+F10');
    await world.host.page.getByRole('menuitem', { name: 'Move to the top' }).click();
    await expect.poll(() => namesIn('waiting')).toEqual([c, a, b]);
    await row(c).dragTo(row(b), { targetPosition: { x: 20, y: 36 } });
    await expect.poll(() => namesIn('waiting')).toEqual([a, b, c]);

    await view().getByRole('button', { name: 'Pause the queue' }).click();
    await expect.poll(() => view().innerText()).toContain('You paused the queue');
    // The pressed button is replaced by another one, which has the focus now.
    await expect
      .poll(() => world.host.page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Continue the queue');
    endpoint.setFault('good');
    await row('first.pdf').getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => namesIn('working')).toEqual([]);
    expect(await namesIn('waiting')).toEqual([a, b, c]);
    await expect.poll(() => world.host.statusBar()).toContain('PDF queue paused');
    await view().getByRole('button', { name: 'Continue', exact: true }).click();
    // The PDFs were digested in the order that the user chose. The list shows the latest first.
    await expect.poll(() => namesIn('done')).toEqual([c, b, a]);
    await expect.poll(() => view().innerText()).not.toContain('You paused');
  });

  it('the queue shows the growing size of an arriving PDF, which the user can cancel', async () => {
    await open();
    await world.host.runCommand('open-queue');
    const bytes = contractLike('in pieces');
    let stop = await writeOn('Inbox/huge.pdf');
    await expect.poll(() => row('huge.pdf').innerText()).toContain('Arriving: 1 KB so far');
    expect(await section('waiting').locator('.pdf-inbox-queue-count').innerText()).toBe('1');
    await expect.poll(() => world.host.statusBar()).toBe('1 arriving');
    // A PDF that is still arriving has no position, so it cannot be moved. The attribute `data-mark` shows
    // later that the row is still the same element.
    await row('huge.pdf').focus();
    await press('Alt+ArrowUp');
    expect(await view().getByRole('status').innerText()).toBe('');
    await row('huge.pdf').evaluate((el) => el.setAttribute('data-mark', 'same'));
    await appendFile(join(world.vault, 'Inbox/huge.pdf'), new Uint8Array(3_000_000));
    await expect.poll(() => row('huge.pdf').innerText()).toContain('Arriving: 3.0 MB so far');
    expect(await row('huge.pdf').getAttribute('data-mark')).toBe('same');
    expect(await focused()).toBe('huge.pdf');
    await stop();
    await world.write('Inbox/huge.pdf', bytes);
    await expect.poll(() => namesIn('done')).toEqual(['huge.pdf']);
    expect(await namesIn('waiting')).toEqual([]);
    stop = await writeOn('Inbox/unwanted.pdf');
    await expect.poll(() => namesIn('waiting')).toEqual(['unwanted.pdf']);
    await row('unwanted.pdf').getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => namesIn('waiting')).toEqual([]);
    await stop();
    await world.write('Inbox/unwanted.pdf', contractLike('unwanted'));
    await world.write('Inbox/wanted.pdf', contractLike('wanted'));
    await expect.poll(() => namesIn('done')).toEqual(['wanted.pdf', 'huge.pdf']);
    expect(await view().innerText()).not.toContain('unwanted');
  });

  it('the user can control the queue with the keyboard', async () => {
    await open();
    await world.host.runCommand('open-queue');
    const [a = '', b = '', c = ''] = await fillWith(['a.pdf', 'b.pdf', 'c.pdf']);
    expect(await view().locator('.pdf-inbox-queue-row[tabindex="0"]').count()).toBe(1);
    await row('first.pdf').focus();
    await press('ArrowDown');
    await press('ArrowDown');
    expect(await focused()).toBe(b);
    await press('Delete');
    await expect.poll(() => namesIn('waiting')).toEqual([a, c]);
    await expect.poll(focused).toBe(c);
    await press('Home');
    expect(await focused()).toBe('first.pdf');
    await press('End');
    expect(await focused()).toBe(c);
    await press('ArrowRight');
    expect(await world.host.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Cancel',
    );
    await press('ArrowLeft');
    await press('Enter');
    await expect.poll(() => world.host.page.locator('.mod-root').innerText()).toContain(c);
    expect(await view().locator('.pdf-inbox-queue-row[tabindex="0"]').count()).toBe(1);
    await view().getByRole('button', { name: 'Cancel everything' }).click();
    await expect.poll(() => view().innerText()).toContain('Nothing in the queue');
  });

  it('the queue offers actions for PDFs that wait for the user, have failed or were changed', async () => {
    await open({ confirmAboveTokens: 8_000 });
    await world.host.runCommand('open-queue');
    await world.write('Inbox/a.pdf', contractLike('a'));
    await world.waitForNote('Inbox/a.md');
    await world.write('Inbox/secret.pdf', await pdf('password-user'));
    await world.write('Inbox/large.pdf', contract);
    await world.write('Inbox/broken.pdf', '%PDF-1.4 nothing %%EOF');
    await world.moveIn('Inbox/a.pdf', await pdf('contract-zh-plain'));
    await expect.poll(async () => (await namesIn('yours')).sort()).toEqual(['large.pdf', 'secret.pdf']);
    await expect.poll(() => section('failed').innerText()).toContain('This PDF is damaged');
    await expect
      .poll(() => section('changed').innerText())
      .toContain('Since its note was made: p.\u00A01 changed; p.\u00A02–5 new.');
    await pressIn('secret.pdf', 'Enter password');
    await world.host.page.locator('.modal input[type=password]').fill(userPassword);
    await press('Enter');
    await world.waitForNote('Inbox/secret.md');
    await row('large.pdf').focus();
    await press('Enter');
    await world.host.page.locator('.modal').getByRole('button', { name: 'Digest it' }).click();
    await world.waitForNote('Inbox/large.md');
    await pressIn('a.pdf', 'Regenerate note');
    await world.host.page.locator('.modal').getByRole('button', { name: 'Digest it' }).click();
    await expect.poll(() => namesIn('changed')).toEqual([]);
    await world.write('Inbox/broken.pdf', contractLike('mended'));
    // `broken.pdf` was changed, so it can have a second row among the arriving PDFs.
    await section('failed').locator('.pdf-inbox-queue-row').focus();
    await press('Delete');
    await expect.poll(() => namesIn('failed')).toEqual([]);
  });

  it('a PDF whose cost the user declined stays in the queue, and the plugin does not ask again', async () => {
    await open({ confirmAboveTokens: 1_500 }, { files: { 'Elsewhere/other.pdf': contract } });
    await world.host.runCommand('open-queue');
    await world.write('Inbox/large.pdf', contract);
    await expect.poll(() => namesIn('yours')).toEqual(['large.pdf']);
    const modal = world.host.page.locator('.modal');
    await pressIn('large.pdf', 'Decide');
    await modal.waitFor();
    await press('Escape');
    await expect
      .poll(async () => (await world.host.notices()).join('\n'))
      .toContain('large.pdf was not digested. It stays in the queue');
    await world.host.chooseFileMenu('Elsewhere/other.pdf', 'Digest this PDF');
    await modal.waitFor();
    await modal.getByRole('button', { name: 'Not now' }).click();
    await expect.poll(() => namesIn('yours')).toEqual(['other.pdf', 'large.pdf']);
    // A declined PDF has not failed, so there is nothing to retry.
    expect(
      await view().getByRole('button', { name: 'Retry failed PDFs' }).getAttribute('aria-disabled'),
    ).toBe('true');
    await pressIn('other.pdf', 'Remove from this list');
    await expect.poll(() => namesIn('yours')).toEqual(['large.pdf']);
    await world.host.reload();
    await world.host.runCommand('open-queue');
    await expect.poll(() => namesIn('yours')).toEqual(['large.pdf']);
    expect(await world.host.notices()).toEqual([]);
    expect(endpoint.requests).toHaveLength(0);
    await row('large.pdf').getByRole('button', { name: 'Decide' }).click();
    await modal.getByRole('button', { name: 'Digest it' }).click();
    await expect.poll(() => namesIn('done')).toEqual(['large.pdf']);
  });

  it('after a PDF has crashed the app, the queue reads the PDF again only on request', async () => {
    await open();
    await world.write('Inbox/endless.pdf', pagesWithOneThatNeverEnds());
    await expect.poll(() => world.host.statusBar()).toContain('Reading endless.pdf');
    for (let start = 2; start <= 3; start += 1) {
      await world.host.kill();
      await world.host.start();
      await world.host.runCommand('open-queue');
      await expect.poll(() => namesIn('yours')).toEqual(['endless.pdf']);
      expect(await row('endless.pdf').innerText()).toContain('The app ended while it was reading this PDF');
      expect((await world.host.notices()).join()).toContain('The app ended while it was reading endless.pdf');
      expect(await world.notes()).toEqual([]);
    }
    await pressIn('endless.pdf', 'Read it now');
    expect(await world.waitForNote('Inbox/endless.md')).toContain('needs too much memory or time');
    // The app did not crash this time, so the PDF is no longer recorded as one that crashed it.
    await world.host.reload();
    await world.host.runCommand('open-queue');
    await world.quiet();
    expect(await namesIn('yours')).toEqual([]);
  });

  it('if a note contains the hash of a PDF, the queue digests the PDF only on request', async () => {
    const bytes = contractLike('a');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const claim = `---\ncreated: 2020-01-01T10:00:00\npdf_sha256: ${sha256}\npdf_state: complete\n---\n\nNothing.\n`;
    await open({}, { files: { 'Forged/claim.md': claim, 'Inbox/a.pdf': bytes } });
    await world.host.runCommand('open-queue');
    await expect.poll(() => namesIn('known')).toEqual(['a.pdf']);
    expect(await row('a.pdf').innerText()).toContain('Has a note: Forged/claim.md');
    await world.host.reload();
    await world.host.runCommand('open-queue');
    await expect.poll(() => namesIn('known')).toEqual(['a.pdf']);
    expect(endpoint.requests).toHaveLength(0);
    await pressIn('a.pdf', 'Digest it anyway');
    const note = await world.waitForNote('Inbox/a.md');
    await expect.poll(() => namesIn('done')).toEqual(['a.pdf']);
    // Both notes contain the same hash. Nevertheless, the new note is not removed.
    await world.quiet();
    await world.quiet();
    expect(await world.read('Inbox/a.md')).toBe(note);
    expect(await world.notes()).toEqual(['Forged/claim.md', 'Inbox/a.md']);
  });

  it('the plugin shows only a few notices and summarises the rest', async () => {
    await open({ confirmAboveTokens: 8_000 });
    await world.host.runCommand('open-queue');
    await fillWith([]);
    for (const name of ['1', '2', '3']) {
      await world.write(`Inbox/large ${name}.pdf`, Buffer.concat([contract, Buffer.from(`\n% ${name}\n`)]));
      await world.write(`Inbox/broken ${name}.pdf`, `%PDF-1.4 nothing ${name} %%EOF`);
    }
    await expect.poll(() => world.host.statusBar()).toContain('6 waiting');
    endpoint.setFault('good');
    await row('first.pdf').getByRole('button', { name: 'Cancel' }).click();
    await expect
      .poll(async () => (await world.host.notices()).join('\n'))
      .toMatch(/\d more PDFs? waits? for you|\d more PDFs? could not/);
    expect((await world.host.notices()).length).toBeLessThanOrEqual(3 + 3);
  });

  it('the queue shows the changed pages of a PDF without sending a request', async () => {
    await open();
    await world.host.runCommand('open-queue');
    const page = (letter: string): string[] => [
      `Clause ${letter} of this agreement`,
      `The supplier shall deliver order ${letter} by 15 March 2026.`,
    ];
    const before = [...'ABCDEF'].map(page);
    await world.write('Inbox/a.pdf', pagesOf(before));
    await world.waitForNote('Inbox/a.md');
    await expect.poll(() => namesIn('done')).toEqual(['a.pdf']);
    const { length } = endpoint.requests;
    // One page is new, one has another date, and one was removed.
    const after = [...'ABxCDF'].map(page);
    after[4] = page('D').map((line) => line.replace('15 March', '1 June'));
    await world.moveIn('Inbox/a.pdf', pagesOf(after));
    await expect
      .poll(() => section('changed').innerText())
      .toContain('Since its note was made: p.\u00A05 changed; p.\u00A03 new; former p.\u00A05 removed.');
    expect(endpoint.requests).toHaveLength(length);
  });

  it('the queue shows why it is paused, and the user can continue it after a correction', async () => {
    await open();
    await world.host.runCommand('open-queue');
    await fillWith(['a.pdf']);
    endpoint.setFault('wrong-key');
    await world.write('Inbox/b.pdf', contractLike('b'));
    await expect.poll(async () => (await namesIn('waiting')).length).toBe(2);
    await row('first.pdf').getByRole('button', { name: 'Cancel' }).click();
    await expect
      .poll(() => view().locator('.pdf-inbox-queue-banner').innerText())
      .toContain('does not accept the API key');
    await expect.poll(() => view().getByRole('status').innerText()).toContain('The queue is paused');
    endpoint.setFault('good');
    await view().getByRole('button', { name: 'Continue', exact: true }).click();
    await expect.poll(async () => (await namesIn('done')).sort()).toEqual(['a.pdf', 'b.pdf']);
  });

  it('on a phone, the queue reads a very large PDF only on request', async () => {
    await open({}, { mobile: true });
    await world.host.runCommand('open-queue');
    // The file has a large hole, so it takes little space on the disk.
    const outside = join(world.vault, '..', 'large.pdf');
    await writeFile(outside, contract);
    await truncate(outside, sizeLimits.mobile.automatic);
    const end = /startxref\s+\d+\s+%%EOF\s*$/.exec(Buffer.from(contract).toString('latin1'))?.[0] ?? '';
    await appendFile(outside, `\n${end}`);
    await rename(outside, join(world.vault, 'Inbox/large.pdf'));
    await expect.poll(() => namesIn('yours')).toEqual(['large.pdf']);
    expect(await row('large.pdf').innerText()).toContain('100 MB');
    await world.quiet();
    expect(await world.notes()).toEqual([]);
    expect(endpoint.requests).toEqual([]);
    await pressIn('large.pdf', 'Read it now');
    expect(await world.waitForNote('Inbox/large.md')).toContain('[!quote]');
    await expect.poll(() => namesIn('yours')).toEqual([]);
  });

  it('the queue pauses and states the reason if a part of the code cannot be loaded', async () => {
    await open();
    const { page } = world.host;
    await page.evaluate(() => Object.assign(document.head, { append: () => undefined }));
    await world.host.runCommand('open-queue');
    await page
      .locator('[data-type=pdf-inbox-queue]')
      .getByText('A part of the plugin could not be loaded. Turn the plugin off')
      .waitFor();
    await world.write('Inbox/waiting.pdf', contractLike('waiting'));
    await expect.poll(() => world.host.statusBar()).toContain('PDF queue paused');
    // The code of this command arrives after the plugin was disabled, so the command opens no window.
    await page.evaluate(async () => {
      const { head } = document;
      const ran = new Promise<void>((resolve) => {
        const append = (...nodes: Node[]): void => {
          HTMLHeadElement.prototype.append.apply(head, nodes);
          resolve();
        };
        Object.assign(head, { append });
      });
      const opening = window.hostControl.runCommand('forget-device-data');
      await window.hostControl.disablePlugin();
      await Promise.all([opening, ran]);
      await new Promise((resolve) => window.setTimeout(resolve, 0));
    });
    expect(await page.locator('.modal').count()).toBe(0);
    expect((await world.host.notices()).join('\n')).not.toContain('unexpected');
  });

  it('in Chinese, the queue fits a phone, and its buttons are large enough for a finger', async () => {
    await open({}, { mobile: true, language: 'zh' });
    await world.host.runCommand('open-queue');
    await fillWith(['一份名字很长很长很长很长很长很长很长很长很长很长很长很长的合同（最终版）.pdf']);
    expect(await view().innerText()).toContain('等待中');
    expect(await view().evaluate((el) => el.scrollWidth <= el.clientWidth)).toBe(true);
    expect(
      await view()
        .locator('.pdf-inbox-queue-list')
        .evaluate((el) => el.scrollWidth <= el.clientWidth),
    ).toBe(true);
    const sizes = await view()
      .locator('.pdf-inbox-queue-row button')
      .evaluateAll((all) => all.map((el) => Math.min(el.clientWidth, el.clientHeight)));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(40);
    await world.host.disablePlugin();
    expect(await view().count()).toBe(0);
  });
});
