/**
 * Regular expressions for Chinese and English sentences that ask somebody to do something. Words of duty
 * are in `duty.ts`, and words of tasks are in `task.ts`.
 */
import { anyOf } from '../words';
import { ENGLISH_PARTY } from './parties';

/** Words that can begin an English sentence and are not verbs of action. */
const NO_VERB = anyOf(
  'thank, thanks, is, are, was, were, be, been, has, have, had, does, did, may, might, can, could, will',
  'would, shall, should, must, if, when, while, where, as, because, since, although, though, unless',
  'until, till, and, or, but, nor, so, yet, than, that, which, who, what, why, how, whether, this',
  'these, those, he, she, it, we, they, you, i, there, here, both, all, some, many, most, few, each',
  'every, any, no, none, one, in, on, at, by, for, from, to, of, with, without, within, under, over',
  'after, before, during, about, against, between, among, through, into, onto, upon, across, along',
  'behind, beyond, despite, except, inside, near, off, out, outside, per, regarding, given, past',
  'towards?, up, via, like, unlike, beside, besides, above, below, throughout, not, only, even, also',
  'just, then, thus, now, once, again, too, very, quite, such, dear, re, let, see, note, half, twice',
  '[a-z]+(?:ing|ed|ly|ss|ness|ity|ment|ion)',
);
/** If one of these words follows the first word of a sentence, the first word is usually a verb. */
const AFTER_VERB = anyOf(
  'the, an?, your, our, my, his, her, its, their, this, that, these, those, it, them, us, me, him',
  'yourself, all, any, both, each, every, enough, one, two, three, whether, how, up, out, off, sure',
);
/** A verb and the beginning of its object. */
const ORDER = `(?!${NO_VERB}\\b)[a-z]{2,} (?:${AFTER_VERB})\\b`;
/** A command at the start of a sentence or list item: `Fill a few bottles`. */
export const EN_ORDER = new RegExp(`^(?:please )?${ORDER}`, 'iu');
/** A command in a later clause: `There is one more thing: bring your passport`. */
export const EN_LATER_ORDER = new RegExp(
  `(?:[:;]|, (?:so |and |then )?(?=please)|^[^,]{4,60}, )(?: ?please)? ?${ORDER}`,
  'iu',
);
/** Words that ask for an action or announce one. */
export const EN_ASKED = new RegExp(
  `\\b${anyOf(
    '(?:could|can|would|will) you, (?:is|are|am) (?:going )?to (?!be\\b)[a-z]+, let (?:us|me) know',
    'asked (?:(?:him|her|them|us|me|members?|everyone) to|that)',
    '(?:remember|asked|invited|instructed|requested|reminded|urged|agreed|offered|promised|supposed) to',
    "make sure, you are expected to, (?:i|we)(?:'ll| will)(?! (?:also |now |then )?(?:not|be|have)\\b)",
    'undert(?:akes|ook) to, agreed that .{2,30} would',
    'we expect, we await',
  )}\\b`,
  'iu',
);
/** A duty about a thing: `has to be signed`, `is to be paid`, `falls due`. */
export const EN_PASSIVE = new RegExp(
  `\\b${anyOf(
    '(?:must|shall|should|has to|have to|needs? to|is to|are to) be [a-z]+(?:ed|en|t|id)',
    '(?:is|are|becomes?) payable, falls? due, (?:is|are) (?:still )?(?:missing|outstanding|required|needed)',
  )}\\b`,
  'iu',
);
/** A day that is near for the writer: a weekday, `tomorrow`, `this week`. */
export const NEAR_DAY = new RegExp(
  anyOf(
    '\\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight)\\b',
    '\\b(?:this|next) (?:week|month|weekend)\\b',
    '(?:这|本|下)?(?:周|星期|礼拜)[一二三四五六日天末], 明天, 今天, 明日, 月底, 本周, 这周',
    '\\d{1,2}[日号](?!楼|线|院)',
  ),
  'iu',
);
/** One or more names of people. The comma is in brackets, because `anyOf` splits its lists at commas. */
const NAMES = '@?\\p{Lu}\\p{L}+(?: \\p{Lu}\\b\\.?)?(?:(?: and |[,] | & | ?[+/] ?)@?\\p{Lu}\\p{L}+)*';
/**
 * A person, and then what this person does: `Jakub hosts the demo`, `Max: talk to sales`,
 * `Ann + Ben - agenda`.
 */
