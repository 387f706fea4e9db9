import { afterEach, describe, expect, it } from 'vitest';
import { startEndpoint, type RunningEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, properties, sharedBrowser, type World } from './world';

const menu = 'Complete this digest';

/**
 * In a second reading, a model compares the statements of a note with the document. A missing or incomplete
 * second reading can follow later: at the user's request, or automatically if the user has chosen that.
 */
describe('second readings', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint;

  const open = async (more: Record<string, unknown> = {}): Promise<void> => {
    endpoint = await startEndpoint({ fault: 'good' });
    const settings = { provider: 'custom', baseUrl: endpoint.url, model: 'test-model', ...more };
    const secrets = { 'pdf-inbox-api-key': 'sk-1' };
    world = await openWorld({ browser: browser(), prepare: { settings, secrets } });
    await world.write('Inbox/a.pdf', contractLike('a'));
    await world.waitForNote('Inbox/a.md');
  };
  const lead = '**The second reading is incomplete.**';
  const checkedAs = async (level: 'facts' | 'twice', line = ''): Promise<void> => {
    const note = (await world.read('Inbox/a.md')).replace(/^pdf_checked: .*$/m, `pdf_checked: ${level}`);
    await world.write('Inbox/a.md', note.replace(/\n\n## /, `\n\n${line}\n\n## `));
    await world.quiet();
    await world.host.openFile('Inbox/a.md');
  };
  const commands = async (): Promise<readonly string[]> =>
    (await world.host.commands()).map(({ name }) => name);
  const command = "Read this note's statements a second time";
  const change = async (row: string): Promise<void> => {
    await world.host.openSettings();
    const name = world.host.page.locator('.setting-item-name', { hasText: new RegExp(`^${row}$`) });
    const setting = world.host.page.locator('.setting-item').filter({ has: name });
    await setting.locator('.checkbox-container').click();
    await world.host.page.keyboard.press('Escape');
  };

  afterEach(async () => {
    await closeQuietly(world, endpoint);
  });

  it('a command repeats an incomplete second reading, and the file menu offers the same', async () => {
    await open();
    await checkedAs('facts');
    expect((await commands()).some((name) => name.endsWith(command))).toBe(true);
    expect(await world.host.fileMenu('Inbox/a.md')).toContain(menu);
    const requestsBefore = endpoint.requests.length;
    await world.host.runCommand('second-reading');
    await expect.poll(() => endpoint.requests.length).toBeGreaterThan(requestsBefore);
    await expect.poll(async () => (await world.host.notices()).join('\n')).toContain('new digest');
    expect(properties(await world.read('Inbox/a.md'))).toMatchObject({ pdf_state: 'complete' });
    expect(await world.notes()).toEqual(['Inbox/a.md']);
  });

  it('the plugin does not offer a second reading that is complete or turned off', async () => {
    await open();
    await checkedAs('twice');
    expect((await commands()).some((name) => name.endsWith(command))).toBe(false);
    expect(await world.host.fileMenu('Inbox/a.md')).not.toContain(menu);
    await checkedAs('facts');
    await change('Read statements a second time');
    await expect.poll(() => world.host.data()).toMatchObject({ secondReading: false });
    expect((await commands()).some((name) => name.endsWith(command))).toBe(false);
    expect(await world.host.fileMenu('Inbox/a.md')).not.toContain(menu);
  });

  it('a note is completed automatically only if it has the sentence about an incomplete second reading', async () => {
    await open();
    await checkedAs('facts');
    const requestsBefore = endpoint.requests.length;
    await change('Complete notes automatically');
    await world.quiet();
    expect(endpoint.requests.length).toBe(requestsBefore);
    await change('Complete notes automatically');
    await checkedAs('facts', lead);
    await change('Complete notes automatically');
    await expect.poll(() => endpoint.requests.length).toBeGreaterThan(requestsBefore);
  });

  it('for the second reading, the user can choose one of the endpoint’s models', async () => {
    await open();
    await world.host.openSettings();
    const { page } = world.host;
    await page.locator('.setting-item', { hasText: 'Choose a model' }).nth(1).click();
    await page.locator('.suggestion-item', { hasText: 'test-model' }).first().click();
    await expect.poll(() => world.host.data()).toMatchObject({ checkModel: 'test-model' });
  });
});
