import fc from 'fast-check';
import type { Checking, Digest } from '../../../../src/digest/digest';

/**
 * One edit of a user. `at` selects one of the lines that fit the edit: 0 is the first, 0.5 the middle one.
 */
export type Edit =
  | { readonly kind: (typeof plain)[number]; readonly at: number }
  | {
      readonly kind: 'edit' | 'add' | 'addSection' | 'reword' | 'property';
      readonly at: number;
      readonly words: string;
    }
  | { readonly kind: 'move'; readonly at: number; readonly to: number };

/**
 * `nest` indents an item, so that it belongs to the item above. `box` adds or removes a check box. `lead`
 * adds a tag before the text of an item.
 */
const plain = ['tick', 'untick', 'delete', 'id', 'nest', 'box', 'lead'] as const;

const share = fc.double({ min: 0, max: 0.9999, noNaN: true });
const kinds = ['edit', 'add', 'addSection', 'reword', 'property'] as const;

export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom(...plain), at: share }),
  fc.record({ kind: fc.constantFrom(...kinds), at: share, words: fc.stringMatching(/^[a-z]{6}$/) }),
  fc.record({ kind: fc.constant('move'), at: share, to: share }),
);

/** The user's unique words and block ids. After every merge, the note must still contain them. */
export interface Marks {
  readonly words: Set<string>;
  readonly ids: Set<string>;
}

/**
 * Applies an edit to the note, and updates `marks`: the words and ids that the edit writes are added, and
 * those that it deletes are removed.
 */
