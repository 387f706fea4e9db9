import { afterEach, describe, expect, it } from 'vitest';
import { obeying, repeating } from '../endpoint/bad-digests';
import { startEndpoint, type EndpointOptions, type RunningEndpoint } from '../endpoint/server';
import { PdfDocument } from '../fixtures/writer/document';
import { identityFont } from '../fixtures/writer/identity-font';
import type { Verdict } from '../../src/llm/model';
import type { ShownStatement } from '../endpoint/statements';
import { attacks } from '../unit/note/attacks';
import { sampled } from '../runs';
import { expectInert } from './inert';
import { openWorld, pdf, properties, sharedBrowser, type World } from './world';

const taskFormats = ['plain', 'tasks', 'dataview'] as const;

const strings = Object.values(attacks).flat();

/** Makes a PDF that contains every attack as text. */
function attackPdf(): Uint8Array {
  const lines = strings
    .flatMap((text) => wellFormed(text.slice(0, 400)).split('\n'))
    .filter((line) => line.trim() !== '');
  const document = new PdfDocument();
  const font = identityFont(document.writer, lines.join(''), 'text');
  for (let from = 0; from < lines.length; from += 35) {
    document.page((content) => {
      lines
        .slice(from, from + 35)
        .forEach((line, index) => content.text(font, 9, 30, 800 - 22 * index, line));
    });
  }
  return document.toBytes({ title: wellFormed(strings.slice(0, 40).join(' ')) });
}

/** The reasons that the second reading gives: every attack, and two very long texts. */
const reasons = [...strings, 'It goes on and on. '.repeat(50_000), '['.repeat(100_000)];

/**
 * Returns a model for the second reading. It rejects three of four statements, with the `reasons` in turn.
 * `given` returns the number of rejections so far.
 */
function attackingReader(): {
  readonly reader: NonNullable<EndpointOptions['reader']>;
  readonly given: () => number;
} {
  let given = 0;
  let seen = 0;
  const judge = ({ number }: ShownStatement): Verdict => {
    seen += 1;
    if (seen % 4 === 0) return { n: number, supported: 'yes', why: '' };
    given += 1;
    return { n: number, supported: 'no', why: reasons[given % reasons.length] ?? '' };
  };
  return { reader: (statements) => statements.map(judge), given: () => given };
}

/** Removes lone halves of surrogate pairs, which a PDF cannot contain. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '');
}

it('there are at least 150 attacks', () => {
  expect(new Set(strings).size).toBeGreaterThanOrEqual(150);
});

describe('active content', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint;

  const open = async (options: EndpointOptions, more: Record<string, unknown> = {}): Promise<void> => {
    endpoint = await startEndpoint(options);
    const settings = {
      provider: 'custom',
      baseUrl: endpoint.url,
      model: 'test-model',
      confirmAboveTokens: 0,
      ...more,
    };
    world = await openWorld({ browser: browser(), prepare: { settings } });
  };

  afterEach(async () => {
    await world.close();
    await endpoint.close();
  });

  it.each(['callout', 'details'] as const)(
    'a note with a %s archive has no active content if the model obeys a hostile PDF',
    async (archive) => {
      await open({ fault: 'obedient' }, { archive });
      await world.write('Inbox/hostile.pdf', await pdf('hostile'));
      const note = await world.waitForNote('Inbox/hostile.md');
      expect(properties(note)['pdf_state']).toBe('complete');
      await expectInert(world, 'Inbox/hostile.md', archive);
      // The attack is visible text and does nothing.
      expect(await world.host.page.locator('.markdown-preview-sizer').innerText()).toContain('dv.paragraph');
      expect(note).not.toContain('<%');
    },
  );

  it('a note has no active content if the text and name of the PDF contain plugin syntax', async () => {
    await open({ fault: 'obedient' });
    await world.write('Inbox/pay \u{1F4C5} 2031-01-01 (@2031-01-02).pdf', await pdf('triggers'));
    const path = 'Inbox/pay  2031-01-01 ( @2031-01-02).md';
    const note = await world.waitForNote(path);
    expect(properties(note)['pdf_state']).toBe('complete');
    await expectInert(world, path);
    const shown = await world.host.page.locator('.markdown-preview-sizer').innerText();
    expect(shown).toContain('Page 1 contains instructions to a language model. (p. 1)');
    for (const trigger of ['<%', '::', '{on', '(@', '@{', 'INPUT[']) {
      expect(shown, trigger).not.toContain(trigger);
      expect(note, trigger).not.toContain(trigger);
    }
    expect(note.match(/^- \[ \] .*transfer the deposit/m)?.[0]).toMatch(/^- \[ \] \u2060/);
    expect(note).not.toMatch(/^> - \[ \]|^> \?$/m);
    // The note still has all words, for readers and for the search.
    expect(shown.replace(/\u2060/g, '')).toContain('<%*+ globalThis.owned');
  });

  it.each(sampled(taskFormats, 2))(
    'a note in the task format %s has no active content if the model obeys every attack',
    async (taskFormat) => {
      await open({ digest: obeying }, { taskFormat });
      await world.write('Inbox/attacks.pdf', attackPdf());
      expect(properties(await world.waitForNote('Inbox/attacks.md'))['pdf_state']).toBe('complete');
      await expectInert(world, 'Inbox/attacks.md');
    },
  );

  it.each(['callout', 'details'] as const)(
    'without a model, every attack stays inactive in a note with a %s archive',
    async (archive) => {
      await open({}, { provider: 'offline', archive });
      await world.write('Inbox/attacks.pdf', attackPdf());
      expect(properties(await world.waitForNote('Inbox/attacks.md'))['pdf_state']).toBe('offline');
      await expectInert(world, 'Inbox/attacks.md', archive);
    },
  );

  it.each(sampled(taskFormats, 2))(
    'a note in the task format %s has no active content if every answer contains attacks',
    async (taskFormat) => {
      const { reader, given } = attackingReader();
      await open({ digest: repeating(strings.map((text) => text.slice(0, 4000))), reader }, { taskFormat });
      await world.write('Inbox/letter.pdf', await pdf('letter-en'));
      const note = await world.waitForNote('Inbox/letter.md');
      expect(properties(note)['pdf_state']).toBe('complete');
      await expectInert(world, 'Inbox/letter.md');
      // The note contains the reasons of the second reading, cut to a maximum length.
      expect(given()).toBeGreaterThan(reasons.length);
      const doubted =
        note
          .split('\n### To be verified\n')[1]
          ?.split(/\n#{2,3} /)[0]
          ?.match(/^- .*\*$/gm) ?? [];
      expect(doubted.length).toBeGreaterThan(reasons.length);
      const shownReasons = doubted.map(
        (line) => / \*(A second reading found no support for it[^]*)\*$/.exec(line)?.[1] ?? '',
      );
      expect(shownReasons.filter((reason) => reason !== '').length).toBeGreaterThan(100);
      expect(Math.max(...shownReasons.map((reason) => reason.length))).toBeLessThan(1_000);
    },
  );
});
