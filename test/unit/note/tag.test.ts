import { describe, expect, it } from 'vitest';
import { cleanTag, cleanTags, markdownTag } from '../../../src/note/escape/tag';

describe('cleanTag', () => {
  it.each([
    ['400呼叫中心服务', '400呼叫中心服务'],
    ['#违约责任', '违约责任'],
    ['machine learning', 'machine-learning'],
    ['ＡＩ处理', 'AI处理'],
    ['project/sub_part', 'project/sub_part'],
    ['项目_甲', '项目_甲'],
    ['C++', 'C'],
    ['a//b/', 'a/b'],
    ['2026', ''],
    ['1-2/3', ''],
    ['🔁', ''],
    ['\u0301é', 'é'],
    ['t'.repeat(60), 't'.repeat(40)],
  ])('cleanTag turns "%s" into the tag "%s"', (text, tag) => {
    expect(cleanTag(text)).toBe(tag);
  });
});

it('`cleanTags` keeps at most eight tags, and only one of several tags that differ only in case', () => {
  expect(cleanTags(['PDF', 'pdf', '', 'a'])).toEqual(['PDF', 'a']);
  expect(cleanTags([...'abcdefghijk'])).toHaveLength(8);
});

it.each([
  ['snake_case', '#snake_case'],
  ['合同_付款_违约', '#合同-付款-违约'],
  ['_em_', '#em'],
])('`markdownTag` writes %s as %s', (tag, markdown) => {
  expect(markdownTag(tag)).toBe(markdown);
});
