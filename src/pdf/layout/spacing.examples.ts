import type { Example } from './example';
import type { Seam } from './spacing';

export const spaceBetweenExamples: readonly Example<Seam, string>[] = [
  {
    why: 'A gap between words is a space.',
    before: { left: 'Hello', right: 'world', gap: 0.25, space: false },
    after: ' ',
  },
  {
    why: 'Kerning is not a space.',
    before: { left: 'W', right: 'orld', gap: -0.05, space: false },
    after: '',
  },
  {
    why: 'Gaps in justified Chinese are not spaces.',
    before: { left: '中', right: '文', gap: 0.4, space: true },
    after: '',
  },
  {
    why: 'A wide gap in Chinese is a space.',
    before: { left: '甲方', right: '乙方', gap: 1.5, space: true },
    after: ' ',
  },
  {
    why: 'A space between Chinese and Latin text is kept.',
    before: { left: '使用', right: 'PDF', gap: 0.25, space: true },
    after: ' ',
  },
  {
    why: 'Without a gap, Chinese and Latin text get no space.',
    before: { left: '使用', right: 'PDF', gap: 0.02, space: false },
    after: '',
  },
  {
    why: 'Full-width punctuation needs no space.',
    before: { left: '大学[22]', right: '、', gap: 0.3, space: true },
    after: '',
  },
  {
    why: 'After an existing space, no second one is added.',
    before: { left: 'a ', right: 'b', gap: 0.3, space: true },
    after: '',
  },
];
