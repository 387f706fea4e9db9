import { afterEach, describe, expect, it } from 'vitest';
import type { Correction } from '../../src/llm/model';
import { liesAbout, type Lie } from '../endpoint/bad-digests';
import { numberedLines } from '../endpoint/digest-of';
import { onlyQuoted, partsOf, type ShownStatement } from '../endpoint/statements';
import {
  startEndpoint,
  type EndpointOptions,
  type RecordedRequest,
  type RunningEndpoint,
} from '../endpoint/server';
import { textItems } from '../bench/paragraphs-extract';
import { readSelection } from '../unit/digest/round-trip';
import { withPdf } from '../unit/fixtures/open-with-pdfjs';
import {
  closeQuietly,
  openWorld,
  pdf,
  properties,
  sharedBrowser,
  type World,
  type WorldOptions,
} from './world';

const contracts = ['contract-zh', 'contract-en'] as const;

describe('a trustworthy note', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint;

  const open = async (
    options: EndpointOptions,
    settings: Record<string, unknown> = {},
    more: WorldOptions = {},
  ): Promise<void> => {
    endpoint = await startEndpoint(options);
    const all = {
      provider: 'custom',
      baseUrl: endpoint.url,
      model: 'test-model',
      confirmAboveTokens: 0,
      ...settings,
    };
    world = await openWorld({ browser: browser(), prepare: { settings: all }, ...more });
  };

  const digested = async (fixture: string, name = 'contract'): Promise<string> => {
    await world.write(`Inbox/${name}.pdf`, await pdf(fixture));
    const note = await world.waitForNote(`Inbox/${name}.md`);
    expect(properties(note)['pdf_state']).toBe('complete');
    return note;
  };

  afterEach(async () => {
    await closeQuietly(world, endpoint);
  });

  describe.each(contracts)('wrong actions in %s', (fixture) => {
    it.each<[string, Lie['kind'][]]>([
      [
        'an action with an invented or swapped fact is listed under "To be verified"',
        ['invented deadline', 'invented date', 'swapped parties', 'ten times the amount'],
      ],
      ['an action with a wrong citation or an added date is corrected', ['wrong sentence', 'invented date']],
    ])('%s', async (_, kinds) => {
      const corrected = kinds.includes('wrong sentence');
      const liesIn = (request: RecordedRequest | undefined): readonly Lie[] =>
        liesAbout(numberedLines(promptOf(request))).filter((lie) => kinds.includes(lie.kind));
      await open({
        digest: (lines) => ({
          title: 'x',
          doc_type: 'contract',
          language: 'en',
          tags: [],
          summary: [],
          points: [],
          facts: [],
          actions: liesAbout(lines)
            .filter((lie) => kinds.includes(lie.kind))
            .map((lie) => lie.stated),
        }),
        reader: onlyQuoted,
        ...(corrected ? { corrector: withoutDeadline } : {}),
      });
      const note = await digested(fixture);
      const lies = liesIn(endpoint.requests[0]);
      for (const kind of kinds)
        expect(lies.filter((lie) => lie.kind === kind).length, kind).toBeGreaterThan(0);
      const tasks = linesUnder(note, 'Action items').filter((line) => line.startsWith('- [ ]'));
      const doubtful = linesUnder(note, 'To be verified').filter((line) => line.startsWith('- '));
      expect(doubtful.join('\n')).not.toContain('[ ]');
      expect({ tasks: tasks.length, doubtful: doubtful.length }).toEqual({
        tasks: corrected ? lies.length : 0,
        doubtful: corrected ? 0 : lies.length,
      });
      if (!corrected) return;
      // The invented date is gone, and each link marks the words of its task.
      expect(note).not.toMatch(/2031/);
      const pages = await itemsOf(fixture);
      for (const line of tasks) expect(plain(line)).toContain(plain(marked(pages, line)).slice(0, 40));
    });
  });

  it('the link of a task marks the clause that demands the task', async () => {
    await open({});
    const note = await digested('contract-zh', '合同');
    const clause =
      '甲方应当于本合同签订之日起10日内，向乙方提供服务器访问权限、接口文档和测试数据，并指定一名项目负责人';
    const task =
      linesUnder(note, 'Action items').find((line) => line.includes('10日内，向乙方提供服务器访问权限')) ??
      '';
    expect(task).toMatch(/#page=\d+&selection=\d+,\d+,\d+,\d+/);
    const pages = await itemsOf('contract-zh');
    expect(marked(pages, task)).toContain(clause);

    await world.host.openFile('Inbox/合同.md');
    const { page } = world.host;
    await page
      .locator('li.task-list-item', { hasText: '向乙方提供服务器访问权限' })
      .locator('a.internal-link')
      .first()
      .click();
    expect(await page.locator('.pdf-placeholder-name').innerText()).toBe('合同.pdf');
    const subpath = await page.locator('.pdf-placeholder-subpath').innerText();
    expect(task).toContain(subpath);
    expect(marked(pages, subpath)).toContain(clause);
  });

  it('each link marks words of its own statement', async () => {
    await open({});
    const note = await digested('contract-en');
    const lines = [...linesUnder(note, 'Action items'), ...linesUnder(note, 'Key points')].filter((line) =>
      line.startsWith('- '),
    );
    expect(lines.length).toBeGreaterThan(5);
    const pages = await itemsOf('contract-en');
    for (const line of lines) expect(plain(line)).toContain(plain(marked(pages, line)).slice(0, 40));
  });

  it.each(['合同 [终稿] (2).pdf', '合同 & 附件, 50%.pdf'])(
    'a link opens %s if the vault prefers Markdown links',
    async (name) => {
      await open({}, {}, { markdownLinks: true });
      const note = await digested('contract-zh', name.replace(/\.pdf$/, ''));
      const { page } = world.host;
      const opened = async (): Promise<boolean> =>
        page.evaluate(
          async (path) => {
            const { app } = window as unknown as { app: import('obsidian').App };
            const file = app.vault.getFileByPath(path);
            if (file === null) return false;
            await app.workspace.getLeaf().openFile(file);
            return true;
          },
          `Inbox/${name.replace(/\.pdf$/, '.md')}`,
        );
      // The note can be on the disk a little before the app lists the note.
      await expect.poll(opened).toBe(true);
      expect(note).toMatch(/\]\([^()]*#page=\d+&selection=[\d,]+\)/);
      await page.locator('li.task-list-item a.internal-link').first().click();
      expect(await page.locator('.pdf-placeholder-name').innerText()).toBe(name);
      expect(await page.locator('.pdf-placeholder-subpath').innerText()).toMatch(
        /^#page=\d+&selection=\d+,\d+,\d+,\d+$/,
      );
    },
  );

  describe('links and versions of pdf.js', () => {
    /**
     * Replaces the app's pdf.js by another version. With `moved`, page 1 has an additional text item; with
     * `fails`, no document can be opened.
     */
    const pretend = async (change: 'same' | 'moved' | 'fails'): Promise<void> => {
      await open({});
      await world.host.page.evaluate(async (how) => {
        const { pdfjsLib } = await loadViewer();
        const other = Object.create(pdfjsLib, { version: { value: '6.1.200' } }) as Record<string, unknown>;
        other['getDocument'] = (source: object) => {
          if (how === 'fails') throw new Error('no such thing');
          const task = pdfjsLib.getDocument(source);
          return how === 'same' ? task : { destroy: () => task.destroy(), promise: task.promise.then(moved) };
        };
        Reflect.set(window, 'pdfjsLib', other);

        function moved(document: Viewer): Viewer {
          return {
            getPage: async (number) => {
              const shown = await document.getPage(number);
              return {
                getTextContent: async (options) => {
                  const { items } = await shown.getTextContent(options);
                  return { items: number === 1 ? [{ str: '' }, ...items] : items };
                },
              };
            },
          };
        }

        async function loadViewer(): Promise<{ pdfjsLib: ViewerLibrary }> {
          const script = document.createElement('script');
          script.type = 'module';
          script.src = '/npm/pdfjs-dist/build/pdf.mjs';
          document.head.append(script);
          await new Promise((resolve) => script.addEventListener('load', resolve));
          const { pdfjsLib: library } = window as unknown as { pdfjsLib: ViewerLibrary };
          library.GlobalWorkerOptions.workerSrc = '/npm/pdfjs-dist/build/pdf.worker.mjs';
          return { pdfjsLib: library };
        }
      }, change);
    };

    const pagesMarked = (note: string): Set<string> =>
      new Set([...note.matchAll(/#page=(\d+)&selection=/g)].map((match) => match[1] ?? ''));

    it('a link marks words if the app’s pdf.js finds the same text items as the plugin’s', async () => {
      await pretend('same');
      expect(pagesMarked(await digested('contract-zh'))).toContain('1');
    });

    it('a link opens only the page if the text items of the app’s pdf.js differ from the plugin’s', async () => {
      await pretend('moved');
      const marked = pagesMarked(await digested('contract-zh'));
      expect(marked).not.toContain('1');
      expect(marked).toContain('2');
    });

    it('a link opens only the page if the app’s pdf.js cannot open the PDF', async () => {
      await pretend('fails');
      const note = await digested('contract-zh');
      expect(note).toContain('#page=1');
      expect(pagesMarked(note).size).toBe(0);
    });
  });
});

/** A correction that removes the deadlines and changes nothing else. */
function withoutDeadline(statements: readonly ShownStatement[]): readonly Correction[] {
  return statements.map(({ number, text }) => ({ n: number, ...partsOf(text), due: '', refs: [] }));
}

/** The members of the app's pdf.js that the tests use. */
interface ViewerLibrary {
  readonly GlobalWorkerOptions: { workerSrc: string };
  getDocument(source: object): { readonly promise: Promise<Viewer>; destroy(): Promise<void> };
}
interface Viewer {
  getPage(number: number): Promise<{
    getTextContent(options: object): Promise<{ readonly items: readonly { readonly str?: string }[] }>;
  }>;
}

function linesUnder(note: string, heading: string): string[] {
  return (note.split(`\n### ${heading}\n`)[1] ?? '').split(/\n#{2,3} /)[0]?.split('\n') ?? [];
}

/** Returns the text items of each page, as in the app's viewer. */
async function itemsOf(fixture: string): Promise<readonly (readonly string[])[]> {
  return withPdf(await pdf(fixture), undefined, async (document) =>
    (await textItems(document)).map(({ items }) => items.map(({ str }) => str)),
  );
}

/**
 * Returns the text that the links in `text` mark, without white space. `pages` are the text items of each
 * page.
 */
function marked(pages: readonly (readonly string[])[], text: string): string {
  return [...text.matchAll(/#page=(\d+)(?:&selection=[\d,]+)?/g)]
    .map(([subpath, page]) => readSelection(pages[Number(page) - 1] ?? [], subpath) ?? 'nothing')
    .join('');
}

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function promptOf(request: RecordedRequest | undefined): string {
  const body: unknown = request?.body;
  const messages =
    typeof body === 'object' && body !== null && 'messages' in body && Array.isArray(body.messages)
      ? body.messages
      : [];
  return messages
    .map((message: unknown) =>
      typeof message === 'object' && message !== null && 'content' in message ? String(message.content) : '',
    )
    .join('\n');
}
