import { describe, expect, it } from 'vitest';
import { AGENDA, TOPIC_LINE } from '../../../../src/text/lexicon/agenda';
import { CONTACT, EVENT, QUESTION } from '../../../../src/text/lexicon/no-task';
import { PARTY_WILL } from '../../../../src/text/lexicon/request';
import {
  DAYS,
  DONE,
  EN_TO,
  EN_WILL,
  ISSUE_TITLE,
  MENTIONED_BEHIND,
  OWNER_BEHIND,
  WE_NEED,
  ZH_STATES,
} from '../../../../src/text/lexicon/task';

describe('task patterns', () => {
  it.each([
    [DONE, 'Ann to rename the repository - completed', 'Ann to rename the repository - not yet completed'],
    [DONE, '更新接口文档 - 已完成', '更新接口文档，尽快完成'],
    [AGENDA, '2. 镜像空间优化方案讨论（李青）', '2. 需要整理镜像空间优化方案（李青）'],
    [AGENDA, 'Review action items from last meeting', 'Review the draft charter'],
    [EN_WILL, 'Dana Reed (Harbour) will update the wiki.', 'Dana Reed (Harbour) updated the wiki.'],
    [EN_WILL, 'Too few voted, so we will vote by mail.', 'Too few voted, so we will not vote.'],
    [AGENDA, '5. 申请捐赠镜像构建工具 汇报人：李青', '5. 申请镜像构建工具的帐号'],
    [EN_WILL, 'The working group will ask for details.', 'The working group met.'],
    [EN_WILL, "Larry: I'll merge the limits.", "Larry: I'll be there."],
    [EN_TO, 'Neil to post the notes', 'Agreed to post the notes'],
    [EN_TO, '@neil-b to post the notes', 'Thanks @neil-b'],
    [EN_TO, 'Neil: To post the notes', 'Neil: Next stop London'],
    [EN_TO, 'Written advice to be obtained from the bank', 'Written advice is to be obtained by the bank'],
    [MENTIONED_BEHIND, '更新官网链接 @小雅', '更新官网链接，联系 ya@example.org'],
    [MENTIONED_BEHIND, 'Room for the workshop @ann', 'Room for the workshop: @ann asked'],
    [TOPIC_LINE, '镜像空间优化策略评审 （李青）', '请李青提交镜像空间优化策略'],
    [OWNER_BEHIND, 'Add a link to the profile - Tracy', 'Add a link to the profile - later'],
    [EVENT, '竞赛将于9月14日开始。', '请于9月14日前提交论文。'],
    [CONTACT, '未尽事宜，请联系科研处。', '请联系李青领取钥匙。'],
    [QUESTION, 'Bryan, do we need a policy.', 'Bryan does the release.'],
    [WE_NEED, 'We need to change the access.', 'We need to understand the access.'],
    [WE_NEED, 'We need to change the access.', 'We needed more time.'],
    [ZH_STATES, '该项目是一款数据库', '请确认该项目是否上线'],
    [DAYS, '3月1日、3月8日、3月15日、3月22日上午', '3月1日前报名，3月8日考试'],
    [ISSUE_TITLE, 'net/http, doc: add an example', 'Net: 40 euros'],
    [ISSUE_TITLE, '[test [build: update the image', 'one two three four: five'],
    [PARTY_WILL, 'The Tenant shall pay a deposit of 400 euros', 'The Tenant shall keep the hall clean'],
  ])(
    'the pattern of row %# matches the first sentence of the row, but not the second one',
    (sign, matched, other) => {
      expect([sign.test(matched), sign.test(other)]).toEqual([true, false]);
    },
  );

  it('the pattern ISSUE_TITLE is fast even for a very long word', () => {
    expect(ISSUE_TITLE.test('a'.repeat(20_000))).toBe(false);
    expect(ISSUE_TITLE.test('a/'.repeat(10_000))).toBe(false);
  });
});
