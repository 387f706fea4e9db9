import type { Example } from './example';

export const lineJoinExamples: readonly Example<readonly [string, string], string>[] = [
  { why: 'Words are apart.', before: ['the end', 'of it'], after: 'the end of it' },
  { why: 'Hyphenation is undone.', before: ['infor-', 'mation'], after: 'information' },
  { why: 'A soft hyphen too.', before: ['infor\u00ad', 'mation'], after: 'information' },
  { why: 'A name keeps its hyphen.', before: ['Jean-', 'Pierre'], after: 'Jean-Pierre' },
  { why: 'A compound keeps its own.', before: ['state-of-the-', 'art'], after: 'state-of-the-art' },
  {
    why: 'A number in words keeps its own.',
    before: ['for twenty-', 'four months'],
    after: 'for twenty-four months',
  },
  { why: 'A dash is no hyphen.', before: ['one -', 'two'], after: 'one - two' },
  { why: 'Chinese has no spaces.', before: ['合同的总', '价为'], after: '合同的总价为' },
  { why: 'Nor where it meets Latin.', before: ['使用', 'PDF 文件'], after: '使用PDF 文件' },
  { why: 'A path is one word.', before: ['src/', 'main'], after: 'src/main' },
];
