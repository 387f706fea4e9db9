import { expect } from 'vitest';
import { fieldNames } from '../../src/digest/fields';
import { overwritten, writtenOnce } from '../../src/note/merge/property-hashes';
import { readNote } from '../unit/note/structure';
import { properties, type World } from './world';

const ownProperties: readonly string[] = [
  ...writtenOnce,
  'pdf_kind',
  'aliases',
  ...overwritten,
  ...fieldNames,
];

/** The elements of a note in reading view. The `svg` with its shapes is the callout's icon. */
const ownElements = [
  'A',
  'CODE',
  'DIV',
  'EM',
  'H1',
  'H2',
  'H3',
  'HR',
  'INPUT',
  'LI',
  'P',
  'PRE',
  'SPAN',
  'STRONG',
  'TABLE',
  'TBODY',
  'TD',
  'TH',
  'THEAD',
  'TR',
  'UL',
  'BLOCKQUOTE',
  'BUTTON',
  'svg',
  'path',
  'line',
  'polyline',
  'circle',
  'rect',
];
const archiveElements = { callout: [], details: ['DETAILS', 'SUMMARY'] } as const;

interface Rendered {
  readonly elements: readonly string[];
  readonly handlers: readonly string[];
  readonly headings: readonly string[];
  readonly links: readonly string[];
  readonly external: number;
  readonly embeds: number;
  readonly tags: readonly string[];
  readonly tasks: readonly string[];
  readonly callouts: number;
}

/**
 * Asserts that a note has no active content except the plugin's own. To check this, three parsers read the
 * note's text, and the app shows the note.
 */
export async function expectInert(
  world: World,
  notePath: string,
  archive: keyof typeof archiveElements = 'callout',
): Promise<void> {
  const note = await world.read(notePath);
  const { structure } = readNote(note);
  const tasks = (note.match(/^- \[ \] /gm) ?? []).length;
  const tags =
    /^### Key tags\n\n(.*)$/m
      .exec(note)?.[1]
      ?.split(' ')
      .filter((tag) => tag.startsWith('#')) ?? [];
  const callouts = archive === 'callout' ? 1 : 0;
  const due = (note.match(/^- \[ \] .* 📅 \d{4}-\d\d-\d\d$/gm) ?? []).length;
  const dueFields = (note.match(/^- \[ \] .* \[due:: \d{4}-\d\d-\d\d\]$/gm) ?? []).length;
  const links = structure.app['wikilink'] ?? 0;
  expect(structure.app).toEqual({
    template: 0,
    comment: 0,
    field: dueFields,
    highlight: 0,
    math: 0,
    wikilink: links,
    embed: 0,
    footnote: 0,
    callout: callouts,
    task: tasks,
    tag: tags.length,
    blockId: 0,
    address: 0,
    hidden: 0,
    taskSign: due,
  });
  expect(Object.keys(properties(note)).filter((name) => !ownProperties.includes(name))).toEqual([]);
  expect(properties(note)).toMatchObject({ type: 'pdf', status: 'inbox', tags: ['ai-processed', 'pdf'] });
  expect(tags.length).toBeLessThanOrEqual(8);

  const shown = await rendered(world, notePath);
  const allowed: readonly string[] = [...ownElements, ...archiveElements[archive]];
  expect(shown.elements.filter((element) => !allowed.includes(element))).toEqual([]);
  expect(shown).toMatchObject({ handlers: [], external: 0, embeds: 0, callouts, tags });
  expect(
    shown.links.filter(
      (link) => !/^(?:Inbox\/)?[^/#]*\.pdf#page=\d+(?:&selection=\d+,\d+,\d+,\d+)?$/.test(link),
    ),
  ).toEqual([]);
  // No task is ticked, and all tasks are under the heading for action items.
  expect(shown.tasks).toEqual(Array.from({ length: tasks }, () => 'Action items'));
  expect(shown.headings.slice(0, 3)).toEqual(['PDF digest', 'Summary and to-dos', 'Key tags']);
  expect(new Set(shown.headings).size).toBe(shown.headings.length);
  const ours = [
    'PDF digest',
    'Summary and to-dos',
    'Key tags',
    'Summary',
    'Action items',
    'Key points',
    'Key facts',
    'To be verified',
    'Original text',
  ];
  expect(shown.headings.filter((heading) => !ours.includes(heading))).toEqual([]);
  expect(world.host.pageErrors).toEqual([]);
}

async function rendered(world: World, notePath: string): Promise<Rendered> {
  await world.host.openFile(notePath);
  const view = world.host.page.locator('.markdown-preview-sizer');
  await view.locator('h1').first().waitFor();
  return view.evaluate((sizer) => {
    const body = [...sizer.children].filter((child) => !child.classList.contains('mod-header'));
    const all = body.flatMap((block) => [...block.querySelectorAll('*')]);
    const matching = (selector: string): Element[] => all.filter((element) => element.matches(selector));
    let heading = '';
    const tasks: string[] = [];
    for (const element of all) {
      if (/^H[1-6]$/.test(element.tagName)) heading = element.textContent;
      if (!element.matches('input[type=checkbox]')) continue;
      tasks.push(element.matches(':checked') ? `ticked under ${heading}` : heading);
    }
    return {
      elements: [...new Set(all.map((element) => element.tagName))],
      // The content of a callout is left out, because the app itself sets its `style` to fold the callout.
      handlers: all
        .filter((element) => !element.matches('.callout-content'))
        .flatMap((element) =>
          element
            .getAttributeNames()
            .filter((name) => name.startsWith('on') || name === 'style' || name === 'src'),
        ),
      headings: matching('h1, h2, h3, h4, h5, h6').map((element) => element.textContent),
      links: matching('a:not(.tag)').map(
        (element) => element.getAttribute('data-href') ?? 'link without a target',
      ),
      external: matching('a.external-link').length,
      embeds: matching('.internal-embed').length,
      tags: matching('a.tag').map((element) => element.textContent),
      tasks,
      callouts: matching('.callout').length,
    };
  });
}
