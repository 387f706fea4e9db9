import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasTriggers } from '../../../src/note/escape/triggers';
import { pdfLink } from '../../../src/note/link';
import { isNamePattern, type NameParts } from '../../../src/note/name-pattern';
import { fileNameOf, namePartsOf, renameAll, titleNames } from '../../../src/note/title-name';
import { runs } from '../../runs';

const nameOf = (pattern: string, parts: NameParts): string | null =>
  titleNames(pattern, parts, '.pdf')?.next().value ?? null;

describe('a name pattern', () => {
  const lease = { date: '2031-07-01', title: 'Lease', kind: 'Contract', number: 'L-7' };

  it.each<[pattern: string, parts: NameParts, name: string | null]>([
    ['{{date}} {{title}}', lease, '2031-07-01 Lease'],
    ['{{ Date }} {{TITLE}}', lease, '2031-07-01 Lease'],
    ['{{kind}}_{{title}} ({{number}})', lease, 'Contract_Lease (L-7)'],
    ['{{date}} {{title}}', { title: 'Lease' }, 'Lease'],
    ['{{date}} - {{kind}} - {{title}}', { date: '2031-07-01', title: 'Lease' }, '2031-07-01 - Lease'],
    ['{{date}} - {{kind}} - {{title}}', { title: 'Lease' }, 'Lease'],
    ['{{title}} ({{number}})', { title: 'Lease' }, 'Lease'],
    ['({{number}}) {{title}}', { title: 'Lease' }, 'Lease'],
    ['{{kind}} ({{number}}) {{title}}', { kind: 'Contract', title: 'Lease' }, 'Contract Lease'],
    ['{{title}}, {{seller}} from {{party}}', { title: 'Lease', party: 'Acme' }, 'Lease from Acme'],
    ['PDF {{title}}', { title: 'Lease' }, 'PDF Lease'],
    ['{{number}}', { title: 'Lease' }, null],
    ['{{title}}', { title: ' ... ' }, null],
  ])('the pattern %s and the values %o give %s', (pattern, parts, name) => {
    expect(nameOf(pattern, parts)).toBe(name);
  });

  it.each([
    ['{{date}} {{title}}', true],
    ['{{ title }}', true],
    ['title', false],
    ['{{title}} {{pages}}', false],
    ['{{title', false],
    ['{title} {{title}}', false],
  ])('for the pattern %s, isNamePattern returns %s', (pattern, isValid) => {
    expect(isNamePattern(pattern)).toBe(isValid);
  });

  it('titleNames suggests `Lease 2` and `Lease 3` after `Lease`', () => {
    const names = titleNames('{{title}}', { title: 'Lease' }, '.pdf');
    expect([names?.next().value, names?.next().value, names?.next().value]).toEqual([
      'Lease',
      'Lease 2',
      'Lease 3',
    ]);
  });
});

