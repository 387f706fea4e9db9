import { describe, expect, it } from 'vitest';
import { readMetadata } from './app/markdown-cache';

const note = [
  '---',
  'source_file: "[[合同.pdf]]"',
  'tags: [a, b]',
  'related: ["[[x|y]]", plain]',
  '---',
  '# Title #AI处理',
  'Text ([[合同.pdf#page=2&selection=1,0,1,4|p. 2]]) ![[pic.png]] [m](a%20b.md) [web](https://x.y)',
  '- [ ] open #todo',
  '  - [x] done',
  '```',
  '[[no]] #no',
  '```',
  '`[[no]]` #12 #1a',
  '> [!quote]- Text',
  '> ````text',
  '> ```',
  '> # no [[no]]',
  '> ````',
  '> [[yes]]',
  '<details>',
  '# no [[no]] #no',
  '',
  '## Last ##',
].join('\n');

describe('readMetadata', () => {
  const cache = readMetadata(note);

  it('readMetadata reads properties, their position and their links', () => {
    expect(cache.frontmatter).toEqual({
      source_file: '[[合同.pdf]]',
      tags: ['a', 'b'],
      related: ['[[x|y]]', 'plain'],
    });
    expect(cache.frontmatterPosition?.end.line).toBe(4);
    expect(cache.frontmatterLinks).toEqual([
      { key: 'source_file', link: '合同.pdf', original: '[[合同.pdf]]', displayText: '合同.pdf' },
      { key: 'related.0', link: 'x', original: '[[x|y]]', displayText: 'y' },
    ]);
  });

  it('readMetadata reads links and embeds, except those in code or HTML', () => {
    expect(cache.links?.map(({ link }) => link)).toEqual([
      '合同.pdf#page=2&selection=1,0,1,4',
      'a b.md',
      'yes',
    ]);
    expect(cache.links?.[0]?.displayText).toBe('p. 2');
    expect(cache.embeds?.map(({ link }) => link)).toEqual(['pic.png']);
  });

  it('readMetadata gives the position of a link', () => {
    const link = cache.links?.[0];
    expect(note.slice(link?.position.start.offset, link?.position.end.offset)).toBe(link?.original);
  });

  it('readMetadata reads tags, but a number such as #12 is not a tag', () => {
    expect(cache.tags?.map(({ tag }) => tag)).toEqual(['#AI处理', '#todo', '#1a']);
  });

  it('readMetadata reads headings and tasks, and the line of each parent task', () => {
    expect(cache.headings?.map(({ heading, level }) => [heading, level])).toEqual([
      ['Title #AI处理', 1],
      ['Last', 2],
    ]);
    expect(cache.listItems?.map(({ task, parent }) => [task, parent])).toEqual([
      [' ', -7],
      ['x', 7],
    ]);
  });

  it('reading a property that only the real app provides throws an error', () => {
    const empty = readMetadata('plain');
    expect(Object.keys(empty)).toEqual([]);
    expect(() => 'sections' in empty && JSON.stringify(Reflect.get(empty, 'sections'))).toThrow(
      'CachedMetadata.sections',
    );
  });

  it('readMetadata returns no properties if the YAML is broken', () => {
    expect(readMetadata('---\na: [\n---\n[[b]]').frontmatter).toBeUndefined();
  });
});
