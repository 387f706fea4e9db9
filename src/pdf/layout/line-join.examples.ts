import type { Example } from './example';

export const lineJoinExamples: readonly Example<readonly [string, string], string>[] = [
  { why: 'A space is added between words.', before: ['the end', 'of it'], after: 'the end of it' },
  { why: 'The hyphen of a divided word is removed.', before: ['infor-', 'mation'], after: 'information' },
  { why: 'A soft hyphen is removed too.', before: ['infor\u00ad', 'mation'], after: 'information' },
  { why: 'A name keeps its hyphen.', before: ['Jean-', 'Pierre'], after: 'Jean-Pierre' },
  { why: 'A compound keeps its hyphens.', before: ['state-of-the-', 'art'], after: 'state-of-the-art' },
  {
    why: 'A number in words keeps its hyphen.',
    before: ['for twenty-', 'four months'],
    after: 'for twenty-four months',
  },
  { why: 'A dash is not a hyphen, and is kept.', before: ['one -', 'two'], after: 'one - two' },
  { why: 'Chinese has no spaces.', before: ['合同的总', '价为'], after: '合同的总价为' },
  {
    why: 'No space is added between Chinese and Latin text.',
    before: ['使用', 'PDF 文件'],
    after: '使用PDF 文件',
  },
  { why: 'A path is one word.', before: ['src/', 'main'], after: 'src/main' },
];
