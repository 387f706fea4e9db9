import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Digest } from '../../../../src/digest/digest';
import { messagesFor } from '../../../../src/i18n/messages';
import type { ArchiveForm, TaskFormat } from '../../../../src/note/content';
import { isUnchanged, mergeNote } from '../../../../src/note/merge';
import { renderNote } from '../../../../src/note/render';
import { runs } from '../../../runs';
import { contract, contractDigest, layout, portsFor } from '../sample';
import { anyDigest, anyEdit, apply, type Marks } from './edits';
import { rewrites, type Rewrite } from './rewrites';

interface Vault {
  readonly language: 'en' | 'zh';
  readonly archive: ArchiveForm;
  readonly taskFormat: TaskFormat;
}

const anyVault = fc.record<Vault>({
  language: fc.constantFrom('en', 'zh'),
  archive: fc.constantFrom('callout', 'details', 'none'),
  taskFormat: fc.constantFrom('plain', 'tasks', 'dataview'),
});

/** Sentences with all characters that formatters change. */
const sentences = [
  'Pay "net" 1,200 EUR -- don\'t wait... (see a_b & c) within thirty days after the invoice has arrived.',
  '向“甲方”支付USD 1200（含税），不得迟于2026年1月17日……否则按每日5%计算违约金，并由乙方承担由此产生的全部费用。',
  'Keep #5 ~ 9 $ [x] <b> and a*b = c, 甲方ABC公司，then end.',
];

const anyVariedDigest: fc.Arbitrary<Digest> = fc
  .record({
    digest: anyDigest,
    chosen: fc.subarray(sentences),
    date: fc.constantFrom('2026-01-17', '2026-02-18'),
  })
  .map(({ digest, chosen, date }) => {
    const more = chosen.map((text, at) => ({ text, citations: [{ page: at + 1, sentences: [1] }] }));
    const due = { kind: 'absolute' as const, text: date, date };
    return {
      ...digest,
      summary: [...digest.summary, ...more],
      points: [...digest.points, ...more],
      actions: [...digest.actions, ...more.map((item) => ({ ...item, owner: '', due }))],
    };
  });

const anyRewrites = fc.uniqueArray(fc.constantFrom(...(Object.keys(rewrites) as Rewrite[])), {
  minLength: 1,
  maxLength: 4,
});

function render(digest: Digest, { language, archive, taskFormat }: Vault): string {
  const content = { ...contract, digest };
  return renderNote(content, { ...layout, archive, taskFormat }, messagesFor(language), portsFor('合同.pdf'));
}

/** Applies the rewrites in turn. Windows line ends come last, because other rewrites need lines with `\n`. */
function rewritten(note: string, names: readonly Rewrite[]): string {
  const ends: Rewrite = 'Windows line ends';
  const text = names.filter((name) => name !== ends).reduce((before, name) => rewrites[name](before), note);
  return names.includes(ends) ? rewrites[ends](text) : text;
}

/**
 * Returns the content of a note without its format: the values of its properties, and the letters and digits
 * of its body, with a mark for each item and its tick.
 */
function essence(note: string): { readonly properties: unknown; readonly body: string } {
  const plain = note.replace(/\r\n/g, '\n');
  const [whole = '', yaml = ''] = /^---\n([^]*?)\n---\n/.exec(plain) ?? [];
  const { pdf_digest: _, modified: __, ...properties } = parse(yaml) as Record<string, unknown>;
  const body = plain
    .slice(whole.length)
    .replace(/^(?:\\?#[^\s#]+\s*)+$/gm, (line) => line.trim().split(/\s+/).sort().join(' '))
    .replace(/^ {0,3}(?:[-*+]|\d+[.)])\s+(?=\S)(?:\[(.?)\])?/gm, 'ITEM$1')
    .replace(/\[\[[^#\]]*(#[^\]|\\]*)\\?\|([^\]]*)\]\]/g, '$2$1')
    .replace(/\[([^[\]]*)\]\([^)#]*(#[^)]*)\)/g, '$1$2')
    .replace(/<br\/>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
    .replace(/&#\d+;/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
  return { properties, body };
}

it('merging a rewritten note gives the same content as merging the original note', () => {
  fc.assert(
    fc.property(
      anyVault,
      anyVariedDigest,
      fc.array(anyEdit, { maxLength: 4 }),
      anyRewrites,
      anyVariedDigest,
      (vault, before, edits, names, after) => {
        const marks: Marks = { words: new Set(), ids: new Set() };
        const mine = edits.reduce((note, edit, at) => apply(note, edit, marks, at), render(before, vault));
        const fresh = render(after, vault);
        const plain = mergeNote(mine, fresh);
        const { text, conflicts } = mergeNote(rewritten(mine, names), fresh);
        expect(essence(text)).toEqual(essence(plain.text));
        expect(conflicts).toHaveLength(plain.conflicts.length);
        const kept = text.toLowerCase();
        expect([...marks.words, ...marks.ids].filter((word) => !kept.includes(word))).toEqual([]);
        expect(mergeNote(text, fresh).text, 'merged twice').toBe(text);
      },
    ),
    { numRuns: Number(process.env['EDIT_SEQUENCES'] ?? runs(60, 1_000)) },
  );
}, 1_800_000);

it.each(Object.keys(rewrites) as Rewrite[])(
  'the rewrite "%s" does not count as a change by the user',
  (name) => {
    for (const language of ['en', 'zh'] as const) {
      const vault: Vault = { language, archive: 'callout', taskFormat: 'tasks' };
      expect(isUnchanged(rewritten(render(contractDigest, vault), [name]))).toBe(true);
    }
  },
);
