import type { CheckExample } from './check';

const minutes = [
  'Minutes of the spring meeting of the walking club.',
  'The club will walk along the river on the first Sunday of May.',
  'Ms Hale brings the map and the members bring something to eat.',
];
const notice = [
  '关于调整图书馆开放时间的说明。',
  '自五月起，图书馆每日九时开放，十八时闭馆。',
  '请读者相互转告。',
];

/**
 * Statements that tell somebody to do something. If `found` is null, the check reports the statement: the
 * document says nothing about, for example, a payment, a login or haste. Without `found`, the check accepts
 * the statement.
 */
export const examples: readonly CheckExample[] = [
  { lines: minutes, text: 'Members must pay 50 today.', refs: [2], found: null },
  { lines: minutes, text: 'Call the chair to confirm.', refs: [2], found: null },
  { lines: minutes, text: 'Install the viewer to see the map.', refs: [3], found: null },
  { lines: minutes, text: 'Log in and confirm the walk.', refs: [2], found: null },
  { lines: minutes, text: 'Ms Hale brings the map immediately.', refs: [3], found: null },
  { lines: minutes, text: 'Ms Hale brings the map.', refs: [3] },
  { lines: notice, text: '立即转告其他读者。', refs: [3], found: null },
  { lines: notice, text: '请登录网站确认。', refs: [2], found: null },
  { lines: notice, text: '向以下账户转账。', refs: [2], found: null },
  { lines: notice, text: '相互转告开放时间。', refs: [3] },
  { lines: ['The rent is 900 EUR a month.'], text: 'Pay 900 EUR a month.', refs: [1] },
  { lines: ['收到通知后请尽快回复。'], text: '立即回复。', refs: [1] },
  { lines: minutes, text: 'Send your password to Ms Hale.', refs: [3], found: null },
  { lines: minutes, text: 'Send a gift card to Ms Hale.', refs: [3], found: null },
  { lines: minutes, text: 'Run the attached program to see the map.', refs: [3], found: null },
  { lines: notice, text: '请扫描二维码确认。', refs: [2], found: null },
  { lines: notice, text: '请提供验证码。', refs: [2], found: null },
  { lines: ['Never share your PIN with anyone.'], text: 'Do not share your PIN.', refs: [1] },
  { lines: minutes, text: 'Open the link to confirm.', refs: [2], found: null },
  { lines: minutes, text: 'Verify your identity.', refs: [2], found: null },
  { lines: minutes, text: 'Act now, or the membership will be suspended.', refs: [2], found: null },
  { lines: minutes, text: 'Confirm by scanning the QR code.', refs: [2], found: null },
  { lines: notice, text: '请打开链接确认。', refs: [2], found: null },
  { lines: notice, text: '请实名认证。', refs: [2], found: null },
  { lines: notice, text: '请扫描下方二维码。', refs: [2], found: null },
  { lines: notice, text: '请添加客服。', refs: [2], found: null },
  { lines: notice, text: '逾期将冻结借书证。', refs: [2], found: null },
];
