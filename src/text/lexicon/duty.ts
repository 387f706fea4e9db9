/**
 * Words of duty in Chinese and English: words that oblige somebody, verbs for actions, and phrases that only
 * look like duties. {@link anyOf} describes the form of the lists.
 */
import { anyOf } from '../words';

export const ZH_MODAL = chinese('应当, 应该, 应, 必须, 务必, 须, 需, 负责, 承诺, 保证');

/** Words that contain a word of {@link ZH_MODAL}, but oblige nobody. */
export const ZH_NOT_MODAL = new RegExp(
  anyOf(
    '供应, 相应, 对应, 适应, 反应, 响应, 效应, 应用, 应急, 应付, 应收, 应对, 应税, 应届, 应答',
    '无须, 所需, 急需, 无需, 必需, 按需, 需求, 需方, 需要乙方, 需要甲方',
    '保证金, 保证人, 保证期, 保证书, 负责人',
  ),
  'gu',
);

export const EN_MODAL = english(
  'shall, must, agrees? to, (?:is|are) (?:required|obliged|obligated) to, undertakes? to',
  'is responsible for, are responsible for, needs? to, (?:is|are) due, due (?:on|by|within)',
  'has to, have to',
);

/** Verbs for things that somebody does once and can then tick off. */
export const ZH_DEED = chinese(
  '支付, 付清, 缴纳, 交纳, 汇入, 开具, 归还, 返还, 退还',
  '提交, 交付, 提供, 报送, 寄送, 送达, 上报, 移交, 披露, 发货, 采购',
  '通知, 公布, 确认, 答复, 回复, 签署, 续签, 填写, 登记, 备案',
  '办理, 完成, 更新, 上线, 开通, 安装, 验收, 更换, 修复, 整改',
  '参加, 出席, 培训, 搬离, 腾退',
);

export const EN_DEED = english(
  'pay, paid, payment, refund, reimburse, remit, invoice',
  'submit, deliver, provide, notify, return, respond, furnish, send, give, file, report, contact',
  'complete, register, sign, execute, issue, renew, apply, confirm, fill, attend',
  'obtain, maintain, install, repair, replace, review, prepare, transfer, destroy, cease',
);

/** Rights, definitions and liabilities. They are worded like duties, but there is nothing to do. */
export const ZH_NO_TASK = chinese(
  '有权, 可以?(?:自|在|依法|向|申请|要求|随时), 应(?:视为|理解|被视|适用|以.{0,12}为准|属于|包括), 不应, 无需, 无须, 不需要, 是指',
  '承担(?:全部|相应|违约|赔偿|连带|法律|一切)?.{0,6}(?:责任|损失), 由.{0,10}管辖, 不可抗力',
);

export const EN_NO_TASK = english(
  'shall (?:be deemed|mean|have the right|be governed|be construed|constitute|remain|survive|apply)',
  'shall (?:include|not be liable|commence|continue|prevail|take precedence|have no|inure)',
  '(?:shall|will) (?:retain|(?:not )?be (?:entitled|considered|binding|final|required|interpreted|similar))',
  '(?:shall|must) not, may not, means, whereas, in witness whereof, is entitled to, must have been',
  'must be (?:noted|true)',
);

function chinese(...lists: readonly string[]): RegExp {
  return new RegExp(anyOf(...lists), 'u');
}

/** Returns a pattern that matches whole words only. */
function english(...lists: readonly string[]): RegExp {
  return new RegExp(`\\b${anyOf(...lists)}\\b`, 'iu');
}
