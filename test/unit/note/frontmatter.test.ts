import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { lacksSecondReading, noteProperties, readDigestFrontmatter } from '../../../src/note/frontmatter';
import { withoutJoiners } from '../../../src/note/escape/triggers';
import { attacks } from './attacks';
import { contract, contractDigest, layout, portsFor } from './sample';

const ports = portsFor(contract.pdfName);

describe('noteProperties', () => {
  it('noteProperties returns the documented properties in their order', () => {
    expect(Object.entries(noteProperties(contract, layout, ports))).toEqual([
      ['created', '2026-01-07T16:15:03'],
      ['source_file', '[[合同.pdf]]'],
      ['type', 'pdf'],
      ['pdf_kind', 'contract'],
      ['aliases', ['呼叫中心服务协议']],
      ['tags', ['AI处理', 'PDF']],
      ['status', 'inbox'],
      ['pdf_state', 'complete'],
      ['pdf_pages', 5],
      ['pdf_sha256', 'a3'.repeat(32)],
      ['pdf_model', 'qwen-plus'],
      ['pdf_tokens', 4321],
      ['pdf_checked', 'twice'],
      ['pdf_to_verify', contractDigest.unverified.length],
    ]);
  });

  it('the property `pdf_to_verify` is missing if all statements are verified', () => {
    const digest = { ...contractDigest, unverified: [] };
    expect(noteProperties({ ...contract, digest }, layout, ports)).not.toHaveProperty('pdf_to_verify');
  });

  it.each([
    ['合同.pdf', '呼叫中心服务协议', ['呼叫中心服务协议']],
    ['呼叫中心 服务协议 2026.pdf', '呼叫中心服务协议', undefined],
    ['scan_0034.pdf', 'A | B [[c]] #d', ['A B c d']],
    ['Invoice-7.pdf', 'INVOICE 7', undefined],
    ['a.pdf', ' … ', undefined],
  ])(
    'a title that has letters becomes an alias unless the file name contains it (file %s, title %s)',
    (pdfName, title, aliases) => {
      const content = { ...contract, pdfName, digest: { ...contractDigest, title } };
      expect(noteProperties(content, layout, ports)['aliases']).toEqual(aliases);
    },
  );

  it('an alias is short, and contains no links and no text that makes another plugin act', () => {
    for (const title of Object.values(attacks).flat()) {
      const content = { ...contract, digest: { ...contractDigest, title } };
      const [alias = ''] = (noteProperties(content, layout, ports)['aliases'] ?? []) as readonly string[];
      expect(alias).not.toMatch(/[[\]|#^\n]|<%|::|\{\{/);
      expect(alias.length).toBeLessThanOrEqual(300);
    }
  });

  it('noteProperties leaves out unknown values', () => {
    const { model, tokens, digest, ...rest } = contract;
    expect([model, tokens, digest]).toEqual(['qwen-plus', 4321, contractDigest]);
    const properties = noteProperties({ ...rest, state: 'failed' }, layout, ports);
    expect(Object.keys(properties)).not.toContain('pdf_model');
    expect(Object.keys(properties)).not.toContain('pdf_tokens');
    expect(Object.keys(properties)).not.toContain('pdf_checked');
  });

  it('the property `source_file` is a wikilink even in a vault with Markdown links', () => {
    const markdown = { ...ports, link: () => '[](合同.pdf)', sourceLink: '[[合同.pdf]]' };
    expect(noteProperties(contract, layout, markdown)['source_file']).toBe('[[合同.pdf]]');
  });

  it('YAML does not change the name of a model, and Templater does not run the name', () => {
    for (const model of ['a: b', '---', '"', '<% x %>', '- a\n- b', '@x', 'null', '#x']) {
      const written = stringify(noteProperties({ ...contract, model }, layout, ports));
      expect(written).not.toContain('<%');
      const read = parse(written) as { readonly pdf_model: string };
      expect(withoutJoiners(read.pdf_model)).toBe(model.replace(/\n/g, ' '));
    }
  });
});

describe('readDigestFrontmatter', () => {
  it('readDigestFrontmatter reads the properties that noteProperties returns', () => {
    expect(readDigestFrontmatter(noteProperties(contract, layout, ports))).toEqual({
      sha256: contract.sha256,
      state: 'complete',
      pages: 5,
      model: 'qwen-plus',
      tokens: 4321,
      checked: 'twice',
      sourceFile: '[[合同.pdf]]',
      signed: false,
    });
  });

  it('readDigestFrontmatter reads the hash and leaves out properties with invalid values', () => {
    const wrong = { pdf_state: 'done', pdf_pages: '5', pdf_checked: true, source_file: ['x'] };
    const edited = { pdf_sha256: ` ${'A3'.repeat(32)} `, ...wrong };
    expect(readDigestFrontmatter(edited)).toEqual({ sha256: contract.sha256, signed: false });
  });

  it.each([null, undefined, 'x', [], {}, { pdf_sha256: 7 }, { pdf_sha256: 'abc' }])(
    'readDigestFrontmatter returns null for %j',
    (other) => {
      expect(readDigestFrontmatter(other)).toBeNull();
    },
  );
});

describe('lacksSecondReading', () => {
  it('lacksSecondReading is true if a model’s digest was checked without a second reading', () => {
    const cases = [
      ['complete', 'facts', true],
      ['complete', 'twice', false],
      ['complete', undefined, false],
      ['offline', 'facts', false],
      ['pending', undefined, false],
    ] as const;
    for (const [state, checked, lacks] of cases) expect(lacksSecondReading({ state, checked })).toBe(lacks);
  });
});
