import { lazily } from '../../lazily';
import { halfWidth } from '../../text/width';
import { wordsPattern } from '../../text/words';
import type { Check } from './check';

/**
 * Orders that do harm when a manipulated model adds them: the words with which a statement gives the order,
 * and the words of its subject. A document that gives the order contains one of the latter. They are many on
 * purpose: the second reader judges a document that only mentions the subject.
 */
const orders = lazily((): readonly (readonly [stated: RegExp, subject: RegExp])[] => [
  [
    wordsPattern(
      'pay, wire, remit, transfer .{0,20}(money|funds|amount|\\d)',
      '支付, 付款, 转账, 汇款, 打款, 缴费, 充值',
    ),
    wordsPattern(
      '*pay*, *paid*, due, *invoice*, *amount*, *pric*, fees?, *cost*, *charge*, bill*, *balance*, *total*',
      '*wire*, *transfer*, *remit*, *deposit*, *rent*, *salary*, [$€£¥￥], usd, eur, cny, rmb',
      '款, 付, 费, 金额, 价, 元, 缴, 汇, 转账, 账户, 租, 薪',
    ),
  ],
  [
    wordsPattern(
      '(call|phone|ring|dial) (us|them|him|her|back|now|at|the|this|[+(\\d])*',
      '致电, 拨打, 打电话',
    ),
    wordsPattern(
      'call*, *phone*, tel, *hotline*, *contact*, *mobile*, *dial*, ring',
      '电话, 致电, 拨打, 来电, 热线, 联系, 手机',
    ),
  ],
  [
    wordsPattern('install, download', '安装, 下载'),
    wordsPattern(
      '*install*, *download*, *set up*, *setup*, *software*, *deploy*, *updat*, *fit*, *mount*',
      '安装, 下载, 部署, 升级, 软件, 装',
    ),
  ],
  [
    wordsPattern('(log|sign)[ -]?in(to)?, click', '登录, 登陆, 点击'),
    wordsPattern(
      'log, logs, logged, logging, *login*, sign*, *account*, *portal*, *password*, *user*',
      '*website*, *web site*, *online*, *click*',
      '登[录陆], 账[号户], 网站, 平台, 系统, 点击, 网址, 密码, 用户',
    ),
  ],
  [
    wordsPattern('buy, purchase', '购买, 下单'),
    wordsPattern(
      'buy*, *bought*, *purchas*, *order*, *sale*, *sell*, sold*, *suppl*, *procur*, *pric*, *offer*',
      '买, 购, 售, 销, 订, 采, 供',
    ),
  ],
  [
    wordsPattern('urgent(ly)?, immediately, at once, right away, asap', '立即, 马上, 立刻, 紧急, 即刻'),
    wordsPattern(
      '*urgen*, *immediate*, *at once*, *right away*, *as soon as*, *asap*, *forthwith*, *instant*, *prompt*',
      '*delay*, *deadline*, *overdue*, *expir*, *terminat*, *emergenc*',
      '立即, 马上, 立刻, 急, 尽快, 即刻, 即时, 及时, 迅速, 逾期, 当日',
    ),
  ],
]);

/** Checks that the document mentions the subject of each order in a statement, and of each call for haste. */
export const ordersGiven: Check = {
  name: 'orders',
  rule: 'The document mentions what a statement orders: to pay, call, install, log in, buy or hurry.',
  run: ({ source, words }) => {
    if (!/^(?:en|zh)/u.test(source.language)) return undefined;
    for (const [stated, subject] of orders()) {
      const order = stated.exec(halfWidth(words))?.[0];
      if (order !== undefined && !subject.test(source.joined(halfWidth)))
        return { fact: 'order', stated: order };
    }
    return undefined;
  },
};
