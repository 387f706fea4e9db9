import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { messagesFor } from '../../../../src/i18n/messages';
import type { Digest } from '../../../../src/digest/digest';
import type { NoteContent } from '../../../../src/note/content';
import type { FactProperties } from '../../../../src/digest/fields';
import type { DocumentType } from '../../../../src/llm/draft';
import { isUnchanged, mergeNote, resolveConflict } from '../../../../src/note/merge';
import { renderNote } from '../../../../src/note/render';
import { contract, contractDigest, layout, portsFor } from '../sample';

const messages = messagesFor('en');

function render(content: Partial<NoteContent> = {}, language = messages): string {
  return renderNote({ ...contract, ...content }, layout, language, portsFor('合同.pdf'));
}

function withDigest(digest: Partial<Digest>): string {
  return render({ digest: { ...contractDigest, ...digest }, model: 'other-model', tokens: 99 });
}

const note = render();
const [pay, papers, bill] = contractDigest.actions;
const [penalty, courts] = contractDigest.points;
if (!pay || !papers || !bill || !penalty || !courts)
  throw new Error('The sample has other actions or points than these tests expect.');

const payLine = '- [ ] 甲方: 支付合同款项1200元 · due: 2026年1月17日前 ([[合同.pdf#page=2|p. 2]])';
const penaltyLine = '- 逾期付款的违约金为合同总金额的30%。 ([[合同.pdf#page=4|p. 4]])';
const rephrased = { ...pay, text: '向乙方支付合同款项共1200元' };
const another = {
  ...bill,
  text: '乙方应在合同到期前书面通知甲方。',
  citations: [{ page: 5, sentences: [44] }],
};

function properties(text: string): Record<string, unknown> {
  return parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '') as Record<string, unknown>;
}

function without(text: string, line: string): string {
  expect(text).toContain(`${line}\n`);
  return text.replace(`${line}\n`, '');
}

describe('an unedited note', () => {
  it('an unedited note becomes the new note', () => {
    const fresh = withDigest({ actions: [rephrased, another], facts: [], unverified: [] });
    expect(mergeNote(note, fresh)).toEqual({ text: fresh, conflicts: [] });
  });

  it('the same digest does not change an unedited note', () => {
    expect(mergeNote(note, note)).toEqual({ text: note, conflicts: [] });
  });

  it('a merge turns a pending note into the complete note', () => {
    const { digest: _, model: __, tokens: ___, ...rest } = contract;
    const pending = renderNote(
      { ...rest, state: 'pending', reason: { kind: 'llm-server', details: { status: 503 } } },
      layout,
      messages,
      portsFor('合同.pdf'),
    );
    const { text, conflicts } = mergeNote(pending, note);
    expect(text.replace(/^pdf_.*$/gm, '')).toBe(note.replace(/^pdf_.*$/gm, ''));
    expect(properties(text)).toEqual(properties(note));
    expect(conflicts).toEqual([]);
    const earlier = pending.replace(/^pdf_digest: .*\n/m, '');
    expect(properties(mergeNote(earlier, note).text)).toEqual(properties(note));
    expect(mergeNote(earlier, note).text).toContain('\n### Action items\n');
    expect(mergeNote(earlier, note).text).not.toContain('There is no digest yet');
  });

  it('a reworded heading causes no second table of facts, even if `pdf_digest` is missing', () => {
    const earlier = note.replace(/^pdf_digest: .*\n/m, '').replace('### Key facts', '### The facts');
    const [fact] = contractDigest.facts;
    if (!fact) throw new Error('The sample has no facts.');
    const { text } = mergeNote(earlier, withDigest({ facts: [{ ...fact, value: 'HT-2027' }] }));
    expect(text.match(/^\| Fact \| Value \| Source \|$/gm)).toHaveLength(1);
    expect(text).toContain('\n### The facts\n');
    expect(text).not.toContain('### Key facts');
  });

  it('the note gets the language of the new digest', () => {
    const chinese = render({}, messagesFor('zh'));
    const { text } = mergeNote(chinese, note);
    expect(text).toContain(payLine);
    expect(text.match(/^- \[ \] /gm)).toHaveLength(3);
    expect(text.match(/^\| 合同编号 /gm)).toHaveLength(1);
  });
});

