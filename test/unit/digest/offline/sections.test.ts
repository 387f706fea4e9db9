import { describe, expect, it } from 'vitest';
import { isAddressed, sectionsOf } from '../../../../src/digest/offline/task/sections';
import type { Unit } from '../../../../src/digest/offline/units';

function unitsOf(...lines: readonly string[]): Unit[] {
  return lines.map((line, index) => ({
    text: line.replace(/^# /u, ''),
    numbers: [index + 1],
    page: 1,
    kind: line.startsWith('# ') ? 'heading' : 'text',
    paragraph: index,
  }));
}

describe('sectionsOf', () => {
  it.each([
    ['Please send us the following:', '- payslips', '- the contract', 'The office is closed.'],
    ['请补充提供下列资料：', '（1）事故认定书；', '（2）维修发票。', '资料齐全后作出核定。'],
  ])('sectionsOf finds the points of a list after the introduction “%s”', (...lines) => {
    expect(sectionsOf(unitsOf(...lines)).map(({ isAskedFor }) => isAskedFor)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('sectionsOf marks points as requested only below a request, and only until the next heading', () => {
    const lists = sectionsOf(unitsOf('Please bring:', '- a coat', '# Prices', '- 5 euros'));
    expect(lists.map(({ isAskedFor }) => isAskedFor)).toEqual([false, true, false, false]);
    const other = sectionsOf(unitsOf('The house has two storeys:', '- a kitchen'));
    expect(other.some(({ isAskedFor }) => isAskedFor)).toBe(false);
  });

  it('sectionsOf treats the points below a short label such as "Next steps" as requested', () => {
    const lists = sectionsOf(unitsOf('- Next steps:', '- open an issue', '- close the poll'));
    expect(lists.map(({ isAskedFor }) => isAskedFor)).toEqual([false, true, true]);
  });

  it('sectionsOf treats a numbered line as a topic if points without numbers follow it', () => {
    const topics = sectionsOf(unitsOf('1. Budget', '- Ann will ask for an offer', '2. Room', '3. Dates'));
    expect(topics.map(({ hasPoints }) => hasPoints)).toEqual([true, false, false, false]);
  });

  it('sectionsOf finds the points that answer a question', () => {
    const answers = sectionsOf(unitsOf('- What can an owner do?', '- Invite others.', 'The group agreed.'));
    expect(answers.map(({ isAnswer }) => isAnswer)).toEqual([false, true, false]);
  });

  it('sectionsOf finds a checklist only in a list with at least three commands', () => {
    const lines = ['- Lock the door.', '- Return your key.', '- Sign the form.', '- The office is closed.'];
    const isInChecklist = (...some: readonly string[]): boolean[] =>
      sectionsOf(unitsOf(...some)).map((section) => section.isInChecklist);
    expect(isInChecklist('Before you leave', ...lines)).toEqual([false, true, true, true, false]);
    expect(isInChecklist(...lines.slice(1))).toEqual([false, false, false]);
    expect(isInChecklist('Lock the door.', 'Return your key.', 'Sign the form.')).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('sectionsOf recognises the sections of tasks and of agendas by their headings', () => {
    const kinds = sectionsOf(unitsOf('# Agenda', 'Budget', '# To do', 'Ann - room', '三、其他', '自由讨论'));
    expect(kinds.map(({ kind }) => kind)).toEqual(['agenda', 'agenda', 'tasks', 'tasks', 'other', 'other']);
    const attached = sectionsOf(unitsOf('# 报名', '附件1：考试安排表', '2. 缴费名单'));
    expect(attached.map(({ kind }) => kind)).toEqual(['tasks', 'agenda', 'agenda']);
  });
});

describe('isAddressed', () => {
  it('isAddressed is true for a letter and a notice, and false for a story', () => {
    expect(isAddressed(unitsOf('14 March 2023', 'Dear Ms Okafor,'))).toBe(true);
    expect(isAddressed(unitsOf('尊敬的各位业主：'))).toBe(true);
    expect(isAddressed(unitsOf('Nobody remembered such a winter.'))).toBe(false);
  });
});
