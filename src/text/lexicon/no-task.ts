/**
 * Some sentences have a day or a verb of action, but leave nothing to do for the reader. These regular
 * expressions match the words by which such sentences are distinguished from tasks.
 */
import { anyOf } from '../words';

/** An event with its day. The reader has nothing to do by this day. */
export const EVENT = new RegExp(
  anyOf(
    '将于, 定于, 拟于, 原定, 举办, 举行, 预定于',
    '\\b(?:will|to) (?:take place|be held|start|open|close|begin|end)\\b',
    '\\b(?:starts|begins|opens|closes|ends|takes place)\\b',
  ),
  'iu',
);
/** A hint where readers can ask questions or read more, if they want to. */
export const CONTACT = new RegExp(
  anyOf(
    '未尽事宜, 联系(?:人|电话|方式|地址)\\s*[:：为], (?:咨询|服务|联系)?电话\\s*[:：]',
    '[如若]?有(?:任何)?(?:疑问|问题|不明|异议)',
    '^[^\\p{L}\\p{N}]*(?:https?:|www\\.)\\S+\\s*$, \\bfor (?:more|further) (?:information|details)\\b',
    '\\b(?:any|have|with) (?:further |other )?questions?\\b',
  ),
  'iu',
);
/** An opinion or an invitation. Nobody has to act on it. */
export const OPINION = new RegExp(
  anyOf(
    '\\b(?:think|feel|believe|seems?|agree with|like to|would|should be|interested|curious)\\b',
    '\\b(?:thanks?|welcome|congratulations)\\b, 觉得, 认为, 应该是, 建议, 感谢, 祝贺, 预祝',
  ),
  'iu',
);
/** Advice that holds in general, or only in some cases. */
export const GENERAL = new RegExp(
  anyOf(
    '\\b(?:always|often|usually|generally|typically|normally|if you|whenever|when you)\\b',
    '一般, 通常, 如有, 如果, 如需, 若, 尽量, 切勿, 时刻, 自觉',
  ),
  'iu',
);
/** A permission or a possibility. */
export const MAY = /\b(?:may|might|can|could)\b(?! you)|可以?(?!行|能|靠|视)|自愿/iu;
/** The name of a deadline, often in a line without a verb: `Camera-ready version due: 6 May`. */
export const DUE = /\b(?:deadline|due)\b|截止|(?:报名|提交|缴费|报送|报到)时间/iu;
/** The plan of the reader's next days, in a letter of welcome: `You'll meet Ann on Monday.` */
export const YOU_WILL =
  /\byou(?:'ll| will) (?!be\b|have\b|find\b|see\b|notice\b|get\b|not\b|need\b|receive\b)/iu;
/** A person or a team that a message mentions: `@ann`. */
export const MENTION = /(?:^|[\s\p{P}\p{Script=Han}])@[\p{L}\d]/u;
/** A day by which somebody expects to be ready. */
export const EXPECTED = /预计|计划(?:于|在)|争取|力争|\bby (?:the )?end of\b|\beta\b/iu;
/** A question, also one without a question mark: `do we need a policy`. */
export const QUESTION = new RegExp(
  [
    '[?？]|^[^\\p{L}]*(?:\\p{L}+[,:] )?(?:do|does|is|are|can|could|how|what|why|which|whether|should) ',
    '(?:we|i|it|there|this|that|the|to|people)\\b|是否需?要?再?(?:考虑|讨论)',
  ].join(''),
  'iu',
);