export const EN_NAMED_DEED = new RegExp(
  `^(?!(?:The|This|That|It|There|What|Who|He|She|Which|No|Any|Some|All|Each) )${anyOf(
    '\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)? \\p{Ll}+s (?:the|an?|them|it|his|her|their|with|to|in)\\b',
    `@?\\p{L}{2,14}(?::| -)? (?!${NO_VERB}\\b)\\p{Ll}{2,} ${AFTER_VERB}\\b`,
    `${NAMES} [-–—] \\p{L}`,
  )}`,
  'u',
);
/** An empty checkbox at the start of a list item. */
export const OPEN_BOX = /^[\s\-*•]*(?:\[ ?\]|[☐□])/u;
/** A ticked checkbox at the start of a list item. */
export const TICKED_BOX = /^[\s\-*•]*(?:\[[xX✓✔]\]|[☑✅✓✔])/u;

/** Words that ask somebody for an action. */
export const ZH_ASKED = new RegExp(
  anyOf(
    '麻烦(?:您|你|各|大家|把|将), 烦请, 敬请(?!谅解|关注|期待|见谅|知悉), 恳请, 记得, 抓紧, 务必, 务于, 责令, 尽快',
    '[还尚均也]需(?!求|要?注意|要?讨论|要?研究), 还要, 还[差缺]',
    '(?:^|[^申邀聘提])请(?!假|示|求|问|柬|帖|参|见|勿|不要|谅)',
    '要求[^，。]{2,12}(?=[在于将把就拿填报提]), 授权[^，。]{2,12}(?=[在于将把就])',
    '由[^，。]{2,12}(?:负责|牵头|主持|起草|联系|办理|提供|完成|提出|组织|协调)',
  ),
  'u',
);
/** A period or a day in Chinese. */
const SPAN =
  '(?:[\\d一二三四五六七八九十]+个?(?:日|号|天|点|时|周|月|工作日)[^，。；]{0,6}|月?底|本周|当[日天])';
