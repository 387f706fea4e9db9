import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { triggerExamples } from '../../../src/note/escape/triggers.examples';
import { isFull, runs } from '../../runs';
import { places } from '../../unit/note/places';
import { activeTriggers, ofSource, type Surfaces } from '../../unit/note/surfaces';
import { mixture } from '../../unit/note/trigger-mixtures';
import { sharedBrowser } from '../shared-browser';
import { pageOpener } from './page';

const browser = sharedBrowser();
let page: Page;

beforeAll(async () => {
  const open = await pageOpener(browser);
  page = await open();
});

/** Renders a note in place of the previous one. */
async function read(markdown: string): Promise<void> {
  await page.evaluate(async (text) => {
    const { app, reading, component } = window.harness;
    const area = window.harness.shell.leafArea('main');
    area.empty();
    const onTask = (line: number, done: boolean): void => {
      document.body.setAttr('data-task', `${String(line)} ${String(done)}`);
    };
    await reading.renderReadingView(text, area, { app, sourcePath: 'Notes/日记.md', component, onTask });
  }, markdown);
}

const html = (selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((all) => all.map((el) => el.outerHTML));
const texts = (selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((all) => all.map((el) => el.textContent ?? ''));
const count = (selector: string): Promise<number> => page.locator(selector).count();
const bodyText = async (): Promise<string> => (await texts('.markdown-preview-sizer')).join('');

describe('properties', () => {
  it('the reading view shows properties as a table with links, tags and types', async () => {
    await read(
      '---\ncreated: 2026-01-07T16:15:00\nsource: "[[合同.pdf]]"\ntags:\n  - AI处理\n  - PDF\npages: 5\n---\nBody',
    );
    expect(await texts('.metadata-property-key')).toEqual(['created', 'source', 'tags', 'pages']);
    expect(await texts('.multi-select-pill')).toEqual(['AI处理', 'PDF']);
    expect(await page.locator('.metadata-property-value a.internal-link').getAttribute('data-href')).toBe(
      '合同.pdf',
    );
    expect(await page.locator('[data-property-key=created]').getAttribute('data-property-type')).toBe(
      'datetime',
    );
  });

  it('the reading view shows properties as text if they are not valid YAML', async () => {
    await read('---\na: [\n---\nBody');
    expect(await texts('.frontmatter.mod-invalid')).toEqual(['a: [']);
  });

  it('properties are recognised only at the very start of a note', async () => {
    await read('\n---\na: b\n---\n');
    expect(await count('.metadata-property')).toBe(0);
  });
});

describe('inline syntax', () => {
  it('a link to a file shows its alias or else its target; a link to a missing file is marked', async () => {
    await read(
      '[[合同.pdf#page=2|p. 2]] [[没有]] [[合同.pdf#page=3]] [文](合同.pdf#page=4) [out](https://example.com/)',
    );
    expect(await texts('a.internal-link')).toEqual(['p. 2', '没有', '合同.pdf > page=3', '文']);
    expect(await texts('a.is-unresolved')).toEqual(['没有']);
    expect(await page.locator('a.internal-link').first().getAttribute('data-href')).toBe('合同.pdf#page=2');
    expect(await page.locator('a.external-link').getAttribute('href')).toBe('https://example.com/');
    await page.locator('a.internal-link').first().click();
    expect(await page.evaluate(() => window.harness.app.opened.at(-1))).toBe('合同.pdf#page=2');
  });

  it('a table can contain a link with an escaped pipe', async () => {
    await read('| a | b |\n| --- | --: |\n| [[合同.pdf#page=1\\|p. 1]] | 1 |');
    expect(await texts('td')).toEqual(['p. 1', '1']);
    expect(await page.locator('td').last().getAttribute('align')).toBe('right');
  });

  it('a hash begins a tag unless only digits follow it, or a backslash or a letter is before it', async () => {
    await read('#标签 #a/b-c #400 \\#no a#b #400电话，后');
    expect(await texts('a.tag')).toEqual(['#标签', '#a/b-c', '#400电话']);
  });

  it('marks, strikethrough and math are rendered, and comments are left out', async () => {
    await read('==高 **亮**== ~~no~~ *em* $a_b$ \\==x== %%gone%% a == b and $1200 and $50');
    expect(await html('mark')).toEqual(['<mark>高 <strong>亮</strong></mark>']);
    expect(await texts('del')).toEqual(['no']);
    expect(await texts('.math')).toEqual(['$a_b$']);
    const text = await bodyText();
    expect(text).not.toContain('gone');
    expect(text).toContain('==x==');
    expect(text).toContain('a == b and $1200 and $50');
  });

  it('escaped brackets stay text', async () => {
    await read('\\[\\[合同.pdf]] \\!\\[\\[x]] `[[合同.pdf]]`');
    expect(await count('a, .internal-embed')).toBe(0);
  });

  it('line breaks stay, footnotes get numbers, and embeds become boxes', async () => {
    await read('a\nb[^n] ![[合同.pdf]]\n\n[^n]: note');
    expect(await count('.el-p br')).toBe(1);
    expect(await texts('.footnote-ref')).toEqual(['[1]']);
    expect(await texts('.footnotes li')).toEqual(['note↩︎']);
    expect(await count('.internal-embed')).toBe(1);
  });
});

describe('blocks', () => {
  it('tasks have check boxes, and a click on a box reports the line of the task', async () => {
    await read('---\na: b\n---\n\n- [ ] open 📅 2026-01-17\n- [x] done\n- plain');
    expect(await count('input.task-list-item-checkbox')).toBe(2);
    expect(await texts('li.is-checked')).toEqual(['done']);
    await page.locator('input.task-list-item-checkbox').first().click();
    expect(await page.getAttribute('body', 'data-task')).toBe('4 true');
  });

  it('a click unfolds a callout that contains a code fence', async () => {
    await read('> [!quote]- 点击展开\n> ````text\n> 一\n> \n> ```\n> ````\n\nafter');
    const content = page.locator('.callout-content');
    expect(await content.isVisible()).toBe(false);
    await page.locator('.callout-title').click();
    expect(await content.isVisible()).toBe(true);
    expect(await texts('.callout-title-inner')).toEqual(['点击展开']);
    expect(await texts('.callout-content code')).toEqual(['一\n\n```\n']);
    expect(await texts('.el-p')).toEqual(['after']);
  });

  it('an escaped callout is rendered as a quotation', async () => {
    await read('> \\[!quote]- no');
    expect(await count('.callout')).toBe(0);
    expect(await texts('blockquote')).toEqual(['[!quote]- no']);
  });

  it('a comment block with a blank line is left out, and a math block is shown as source', async () => {
    await read('a\n\n%%\nhidden\n\nhidden too\n%%\n\n$$\nx^2\n$$\n\nz');
    const text = await bodyText();
    expect(text).not.toContain('hidden');
    expect(await texts('.math-block')).toEqual(['$$\nx^2\n$$']);
    expect(text).toContain('z');
  });

  it('a block inside a quotation ends where the quotation ends', async () => {
    await read('> %%\n> hidden\n\nshown');
    expect(await texts('.el-p')).toEqual(['shown']);
  });

  it('an HTML block ends at a blank line, and Markdown in the block is not rendered', async () => {
    await read(
      '<details>\n<summary>s</summary>\n<pre>**a** &lt;b&gt;</pre>\n</details>\n\n<details>\n<summary>t</summary>\n\nout\n\n</details>',
    );
    expect(await texts('details pre')).toEqual(['**a** <b>']);
    expect(await texts('.el-p')).toEqual(['out']);
    expect(await count('details .el-p, details p')).toBe(0);
  });

  it('scripts, event handlers and styles are removed from HTML', async () => {
    await read(
      '<img src="x" onerror="window.hit = 1"><script>window.hit = 1</script>\n\n<b onclick="window.hit = 1">b</b> <style>p{}</style>',
    );
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
    expect(await count('.markdown-preview-sizer :is(script, style, [onerror], [onclick])')).toBe(0);
    expect(await texts('b')).toEqual(['b']);
  });
});

/** Renders notes, and returns for each note the texts that other plugins can read. */
async function surfacesOf(notes: readonly string[]): Promise<Surfaces[]> {
  const rendered = await page.evaluate(async (all) => {
    const { app, reading, component } = window.harness;
    const area = window.harness.shell.leafArea('main');
    const found = [];
    for (const text of all) {
      area.empty();
      await reading.renderReadingView(text, area, {
        app,
        sourcePath: 'Notes/x.md',
        component,
        onTask: () => undefined,
      });
      const body = [...area.querySelectorAll('.markdown-preview-sizer > div:not(.mod-header)')];
      const within = body.flatMap((block) => [...block.querySelectorAll('*')]);
      const code = within.filter((element) => element.matches('code') && element.closest('pre') === null);
      const blocks = body.flatMap((block) => {
        const copy = block.cloneNode(true);
        if (!(copy instanceof Element)) return [];
        copy.querySelectorAll('pre').forEach((pre) => pre.remove());
        copy.querySelectorAll('code').forEach((span) => span.replaceWith('\u00A4'));
        copy.querySelectorAll('a').forEach((link) => link.replaceWith('link'));
        const parts = [...copy.querySelectorAll('p, li, td, th, h1, h2, h3')];
        return [copy, ...parts].map((part) => part.textContent ?? '');
      });
      found.push({
        text: blocks,
        code: code.map((element) => element.textContent ?? ''),
        address: within
          .filter((element) => element.matches('a:not(.tag)'))
          .map((link) => decodeURI(link.getAttribute('data-href') ?? link.getAttribute('href') ?? '')),
        handlers: within
          .flatMap((element) => element.getAttributeNames())
          .filter((name) => /^on|^style$/.test(name)),
      });
    }
    return found;
  }, notes);
  return rendered.map(({ handlers, ...one }, index) => ({
    ...ofSource(notes[index] ?? ''),
    ...one,
    // An attribute such as `onclick` counts as text that a plugin can read. `style` is left out, because the
    // renderer itself sets it to fold callouts.
    text: [...one.text, ...handlers.filter((name) => name !== 'style').map((name) => `{${name}}`)],
  }));
}

/** A trigger is a text on which a plugin acts when a note contains it. */
describe('triggers of other plugins', () => {
  const samples = triggerExamples.flatMap((trigger) => trigger.samples);

  it.each(places)(
    'no trigger in the place "$name" has an effect in the rendered note',
    async (place) => {
      const { kind, render } = place;
      const note = (text: string): string =>
        render(kind === 'name' ? text.replace(/[/\0\n]/g, '').slice(0, 200) : text);
      const mixed = fc.sample(mixture, runs(5, 10_000));
      const [expected] = await surfacesOf([note('harmless')]);
      // Only the full run tests all samples in each place. Otherwise, one quarter is tested, to save time.
      const own = samples.filter((_, index) => isFull || (index + places.indexOf(place)) % 4 === 0);
      const texts = [...own, ...mixed];
      for (let from = 0; from < texts.length; from += 200) {
        const some = texts.slice(from, from + 200);
        const found = await surfacesOf(some.map(note));
        found.forEach((actual, index) => {
          if (expected !== undefined) expect(activeTriggers(actual, expected), some[index]).toEqual([]);
        });
      }
    },
    runs(60_000, 3_600_000),
  );
});
