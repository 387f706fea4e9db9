import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../src/clean';

describe('cleanText', () => {
  it.each([
    ['plain 中文 text，标点。', 'plain 中文 text，标点。'],
    ['a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['tab\tstays', 'tab\tstays'],
    ['NUL\u0000 ESC\u001B[31m', 'NUL ESC[31m'],
    ['bi\u202Edi\u2066', 'bidi'],
    ['ze\u200Bro\uFEFF so\u00ADft', 'zero soft'],
    ['tag\u{E0041}\u{E007F}', 'tag'],
    ['x\uFE0F ❤\uFE0F', 'x ❤\uFE0F'],
    ['👨\u200D👩\u200D👧 a\u200Db', '👨\u200D👩\u200D👧 ab'],
    ['lone \uD83D', 'lone \uFFFD'],
    ['e\u0301', 'é'],
    ['\u0600١٢', '\u0600١٢'],
  ])('cleanText turns %j into %j', (text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned);
  });
});

describe('cleanLine', () => {
  it('cleanLine joins lines, removes the emoji of task plugins and keeps full-width spaces', () => {
    expect(cleanLine(' pay\n\n the 📅 2020-01-01\tfee 🔁\uFE0F ', 100)).toBe('pay the 2020-01-01 fee');
    expect(cleanLine('甲方\u3000乙方', 100)).toBe('甲方\u3000乙方');
  });

  it('cleanLine ends a shortened line with an ellipsis and never splits a surrogate pair', () => {
    expect(cleanLine('12345', 5)).toBe('12345');
    expect(cleanLine('123456', 5)).toBe('1234…');
    expect(cleanLine('abc😀😀', 5)).toBe('abc…');
    expect(cleanLine('👨\u200D👩\u200D👧', 4)).toBe('👨…');
    expect(cleanLine('\u200B'.repeat(1000) + 'x', 5)).toBe('…');
  });

  it('cleanLine obeys the length limit and does not change its own result', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 1, max: 60 }),
        (text, length) => {
          const line = cleanLine(text, length);
          expect(line.length).toBeLessThanOrEqual(length);
          expect(cleanLine(line, length)).toBe(line);
        },
      ),
    );
  });
});