/** A limit of time and an action after it: `4月26日前把货物送到`, `10天内付清`. */
export const ZH_LIMITED = new RegExp(
  `${SPAN}[之以]?[前内][，,]?[^，。；]{0,24}[把将向交付缴送填报寄发完提办到领取清告通确定开签回补收退写做]`,
  'u',
);
/** A clause that starts with a verb of action, such as 提交 or 填写. */
export const ZH_ORDER = new RegExp(
  `(?:^|[，；：。])\\s*(?:自行|提前|及时|同时|统一|如实|逐[一笔条人]|一并|抓紧|按时|准时|先|再|并|也|都|各自)*${anyOf(
    '携带, 带[好上齐着], 备[好齐], 准备, 储备, 关[好闭], 拿[好走], 领取, 缴[纳费交], 交[给到齐清至回]',
    '交(?=\\p{Script=Han}{0,8}(?:表|材料|报告|作业|费|款)), 填[写好报], 写[好明清], 签[好字署], 寄[到至送回]',
    '发[给到送我至], 送[到交至达], 上传, 下载, 打印, 登录, 扫[码描], 提交, 提供, 上报, 报[送名备到]',
    '补[充交齐办缴], 更[新改换正], 修[改订复], 重[新绘做写], 核[对实], 检查, 自查, 整[改理], 清[理点退]',
    '联系, 通知, 告知, 转告, 回[复执], 确认, 安排, 预约, 办[理好妥], 申请(?!人|书|表), 购[买置], 采购, 付[清款], 支付',
    '汇[入至到款], 打[款包], 退[回还], 归还, 参加, 出席, 召开, 组织, 落实, 制定, 起草, 编制, 拟[定订], 完成',
    '到[\\p{Script=Han}\\d]{2,16}(?:办理|报到|签到|领取|完成|登记|集合)',
    '[跟找与和][^，。；]{1,16}?(?:商量|对接|沟通|报备|确认|询价|讨论|协调|探讨|对齐|交流|达成)',
  )}`,
  'u',
);
/** Somebody pays an amount or a percentage. */
export const PAYS = new RegExp(
  anyOf(
    '(?:支?付|缴纳?|交纳?|汇)[^，。；]{0,12}?(?:[\\d,.]+ ?万?元|[\\d.]+ ?%|百分之|￥|押金|定金|首期|预付)',
    '(?:[\\d,.]+ ?万?元|[\\d.]+ ?%)[^。；]{0,12}?(?:付清|付至|支付|缴纳|付款)',
    '\\b(?:pays?|payable|paid|payment|deposit|fee|transfer(?:red)?)\\b[^.;]{0,60}(?:[$€£]|\\b[A-Z]{3}) ?\\d',
  ),
  'iu',
);
/** A greeting or an addressee at the start of a line, as in a letter or mail. */
export const GREETING = new RegExp(
  `(?:^|\\n)\\s*${anyOf(
    'dear\\b, (?:hi|hello)\\b, to:, ladies and gentlemen, mr\\.? , ms\\.? , mrs\\.? ',
    '收件人, 尊敬的, 各位, 各有?关?[\\p{Script=Han}]{2,12}[：:], 致[\\p{Script=Han}]',
    '[\\p{Script=Han}]{2,16}(?:老师|先生|女士|同学|公司)[：:]',
  )}`,
  'iu',
);

/** Words that announce an event, a rule or other text. They do not request an action. */
export const ANNOUNCES = new RegExp(
  anyOf(
    '(?:如下|附后)[:：。]?\\s*$, 另行(?:通知|公布|安排), 为准, 即将, 现将[^，。]{2,40}(?:通知|公告|公布|印发|说明), 视为',
    '定于, 恢复(?:正常|供), 包括但不限于, ^.{2,10}\\d?指[\\p{Script=Han}]{4,}',
    '\\b(?:as follows|to be announced|is attached|are attached)\\b',
  ),
  'iu',
);
/**
 * An English sentence in which the subject comes before a verb such as "is". The first word of such a
 * sentence is not a command.
 */
export const STATES = new RegExp(
  [
    `^(?!(?:[\\p{L}' ]{2,40} )?${anyOf('that, which, who, what, where, if, whether, how, when, while')}\\b)`,
    "[^,;:]{2,40}?(?: (?:is|are|was|were|has|had|does)|'s) ",
  ].join(''),
  'iu',
);
/** Verbs for actions that a party usually does only one time. */
const DOES_ONCE = anyOf(
  '(?:re)?pay, return, deliver, sign, execute, transfer, assign, issue, reimburse, resign, surrender, submit',
  'refund, vacate, send, give, grant, purchase, forgive',
);
/** A party, `you`, `we` or `I` will or must do something one time, such as a payment. */
export const PARTY_WILL = new RegExp(
  [
    `(?:^|[ (])(?:${ENGLISH_PARTY}|you|we|i) (?:also |hereby |further )?`,
    `(?:will|shall|must|agrees? to)\\b[^.;]{0,70}?\\b${DOES_ONCE}\\b`,
  ].join(''),
  'iu',
);
/** 将 or 把, its object, and a verb such as 报 or 填: `将考场安排表报教务科`. */
export const ZH_OBJECT_FIRST =
  /(?:将|把)[^，。；将把]{2,40}?(?:报送?|上报|提?交|送|发(?!展|生|挥|现)|寄|录入|填|上传|反馈|退|归?还|汇|存入|张贴|告知|通知|移交|拿)/u;