describe('lines about missing checks', () => {
  const failure = { kind: 'llm-server', details: { status: 503 } } as const;
  const notRead = { statements: 9, failure };
  const lacking = withDigest({ checking: { level: 'facts', notRead, thinSummary: true } });
  const made = withDigest({});

  it('lines about missing checks are removed or added as the new digest requires', () => {
    expect(lacking).toContain('**The second reading is incomplete.** 9 statements');
    expect(mergeNote(lacking, made)).toEqual({ text: made, conflicts: [] });
    expect(mergeNote(made, lacking)).toEqual({ text: lacking, conflicts: [] });
    expect(properties(mergeNote(lacking, made).text)).toMatchObject({ pdf_checked: 'twice' });
    expect(properties(mergeNote(made, lacking).text)).toMatchObject({ pdf_checked: 'facts' });
  });

  it('lines about missing checks are updated, and also removed from a note without `pdf_digest`', () => {
    const fewer = withDigest({ checking: { level: 'facts', notRead: { statements: 2 } } });
    expect(mergeNote(lacking, fewer)).toEqual({ text: fewer, conflicts: [] });
    const baseless = lacking.replace(/^pdf_digest: .*\n/m, '');
    const { text } = mergeNote(baseless, made);
    expect(text).not.toContain('second reading is incomplete');
    expect(text).not.toContain('Less than half');
  });

  it("the user's lines beside a line about missing checks stay in a merge", () => {
    const mine = lacking.replace('## Summary and to-dos', 'My own words.\n\n## Summary and to-dos');
    expect(mergeNote(mine, lacking)).toEqual({ text: mine, conflicts: [] });
    expect(mergeNote(mine, made).text).toContain('\nMy own words.\n');
  });
});

describe('the property `pdf_checked`', () => {
  it('a merge adds a missing `pdf_checked` and removes the property if the digest is missing', () => {
    const made = withDigest({});
    const earlier = made.replace('pdf_checked: twice\n', '');
    expect(properties(mergeNote(earlier, made).text)).toMatchObject({ pdf_checked: 'twice', pdf_tokens: 99 });
    const { digest: _, ...rest } = contract;
    const pending = renderNote({ ...rest, state: 'pending' }, layout, messages, portsFor('合同.pdf'));
    expect(properties(mergeNote(made, pending).text)).not.toHaveProperty('pdf_checked');
  });
});

describe('key facts as properties', () => {
  const withFacts = (properties: FactProperties, documentType: DocumentType = 'contract'): string =>
    renderNote(
      { ...contract, digest: { ...contractDigest, documentType, properties } },
      { ...layout, factProperties: true },
      messages,
      portsFor('合同.pdf'),
    );
  const first = withFacts({ pdf_number: 'HT-1', pdf_parties: ['A: "x" Ltd.', '乙'], pdf_amount: 1200.5 });

  it('fact properties are replaced, added and removed while the user has not changed them', () => {
    const fresh = withFacts({ pdf_number: 'HT-2', pdf_amount: 3, pdf_due: '2026-01-17' }, 'invoice');
    expect(mergeNote(first, fresh).text).toBe(fresh);
    expect(isUnchanged(first)).toBe(true);
  });

  it('fact properties are recognised in any style of YAML', () => {
    const restyled = first
      .replace(/^pdf_parties:\n.*\n.*$/m, `pdf_parties: ['A: "x" Ltd.', 乙] # both`)
      .replace('pdf_amount: 1200.5', 'pdf_amount: "1200.5"');
    expect(properties(restyled)['pdf_parties']).toEqual(['A: "x" Ltd.', '乙']);
    expect(isUnchanged(restyled)).toBe(true);
    expect(mergeNote(restyled, first).text).toBe(restyled);
    expect(properties(mergeNote(restyled, withFacts({ pdf_parties: ['C'] })).text)).toMatchObject({
      pdf_parties: ['C'],
    });
  });

  it('a merge neither changes nor restores fact properties that the user changed or deleted', () => {
    const mine = first
      .replace('HT-1', 'HT-9')
      .replace(/^pdf_amount: .*\n/m, '')
      .replace('contract\n', 'lease\n');
    expect(isUnchanged(mine)).toBe(false);
    for (const fresh of [first, withFacts({ pdf_number: 'HT-3', pdf_amount: 7 }, 'invoice')]) {
      const merged = properties(mergeNote(mine, fresh).text);
      expect(merged).toMatchObject({ pdf_number: 'HT-9', pdf_kind: 'lease' });
      expect(merged).not.toHaveProperty('pdf_amount');
    }
  });

  it('fact properties are added to a note, but never replace a property of the user', () => {
    const mine = note.replace('status: inbox', 'status: inbox\nrating: 5\npdf_currency: EUR');
    const merged = properties(mergeNote(mine, withFacts({ pdf_number: 'HT-1', pdf_currency: 'CNY' })).text);
    expect(merged).toMatchObject({ pdf_number: 'HT-1', pdf_currency: 'EUR', rating: 5 });
  });
});

