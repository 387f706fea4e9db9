import { describe, expect, it } from 'vitest';
import { bareValue, findIn } from '../../../src/redact/find';
import { generated, written } from '../../../src/redact/find.examples';
import { REDACT_KINDS } from '../../../src/redact/finding';
import { fold } from '../../../src/redact/folded';

function masked(text: string, patterns: readonly string[] = REDACT_KINDS): string {
  const view = fold(text).text;
  let [rest, from] = ['', 0];
  for (const { start, end } of findIn(view, patterns)) {
    rest += `${view.slice(from, start)}#`;
    from = end;
  }
  return rest + view.slice(from);
}

describe('findIn', () => {
  it.each([...written, ...generated])('findIn finds the %s %s in the text %j', (kind, bare, text) => {
    const rest = bareValue(masked(text, [kind]), kind);
    const parts = Array.from({ length: Math.max(1, bare.length - 5) }, (_, at) => bare.slice(at, at + 6));
    const shown = parts.filter((part) => rest.toUpperCase().includes(part.toUpperCase()));
    expect(shown).toEqual([]);
  });
});

it.each([
  ['\u8d26    \u53f7\uff1a1001 2436 0930 0158 742', /\d/],
  ['Num\u00e9ro de s\u00e9curit\u00e9 sociale : 285077511604297', /\d/],
])('in the text %j, findIn finds the value after the label', (text, digit) => {
  expect(masked(text)).not.toMatch(digit);
});

it.each([
  ['The tenant, DNI 48372916Y, pays.', 'The tenant, DNI #, pays.'],
  ['NIE X1234567L lives here.', 'NIE # lives here.'],
  ['CURP GODE561231HDFRRN09', 'CURP #'],
  ['Passport C01X00T47 was issued in Leeds.', 'Passport # was issued in Leeds.'],
  ['Personalausweis L01X00T47', 'Personalausweis #'],
  ['Mi DNI: 48372916-Y', 'Mi DNI: #'],
])('in the text %j, findIn finds the whole code after its label', (text, rest) => {
  expect(masked(text)).toBe(rest);
});

it('findIn finds a number after its label, but not the other words of the sentence', () => {
  expect(masked('Passport number 533928174 was issued in Leeds.')).toBe(
    'Passport number # was issued in Leeds.',
  );
});
