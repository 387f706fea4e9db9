import { lazily } from '../../lazily';
import { halfWidth } from '../../text/width';
import type { Check } from './check';

/**
 * Orders that harm when a manipulated model adds them, each with the words of a statement that give it, and
 * the words of which a document that gives it has at least one. The second lists are wide on purpose: a
 * document that only touches the subject is left to the second reader.
 */
const orders = lazily((): readonly (readonly [stated: RegExp, known: RegExp])[] => [
  [
    /\b(?:pay|wire|remit)\b|\btransfer\b.{0,20}(?:money|funds|amount|\d)|支付|付款|转账|汇款|打款|缴费|充值/iu,
    /pay|paid|\bdue\b|invoice|amount|pric|\bfees?\b|cost|charge|\bbill|wire|transfer|remit|deposit|balance|total|rent|salary|[$€£¥￥]|\b(?:usd|eur|cny|rmb)\b|款|付|费|金额|价|元|缴|汇|转账|账户|租|薪/iu,
  ],
  [
    /\b(?:call|phone|ring|dial)\s+(?:us|them|him|her|back|now|at|the|this|\+?\d|\()|致电|拨打|打电话/iu,
    /\bcall|phone|\btel\b|hotline|contact|mobile|dial|\bring\b|电话|致电|拨打|来电|热线|联系|手机/iu,
  ],
  [
    /\b(?:install|download)\b|安装|下载/iu,
    /install|download|set ?up|software|deploy|updat|fit|mount|安装|下载|部署|升级|软件|装/iu,
  ],
  [
    /\b(?:log|sign)[ -]?in(?:to)?\b|\bclick\b|登录|登陆|点击/iu,
    /\blog(?:s|ged|ging)?\b|login|\bsign|account|portal|password|website|web ?site|online|click|user|登[录陆]|账[号户]|网站|平台|系统|点击|网址|密码|用户/iu,
  ],
  [
    /\b(?:buy|purchase)\b|购买|下单/iu,
    /\bbuy|bought|purchas|order|sale|sell|\bsold\b|suppl|procur|pric|offer|买|购|售|销|订|采|供/iu,
  ],
  [
    /\b(?:urgent(?:ly)?|immediately|at once|right away|asap)\b|立即|马上|立刻|紧急|即刻/iu,
    /urgen|immediate|at once|right away|delay|prompt|as soon as|asap|forthwith|instant|deadline|overdue|expir|terminat|emergenc|立即|马上|立刻|紧急|尽快|即刻|即时|及时|迅速|逾期|加急|当日|应急|急/iu,
  ],
]);

/** Checks that the document mentions the subject of each order in a statement, and of each call for haste. */
export const ordersGiven: Check = {
  name: 'orders',
  rule: 'The document mentions what a statement orders: to pay, call, install, log in, buy or hurry.',
  run: ({ source, words }) => {
    if (!/^(?:en|zh)/u.test(source.language)) return undefined;
    for (const [stated, known] of orders()) {
      const order = stated.exec(halfWidth(words))?.[0];
      if (order !== undefined && !known.test(source.joined(halfWidth)))
        return { fact: 'order', stated: order };
    }
    return undefined;
  },
};
