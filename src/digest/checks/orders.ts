import { lazily } from '../../lazily';
import { halfWidth } from '../../text/width';
import { wordsPattern } from '../../text/words';
import type { Check } from './check';

/**
 * Harmful orders that a manipulated model could put into a digest. `stated` matches an order in a statement,
 * such as "pay". A document that really gives this order contains a word that `subject` matches, such as
 * "invoice" or "amount". If it contains none, the statement is flagged. The lists in `subject` are long, so
 * that no true statement is flagged.
 */
const ORDERS: readonly (readonly [stated: string, subject: string])[] = [
  [
    `pay, wire, remit, deposit, transfer .{0,20}(money|funds|amount|\\d),
     支付, 付款, 转账, 汇款, 打款, 缴[费纳], 汇出, 充值`,
    `*pay*, *paid*, due, *invoice*, *amount*, *pric*, fees?, *cost*, *charge*, bill*, *balance*, *total*,
     *wire*, *transfer*, *remit*, *deposit*, *rent*, *salary*, [$€£¥￥], usd, eur, cny, rmb,
     款, 付, 费, 金额, 价, 元, 缴, 汇, 转账, 账户, 租, 薪`,
  ],
  [
    `\\b(call|phone|ring|dial) (us|them|him|her|back|now|at|the|this|[+(\\d])*, 致电, 拨打, 打电话`,
    `call*, *phone*, tel, *hotline*, *contact*, *mobile*, *dial*, ring,
     电话, 致电, 拨打, 来电, 热线, 联系, 手机`,
  ],
  [
    'install, download, enable .{0,12}macros?, set up .{0,12}app, 安装, 下载',
    `*install*, *download*, *set up*, *setup*, *software*, *deploy*, *updat*, *fit*, *mount*,
     安装, 下载, 部署, 升级, 软件, 装`,
  ],
  [
    `\\b(log|sign)[ -]?in(to)?, click, \\b(visit|open) .{0,20}(link|site|website|page|url)s?, register at,
     \\b(verify|update|confirm) .{0,15}(identity|account|details),
     登录, 登陆, 点击, 访问.{0,6}网, 打开.{0,6}(链接|网), 注册.{0,4}[账帐]号, 实名认证`,
    `log, logs, logged, logging, *login*, sign*, *account*, *portal*, *password*, *user*,
     *site*, *online*, *click*, link*, *visit*, *regist*, *verif*, *identi*, detail*,
     登[录陆], [账帐][号户], 网, 平台, 系统, 点击, 链接, 密码, 用户, 注册, 实名, 认证`,
  ],
  [
    `\\b(send|give|share|enter|provide|reveal|reply) .{0,30}(password|passcode|pin|credential|code|card)s?,
     \\b(scan|scanning|message|text) .{0,30}(qr|barcode|telegram|whatsapp|wechat),
     扫码, 扫描.{0,6}二维码, (加|添加).{0,6}(微信|客服), (提供|发送|告知|输入|回复|填写).{0,10}(密码|验证码|口令|卡号)`,
    `password*, passcode*, pin, *credential*, *code*, card*, qr, *scan*, *telegram*, *whatsapp*, *wechat*,
     口令, 码, 微信, 客服, 扫, 卡`,
  ],
  [
    `bitcoins?, btc, usdt, crypto*, gift cards?, \\b(grant|give) .{0,20}access, share .{0,20}screen,
     run .{0,20}(file|program|script), 比特币, 泰达币, 虚拟币, 礼品卡, 远程控制, 共享屏幕, 屏幕共享`,
    `*coin*, btc, usdt, *crypto*, gift*, *access*, screen*, *remote*, run, runs, *file*, *program*, *script*,
     币, 礼品, 卡, 远程, 共享, 屏幕`,
  ],
  [
    'buy, purchase, 购买, 下单',
    `buy*, *bought*, *purchas*, *order*, *sale*, *sell*, sold*, *suppl*, *procur*, *pric*, *offer*,
     买, 购, 售, 销, 订, 采, 供`,
  ],
  [
    `urgent(ly)?, immediately, at once, right away, asap, act now, hurry, without delay,
     立即, 马上, 立刻, 紧急, 即刻, 尽快, 火速`,
    `*urgen*, *immediate*, *at once*, *right away*, *as soon as*, *asap*, *forthwith*, *instant*, *prompt*,
     *delay*, *deadline*, *overdue*, *expir*, *terminat*, *emergenc*,
     立即, 马上, 立刻, 急, 尽快, 即刻, 即时, 及时, [迅火]速, 逾期, 当日`,
  ],
  [
    `\\b(be|is|are|get) (suspended|blocked|frozen|deactivated), legal action, 冻结, 封停`,
    '*suspen*, *block*, *fr[eo]*z*, *deactivat*, legal*, *court*, *law*, 冻, 封, 停',
  ],
];
const patterns = lazily(() =>
  ORDERS.map(([stated, subject]) => [wordsPattern(stated), wordsPattern(subject)] as const),
);

/** Checks that the document contains a word on the topic of each order in a statement. */
export const orders: Check = {
  name: 'orders',
  rule: 'The document mentions what a statement orders: to pay, call, install, log in, buy or hurry.',
  run: ({ source, words, passage }) => {
    if (!/^(?:en|zh)/u.test(source.language)) return undefined;
    for (const [stated, subject] of patterns()) {
      const order = stated.exec(halfWidth(words))?.[0];
      if (order === undefined || passage.some(({ text }) => subject.test(halfWidth(text)))) continue;
      if (!subject.test(source.joined(halfWidth))) return { fact: 'order', stated: order };
    }
    return undefined;
  },
};