export function apply(note: string, edit: Edit, marks: Marks, number: number): string {
  const lines = note.split('\n');
  const end = lines.indexOf('---', 1);
  const folded = lines.findIndex((line) => line.startsWith('> [!quote]') || line.startsWith('<details'));
  const archive = folded < 0 ? lines.length : folded;
  const items = indexes(
    lines,
    (line, at) =>
      at > end && at < archive && /^(?:[-|]|\*No)/.test(line) && !line.startsWith('| -') && line !== '---',
  );
  const pick = (list: readonly number[], at: number): number => list[Math.floor(at * list.length)] ?? -1;
  switch (edit.kind) {
    case 'tick':
    case 'untick': {
      const at = pick(
        indexes(lines, (line) => /^- \[[ x]\]/.test(line)),
        edit.at,
      );
      return changed(lines, at, (line) => line.replace(/\[[ x]\]/, edit.kind === 'tick' ? '[x]' : '[ ]'));
    }
    case 'delete': {
      const at = pick(items, edit.at);
      forget(marks, lines[at] ?? '');
      return lines.filter((_, index) => index !== at).join('\n');
    }
    case 'id': {
      const at = pick(
        items.filter(
          (index) => (lines[index] ?? '').startsWith('- ') && !(lines[index] ?? '').includes(' ^'),
        ),
        edit.at,
      );
      if (at < 0) return note;
      const id = `id${String(number)}`;
      marks.ids.add(id);
      return changed(lines, at, (line) => `${line} ^${id}`);
    }
    case 'nest':
      return changed(
        lines,
        pick(
          items.filter((at) => isItem(lines[at]) && isItem(lines[at - 1])),
          edit.at,
        ),
        (line) => `    ${line}`,
      );
    case 'box':
      return changed(
        lines,
        pick(
          items.filter((at) => isItem(lines[at])),
          edit.at,
        ),
        (line) =>
          /^- \[[ x]\] /.test(line) ? line.replace(/^- \[[ x]\] /, '- ') : line.replace('- ', '- [ ] '),
      );
    case 'lead':
      return changed(
        lines,
        pick(
          items.filter((at) => isItem(lines[at])),
          edit.at,
        ),
        (line) => line.replace(/^- (?:\[[ x]\] )?(?!#)/, '$&#mine '),
      );
    case 'edit': {
      const word = mark(edit.words, number, marks);
      const at = pick(items, edit.at);
      return at < 0 ? drop(note, word, marks) : changed(lines, at, (line) => edited(line, word));
    }
    case 'add': {
      const at = pick(items, edit.at);
      const word = mark(edit.words, number, marks);
      return at < 0 ? drop(note, word, marks) : inserted(lines, at + 1, addedLike(lines[at] ?? '', word));
    }
    case 'addSection': {
      const headings = indexes(lines, (line, at) => at > end && /^#{2,3} /.test(line));
      const word = mark(edit.words, number, marks);
      return inserted(lines, pick(headings, edit.at), `### Own ${word}`, '', `Own paragraph ${word}.`, '');
    }
    case 'reword': {
      const at = pick(
        indexes(lines, (line, index) => index > end && /^#{1,3} /.test(line)),
        edit.at,
      );
      return changed(lines, at, (line) => `${line} ${mark(edit.words, number, marks)}`);
    }
    case 'property':
      return inserted(lines, 1, `${mark(edit.words, number, marks)}: mine`);
    case 'move': {
      const from = pick(
        items.filter((index) => (lines[index] ?? '').startsWith('- ')),
        edit.at,
      );
      const line = lines[from];
      if (line === undefined) return note;
      const rest = lines.filter((_, index) => index !== from);
      const places = indexes(
        rest,
        (other, at) => at > end && (other.startsWith('- ') || other.startsWith('Own paragraph')),
      );
      const to = pick(places, edit.to);
      if (to < 0) return note;
      return rest[to]?.startsWith('- ') === true
        ? inserted(rest, to + 1, line)
        : inserted(rest, to + 1, '', line);
    }
  }
}

function indexes(lines: readonly string[], fits: (line: string, at: number) => boolean): number[] {
  return lines.flatMap((line, at) => (fits(line, at) ? [at] : []));
}

function isItem(line = ''): boolean {
  return line.startsWith('- ');
}

function changed(lines: readonly string[], at: number, change: (line: string) => string): string {
  return lines.map((line, index) => (index === at ? change(line) : line)).join('\n');
}

function inserted(lines: readonly string[], at: number, ...added: readonly string[]): string {
  return [...lines.slice(0, at), ...added, ...lines.slice(at)].join('\n');
}

function mark(words: string, number: number, marks: Marks): string {
  const word = `${words}${String(number)}`;
  marks.words.add(word);
  return word;
}

function drop(note: string, word: string, marks: Marks): string {
  marks.words.delete(word);
  return note;
}

function forget(marks: Marks, line: string): void {
  for (const set of [marks.words, marks.ids])
    for (const item of set) if (line.includes(item)) set.delete(item);
}

function edited(line: string, word: string): string {
  return line.replace(/^(- (?:\[.\] )?|\| |\*)/, (opener) => `${opener}${word} `);
}

function addedLike(line: string, word: string): string {
  if (line.startsWith('- [')) return `- [ ] own ${word}`;
  if (line.startsWith('|')) return `| own ${word} | 1 |  |`;
  return `- own ${word}`;
}

const pool = [
  '支付合同款项1200元',
  '提交完整开户资料。',
  '提供上月账单。',
  '在到期前书面通知。',
  '缴纳违约金30%。',
  '由法院管辖。',
];
const statement = fc.record({
  text: fc
    .tuple(fc.constantFrom(...pool), fc.constantFrom('', '（第二版）', ' in other words'))
    .map((parts) => parts.join('')),
  citations: fc.array(fc.record({ page: fc.integer({ min: 1, max: 5 }), sentences: fc.constant([1]) }), {
    minLength: 1,
    maxLength: 2,
  }),
});
const several = fc.uniqueArray(statement, { maxLength: 4, selector: ({ text }) => text });

/** Any two of these digests have many items in common, as two digests of the same document do. */
export const anyDigest: fc.Arbitrary<Digest> = fc.record({
  title: fc.constant('合同'),
  documentType: fc.constant('contract' as const),
  language: fc.constant('zh-CN'),
  tags: fc.subarray(['a', 'b', 'c', 'd']),
  summary: several,
  actions: several.map((items) =>
    items.map((item) => ({ ...item, owner: '', due: { kind: 'none' as const } })),
  ),
  points: several,
  facts: fc
    .subarray(['编号', '金额', '日期'])
    .chain((names) =>
      fc
        .constantFrom('1', '2')
        .map((value) =>
          names.map((name) => ({ name, value, text: '', citations: [{ page: 1, sentences: [1] }] })),
        ),
    ),
  unverified: fc.tuple(several, fc.constantFrom('', '原文没有这样说')).map(([items, why]) =>
    items.map((item) => {
      const doubt = { kind: 'not-supported' as const, why };
      return { ...item, section: 'points' as const, doubt };
    }),
  ),
  checking: fc.constantFrom<Checking>(
    { level: 'twice' },
    { level: 'twice', thinSummary: true },
    { level: 'facts', notRead: { statements: 3, failure: { kind: 'llm-server', details: { status: 503 } } } },
  ),
});
