import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { noteProperties, readDigestFrontmatter } from '../../../src/note/frontmatter';
import { contract, layout, portsFor } from './sample';

const ports = portsFor(contract.pdfName);

describe('noteProperties', () => {
  it('has the properties of the contract in their order', () => {
    expect(Object.entries(noteProperties(contract, layout, ports))).toEqual([
      ['created', '2026-01-07T16:15:03'],
      ['source_file', '[[合同.pdf]]'],
      ['type', 'pdf'],
      ['tags', ['AI处理', 'PDF']],
      ['status', 'inbox'],
      ['pdf_state', 'complete'],
      ['pdf_pages', 5],
      ['pdf_sha256', 'a3'.repeat(32)],
      ['pdf_model', 'qwen-plus'],
      ['pdf_tokens', 4321],
    ]);
  });

  it('leaves out what is not known', () => {
    const { model, tokens, ...rest } = contract;
    expect([model, tokens]).toEqual(['qwen-plus', 4321]);
    const properties = noteProperties({ ...rest, state: 'failed' }, layout, ports);
    expect(Object.keys(properties)).not.toContain('pdf_model');
    expect(Object.keys(properties)).not.toContain('pdf_tokens');
  });

  it('writes the source as a wikilink even where links are Markdown links', () => {
    const markdown = { ...ports, link: () => '[](合同.pdf)', sourceLink: '[[合同.pdf]]' };
    expect(noteProperties(contract, layout, markdown)['source_file']).toBe('[[合同.pdf]]');
  });

  it('survives the app’s YAML whatever the model is called', () => {
    for (const model of ['a: b', '---', '"', '<% x %>', '- a\n- b', '@x', 'null', '#x']) {
      const read: unknown = parse(stringify(noteProperties({ ...contract, model }, layout, ports)));
      expect(read).toMatchObject({ pdf_model: model.replace(/\n/g, ' ').replace('<%', '< %') });
    }
  });
});

describe('readDigestFrontmatter', () => {
  it('reads back what was written', () => {
    expect(readDigestFrontmatter(noteProperties(contract, layout, ports))).toEqual({
      sha256: contract.sha256,
      state: 'complete',
      pages: 5,
      model: 'qwen-plus',
      tokens: 4321,
      sourceFile: '[[合同.pdf]]',
    });
  });

  it('takes whatever a user made of the rest', () => {
    const edited = { pdf_sha256: ` ${'A3'.repeat(32)} `, pdf_state: 'done', pdf_pages: '5', source_file: ['x'] };
    expect(readDigestFrontmatter(edited)).toEqual({ sha256: contract.sha256 });
  });

  it.each([null, undefined, 'x', [], {}, { pdf_sha256: 7 }, { pdf_sha256: 'abc' }])('does not recognise %j', (other) => {
    expect(readDigestFrontmatter(other)).toBeNull();
  });
});