describe("the user's edits", () => {
  it('a merge keeps ticks and the text that another plugin adds after an item', () => {
    const ticked = `${payLine.replace('[ ]', '[x]')} ✅ 2026-01-10 ^pay`;
    const mine = note.replace(payLine, ticked);
    expect(mergeNote(mine, note).text).toBe(mine);
    const { text, conflicts } = mergeNote(mine, withDigest({ actions: [rephrased, another] }));
    expect(text).toMatch(/^- \[x\] 甲方: 向乙方支付合同款项共1200元 .* ✅ 2026-01-10 \^pay$/m);
    expect(conflicts).toEqual([]);
    expect(mergeNote(mine, withDigest({ actions: [another] })).text).toContain(ticked);
  });

  it('a merge keeps everything that Tasks, Dataview, Reminder and Kanban write after a task', () => {
    const additions = [
      '🔺 🔁 every month on the 5th when done 🏁 delete ➕ 2026-01-01 🛫 2026-01-02 ⏳ 2026-01-03 📅 2026-01-04',
      '🆔 abc123 ⛔ x1y2z3,dcf64c ❌ 2026-02-01 #urgent ^id',
      '[priority:: high]  [start:: 2026-01-01]  (repeat:: every week)',
      '(@2026-03-01 09:00) @{2026-03-01} @@{10:00}',
    ];
    for (const addition of additions) {
      const mine = note.replace(payLine, `${payLine} ${addition}`);
      expect(mergeNote(mine, note)).toEqual({ text: mine, conflicts: [] });
      const { text, conflicts } = mergeNote(mine, withDigest({ actions: [rephrased, another] }));
      expect(conflicts).toEqual([]);
      expect(text).toContain('向乙方支付合同款项共1200元');
      expect(text).toContain(`([[合同.pdf#page=2|p. 2]]) ${addition}\n`);
      expect(mergeNote(mine, withDigest({ actions: [another] })).text).toContain(`${payLine} ${addition}\n`);
    }
  });

  it.each(['tasks', 'dataview'] as const)(
    'a merge keeps a changed or deleted due date in the format %s',
    (taskFormat) => {
      const withDue = (date: string): string => {
        const due = { kind: 'absolute', text: date, date } as const;
        const digest = { ...contractDigest, actions: [{ ...pay, due }] };
        return renderNote({ ...contract, digest }, { ...layout, taskFormat }, messages, portsFor('合同.pdf'));
      };
      const made = withDue('2026-01-17');
      const body = (text: string): string => text.replace(/^pdf_digest: .*$/m, '');
      expect(body(mergeNote(made, withDue('2026-02-01')).text)).toBe(body(withDue('2026-02-01')));
      const postponed = made.replace('2026-01-17', '2026-12-24');
      expect(postponed).not.toBe(made);
      expect(body(mergeNote(postponed, withDue('2026-02-01')).text)).toBe(body(postponed));
      const undated = made.replace(/ (?:📅 2026-01-17|\[due:: 2026-01-17\])/, '');
      expect(undated).not.toBe(made);
      expect(body(mergeNote(undated, made).text)).toBe(body(undated));
      const gone = withDigest({ actions: [another] });
      expect(mergeNote(made, gone).text).not.toContain('支付合同款项1200元 ([[');
      expect(mergeNote(postponed, gone).text).toContain('支付合同款项1200元 ([[');
    },
  );

  it.each([
    ['the nesting of an item in a list of the user', (line: string) => `- My group\n\t${line}`],
    [
      'the nesting of an item at the third level of a list',
      (line: string) => `- My group\n    - mine\n        - deeper\n        ${line}`,
    ],
    ['a tag that the user put before an item', (line: string) => line.replace(/^- (?:\[ \] )?/, '$&#task ')],
  ])('a merge keeps %s', (_, change) => {
    const mine = note.replace(payLine, change(payLine)).replace(penaltyLine, change(penaltyLine));
    expect(mergeNote(mine, note)).toEqual({ text: mine, conflicts: [] });
    const digest = {
      actions: [rephrased],
      points: [{ ...penalty, text: '逾期付款的违约金为30%。' }, courts],
    };
    const { text, conflicts } = mergeNote(mine, withDigest(digest));
    expect(conflicts).toEqual([]);
    expect(text).toContain(change(payLine.replace('支付合同款项1200元', rephrased.text)));
    expect(text).toContain(change(penaltyLine.replace('合同总金额的30%', '30%')));
    expect(text).not.toContain('违约金为合同总金额的30%');
  });

  it('a merge neither removes check boxes of the user nor restores removed check boxes', () => {
    const boxed = penaltyLine.replace('- ', '- [ ] ');
    const plain = payLine.replace('- [ ] ', '- ');
    const mine = note.replace(penaltyLine, boxed).replace(payLine, plain);
    expect(mergeNote(mine, note)).toEqual({ text: mine, conflicts: [] });
    const digest = {
      actions: [rephrased],
      points: [{ ...penalty, text: '逾期付款的违约金为30%。' }, courts],
    };
    const { text, conflicts } = mergeNote(mine, withDigest(digest));
    expect(text).toContain(boxed);
    expect(text).toContain(plain);
    expect(conflicts.map(({ mine: line }) => line)).toEqual([plain, boxed]);
    const resolved = conflicts.reduce((before, conflict) => resolveConflict(before, conflict, 'fresh'), text);
    expect(resolved).toContain(boxed.replace('合同总金额的30%', '30%'));
    expect(resolved).toContain(plain.replace('支付合同款项1200元', rephrased.text));
  });

  it('a merge keeps an outdated item while a current item is nested below that item', () => {
    const lines = note.split('\n');
    const paperLine = lines.find((line) => line.includes('甲方应提交完整开户资料')) ?? '';
    const group = `${payLine}\n    ${paperLine}`;
    const mine = without(note, paperLine).replace(payLine, group);
    expect(mergeNote(mine, withDigest({ actions: [papers, another] })).text).toContain(group);
    const { text } = mergeNote(mine, withDigest({ actions: [another] }));
    expect(text).not.toContain(payLine);
    expect(text).not.toContain(paperLine);
    expect(text).toContain(`\n- [ ] ${another.text}`);
  });

  it('a merge keeps edited, added and moved lines, and does not restore deleted lines', () => {
    const edited = penaltyLine.replace('30%', '30% (ask legal!)');
    const moved = `${without(note, payLine).replace(penaltyLine, edited)}\n## Mine\n\n${payLine}\n- [ ] own\n`;
    const mine = without(moved, '- 争议由乙方所在地人民法院管辖。 ([[合同.pdf#page=5|p. 5]])');
    expect(mergeNote(mine, note)).toEqual({ text: mine, conflicts: [] });
    const { text } = mergeNote(mine, withDigest({ actions: [pay, another] }));
    expect(text).toContain(`## Mine\n\n${payLine}\n- [ ] own\n`);
    expect(text.split(payLine)).toHaveLength(2);
    expect(text).toContain(edited);
    expect(text).not.toContain(penaltyLine);
    expect(text).not.toContain('争议由乙方所在地');
    expect(text).toContain('乙方应在合同到期前书面通知甲方。');
    const again = mergeNote(text, withDigest({ actions: [another] })).text;
    expect(mergeNote(again, note).text).not.toContain('争议由乙方所在地');
  });

  it('a merge reports a conflict if the user and the new digest change the same line', () => {
    const edited = penaltyLine.replace('30%', '30% (ask legal!)');
    const fresh = withDigest({
      points: [{ ...penalty, text: '逾期付款的违约金为合同总金额的20%。' }, courts],
    });
    const { text, conflicts } = mergeNote(note.replace(penaltyLine, edited), fresh);
    const theirs = penaltyLine.replace('30%', '20%');
    expect(conflicts).toEqual([{ section: 'points', mine: edited, fresh: theirs }]);
    expect(text).toContain(edited);
    expect(text).not.toContain(theirs);
    expect(mergeNote(text, fresh)).toEqual({ text, conflicts: [] });
    const [conflict] = conflicts;
    if (!conflict) throw new Error('There is no conflict.');
    expect(resolveConflict(text, conflict, 'mine')).toBe(text);
    expect(resolveConflict(text, conflict, 'fresh')).toBe(text.replace(edited, theirs));
    expect(resolveConflict(text, conflict, 'both')).toBe(text.replace(edited, `${edited}\n${theirs}`));
  });

  it("a merge keeps the user's properties and updates the properties of the plugin", () => {
    const mine = note
      .replace('status: inbox', 'status: done # for good')
      .replace('  - PDF\n', '  - PDF\n  - "my: tag"\n')
      .replace(/^aliases:\n.*\n/m, 'rating: 5\naliases: [a, "b"]\n');
    const { text } = mergeNote(mine, withDigest({}));
    expect(text).toContain('status: done # for good\n');
    expect(text).toContain('aliases: [a, "b"]\n');
    expect(properties(text)).toMatchObject({
      created: '2026-01-07T16:15:03',
      rating: 5,
      tags: ['AI处理', 'PDF', 'my: tag'],
      pdf_model: 'other-model',
      pdf_tokens: 99,
    });
  });

  it("a merge keeps reworded headings, the user's sections and tags, and the new PDF name", () => {
    const mine = note
      .replace('# PDF digest', '# Our contract')
      .replace('### Action items', '### To do')
      .replace('#号码实名制', '#mine')
      .replaceAll('合同.pdf', 'renamed.pdf')
      .replace('### Key points', '### Thoughts\n\nWhatever.\n\n### Key points');
    const fresh = withDigest({ actions: [rephrased, another], tags: [...contractDigest.tags, 'new'] });
    const { text } = mergeNote(mine, fresh.replaceAll('合同.pdf', 'renamed.pdf'));
    expect(text).toContain('# Our contract\n');
    expect(text).not.toMatch(/# PDF digest|### Action items/);
    expect(text).toContain('### Thoughts\n\nWhatever.\n\n### Key points');
    expect(text.match(/^- \[ \] /gm)).toHaveLength(2);
    expect(text).toContain('#呼叫中心服务 #预付费套餐 #mine #new');
  });

  it('a merge into a note without `pdf_digest` keeps the edits and repeats no line', () => {
    const mine = note.replace(/^pdf_digest: .*\n/m, '').replace(payLine, payLine.replace('[ ]', '[x]'));
    const { text } = mergeNote(mine, note);
    expect(text.replace(/^pdf_digest: .*\n/m, '')).toBe(mine);
  });

  it('a merge keeps Windows line ends', () => {
    const windows = note.replace(/\n/g, '\r\n');
    expect(mergeNote(windows, note).text).toBe(windows);
  });

  it('a merge keeps a changed archive and reports a conflict if the new archive differs', () => {
    const mine = note.replace('> 甲方：星河智能科技有限公司', '> **甲方：星河智能科技有限公司**');
    expect(mergeNote(mine, note)).toEqual({ text: mine, conflicts: [] });
    const { text, conflicts } = mergeNote(mine, render({ archive: [{ page: 1, text: 'Other text.' }] }));
    expect(text).toContain('> **甲方：星河智能科技有限公司**');
    expect(conflicts.map(({ section }) => section)).toEqual(['archive']);
  });
});
