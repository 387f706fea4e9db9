import { describe, expect, it } from 'vitest';
import { allMessages, messagesFor } from '../../../src/i18n/messages';
import { checkingLines, statesNotReadTwice } from '../../../src/note/checking-lines';

const en = messagesFor('en');
const zh = messagesFor('zh');

/** A second reading is a check of the digest by a model. The user can turn the second reading off. */
describe('checkingLines', () => {
  it('checkingLines is empty if all statements were checked or the second reading was off', () => {
    expect(checkingLines({ level: 'twice' }, en)).toEqual([]);
    expect(checkingLines({ level: 'facts' }, zh)).toEqual([]);
    expect(checkingLines({ level: 'twice', notRead: { statements: 0 }, thinSummary: false }, en)).toEqual([]);
  });

  it('checkingLines states how many statements were not read twice, and why', () => {
    const failure = { kind: 'llm-unreachable', details: { host: '*api*' } } as const;
    expect(checkingLines({ level: 'facts', notRead: { statements: 1 } }, en)).toEqual([
      '**The second reading is incomplete.** 1 statement was not read a second time; only its hard facts ' +
        '(numbers, dates, names) were checked.',
    ]);
    const [line = ''] = checkingLines({ level: 'facts', notRead: { statements: 12, failure } }, en);
    expect(line).toContain('12 statements were not read a second time; only their hard facts');
    expect(line).toContain('cannot be reached at \\*api\\*. Check the network');
    const [chinese = ''] = checkingLines({ level: 'facts', notRead: { statements: 12, failure } }, zh);
    expect(chinese).toMatch(/^\*\*复核未完成。\*\* 有 12 条陈述未经复核，.*硬性事实。无法连接/);
    for (const text of [line, chinese])
      expect(statesNotReadTwice(`# x\n\n${text}\n`, allMessages())).toBe(true);
  });

  it('checkingLines warns if less than half of the summary could be confirmed', () => {
    expect(checkingLines({ level: 'twice', thinSummary: true }, en)).toEqual([
      '**Less than half of the summary could be confirmed.** The rest is listed under “To be verified”.',
    ]);
    const chinese = checkingLines({ level: 'twice', thinSummary: true }, zh).join('\n');
    expect(chinese).toBe('**总结中能够确认的内容不到一半。** 其余内容列在“待核实”中。');
    expect(statesNotReadTwice(chinese, allMessages())).toBe(false);
  });
});