describe('the name of a file', () => {
  it.each([
    ['Report: the year 2030', 'Report - the year 2030'],
    ['Invoice #12 [draft] ^x | "q" <b>', 'Invoice 12 draft x - q b'],
    ['A/B\\C 10:30', 'A-B-C 10-30'],
    ['合同：技术服务（2031）', '合同：技术服务（2031）'],
    ['.hidden', 'hidden'],
    ['Acme Inc.', 'Acme Inc'],
    ['CON', 'CON_'],
    ['com1.report', 'com1_.report'],
    ['LPT\u00b9', 'LPT\u00b9_'],
    ['Console', 'Console'],
    ['a\u202Ebc\u200B d', 'abc d'],
    ['pay \u{1F4C5} 2031-01-01', 'pay 2031-01-01'],
    ['<% tp.x %> `INPUT[x]`', "% tp.x % 'INPUT x '"],
    ['2 * 3 = 6? $x$', '2 3 = 6 x'],
    ['', ''],
    [' .. ', ''],
  ])('fileNameOf turns "%s" into "%s"', (text, name) => {
    expect(fileNameOf(text)).toBe(name);
  });

  it('a name made from any title is safe for file systems, links and other plugins', () => {
    const marks = fc.constantFrom(
      ...'#^[]|\\/:*?"<>{}$~`%=@!_.,- \u{1F4C5}\u{1F600}\u2060\u0301\u3000中é',
      '\n',
      'con',
    );
    const text = fc
      .array(fc.oneof(marks, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 300 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (title) => {
        const names = titleNames('{{title}}', { title }, '.pdf');
        for (const name of names === null ? [] : [names.next().value, names.next().value]) {
          expect(name).not.toMatch(/[#^[\]|\\/:*?"<>\p{Cc}\p{Surrogate}\u2060\u200b]|^[\s.]|[\s.]$/u);
          expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
          expect(new TextEncoder().encode(`${name}.pdf`).length).toBeLessThanOrEqual(255);
          expect(hasTriggers(name)).toBe(false);
          const links = { link: (subpath: string) => `[[${name}.pdf${subpath}]]`, pdfPath: `${name}.pdf` };
          expect(pdfLink(links, `${name}.pdf`, '')).toBe(`[[${name}.pdf]]`);
        }
      }),
      { numRuns: runs(300, 10_000) },
    );
  });

  it('a second call of fileNameOf does not change the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const name = fileNameOf(text);
        expect(fileNameOf(name)).toBe(name);
      }),
      { numRuns: runs(300, 10_000) },
    );
  });
});

describe('the values for a name', () => {
  const kindName = (kind: string): string | undefined => (kind === 'invoice' ? 'Invoice' : undefined);
  const properties = {
    aliases: ['Cleaning in May', 'my own alias'],
    pdf_kind: 'invoice',
    pdf_date: '2031-05-31',
    pdf_number: 4711,
    pdf_seller: '[[Acme Ltd|Acme]]',
    pdf_parties: ['Borealis', 'Acme'],
  };

  it('namePartsOf takes the values for a name from the properties of the note', () => {
    expect(namePartsOf(properties, 'scan', kindName)).toEqual({
      title: 'Cleaning in May',
      kind: 'Invoice',
      date: '2031-05-31',
      number: '4711',
      seller: 'Acme',
      party: 'Borealis',
    });
  });

  it('the date and the number stand only once in the name of a repeatedly renamed PDF', () => {
    const { aliases: _aliases, ...known } = properties;
    let name = 'Cleaning in May';
    for (let round = 0; round < 3; round += 1) {
      const parts = namePartsOf(known, name, kindName);
      name = nameOf('{{date}} {{title}} {{number}}', parts) ?? '';
      expect(name).toBe('2031-05-31 Cleaning in May 4711');
    }
  });

  it.each([null, 'text', [], { aliases: {}, pdf_date: 'soon', pdf_kind: 7, pdf_number: '' }])(
    'namePartsOf takes no value from the invalid properties %o',
    (broken) => {
      expect(namePartsOf(broken, 'scan', kindName)).toEqual({ title: 'scan' });
    },
  );
});

describe('renameAll', () => {
  interface FakeFile {
    path: string;
  }
  const [pdf, note]: [FakeFile, FakeFile] = [{ path: 'a.pdf' }, { path: 'a.md' }];
  const rename = (fails: string) => (file: FakeFile, to: string) => {
    if (to === fails) return Promise.reject(new Error('taken'));
    file.path = to;
    return Promise.resolve();
  };
  const moves = [
    { file: pdf, to: 'A.pdf' },
    { file: note, to: 'A.md' },
  ];

  it('renameAll undoes the first renaming if the second one fails', async () => {
    await expect(renameAll(moves, rename('A.md'))).rejects.toThrow('taken');
    expect([pdf.path, note.path]).toEqual(['a.pdf', 'a.md']);
  });

  it('renameAll renames all files except those that already have the new name', async () => {
    await renameAll([...moves, { file: { path: 'same' }, to: 'same' }], rename('same'));
    expect([pdf.path, note.path]).toEqual(['A.pdf', 'A.md']);
  });
});
