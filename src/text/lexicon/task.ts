/**
 * Words and forms in Chinese and English that show whether somebody still has to do something. More words,
 * for duties, are in `duty.ts`. {@link anyOf} describes the form of the lists.
 */
import { anyOf } from '../words';

/** The beginning of a line, with its bullet if it has one. */
export const BULLET = '^[\\s•●▪*\\-–—]*';

/** A label before a task, in the minutes of a meeting or in a mail: `Action:`, `待办：`. */
export const TASK_LABEL = new RegExp(
  `${BULLET}${anyOf(
    '\\[?(?:act(?:ion)?(?: items?| points?| required)?|ai)\\]?(?: (?:for |on )?\\p{Lu}\\p{L}+)?',
    'to[- ]?do, follow-?up, next steps?, 待办(?:事项)?, 行动项, 任务, 后续(?:工作|事项)?, 下一步',
    '(?:本期)?遗留(?:问题|事项)',
  )}\\s*[:：]\\s*(?=\\S)`,
  'iu',
);
/** A heading above a list of tasks. */
export const TASK_HEADING = new RegExp(
  anyOf(
    '\\bactions?\\b, to[- ]?dos?\\b, next steps?, follow-?ups?, deadlines?, how to apply',
    'important dates, key dates, what (?:you|we) (?:have to|need), next week',
    ' before you (?:start|come|leave)',
    '待办, 行动(?:项|计划), 工作(?:安排|计划|任务|要点), 下一步, 后续(?:工作|事项|安排|计划), 遗留(?:问题|事项), 工作要求, 有关要求',
    '时间安排, 报送, 报名, 申报(?:程序|要求), 具体(?:安排|要求), 重要(?:日期|时间)',
  ),
  'iu',
);

/** The first line of a list of attachments. */
export const ATTACHMENT = /^\s*(?:附件[\d一二三四五]{0,2}\s*[:：、.．]|attachments?\s*:)/iu;
const ISSUE_WORD = '[a-z][\\w.-]*(?:\\/[\\w.-]+)*';
/** The title of an issue or a change: `doc: add …`, `… #1234`. */
export const ISSUE_TITLE = new RegExp(
  // A comma, a space or a bracket is required between two words. Otherwise, the pattern would try all ways in
  // which a long word can be divided into three.
  `${BULLET}\\[?${ISSUE_WORD}(?:(?:,\\s?|\\s|(?=\\[))\\[?${ISSUE_WORD}){0,2},?\\s?:\\s(?=\\S)|` +
    '#\\d+[\\])]*\\s*$',
  'u',
);

/** Words that begin with a capital letter like a name, but are not a name. */
const NO_NAME = anyOf(
  'The , This , That , It , There , You , These , Those , Each , Any , If , No ',
  '\\p{L}+ing , \\p{L}{3,}(?:[^mr]ed|ion) ',
);
/** The name of a person or a group in a line of minutes, or a user name with `@`: `@ken`. */
const NAME = `(?:(?!${NO_NAME})\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)?|@[\\p{L}\\d_-]{2,})`;
const VERB_EN = anyOf(
  'add, address, announce, apply, arrange, ask, assign, attend, bring, build, call, check, circulate',
  'clarify, collect, come up, complete, confirm, contact, continue, coordinate, create, define',
  'deliver, discuss, distribute, draft, ensure, explore, file, fill, finali[sz]e, find, finish, fix',
  'follow up, get, give, identify, implement, incorporate, inform, investigate, invite, join, look',
  'make, merge, move, notify, organi[sz]e, pay, plan, post, prepare, present, propose, provide',
  'publish, push, put, reach out, read, register, release, remove, reply, report, request, research',
  'resolve, respond, return, review, revise, schedule, send, set up, share, sign, solicit, start',
  'submit, summari[sz]e, take, talk, test, try, update, upload, verify, work, write',
);

/** The base form of a verb of action, anywhere in the text. */
export const EN_VERB = new RegExp(`\\b${VERB_EN}\\b`, 'iu');

/** A group that acts: `The working group will …`. */
const GROUP = '[Tt]he (?:working )?(?:group|team|board|committee|chair|secretary|members?)';
const WHO = [
  `(?:^|[.;:•]\\s*|^[\\s•*\\-]*)(?:${NAME}|${GROUP}|we|[iI]|all|everyone)`,
  `(?:(?:,? and |, |/| & )${NAME})*(?: \\([^)]{1,24}\\))?,?`,
].join('');
const DOES = '\\s+(?!be\\b|have\\b|not\\b)(?:also\\s+|then\\s+|now\\s+)?\\p{Ll}{2,}';
/** `Ken will …`, `I'll …`, `Will …`: somebody announces an action. */
export const EN_WILL = new RegExp(
  [
    `(?:${WHO}(?:'ll|\\s+(?:will|is going to|are going to))`,
    `|(?:^|[.;:•]\\s*)Will|, (?:so )?[Ww]e(?:'ll| will))${DOES}`,
  ].join(''),
  'u',
);
/** A thing that is to be done, without a verb before "to": `Confirmation to be sought from the bank`. */
const TO_BE_DONE = [
  "^[\\s•*\\-–]*(?:(?!(?:is|are|was|were|has|have|had|seems?)\\b)[\\p{L}'’-]+ ){1,6}",
  'to be \\p{Ll}{2,}(?:ed|en|t|id)\\b',
].join('');
/** Short forms in the minutes of a meeting: `Neil to post …`, `Neil: to post …`, `to post …`. */
export const EN_TO = new RegExp(`(?:${WHO}:?\\s+[Tt]o|^[\\s•*\\-–]*to)${DOES}|${TO_BE_DONE}`, 'u');
/** A duty of the reader of a letter. */
export const EN_YOU =
  /\byou (?:must|should|shall|will need to|need to|have to|are (?:required|asked|requested) to|agree to)\b/iu;
/** A sentence that begins with a verb of action: `Send feedback to Ray.` */
export const EN_IMPERATIVE = new RegExp(`^[\\s•●*\\-–]*(?:please\\s+|kindly\\s+)?${VERB_EN}\\b(?!ed)`, 'iu');
export const EN_NEED = new RegExp(
  `\\b${anyOf(
    'needs? to, have to, has to, should, must, ought to',
    '(?:is|are) (?:asked|requested|invited|required|expected) to',
  )}\\b`,
  'iu',
);
/** Verbs after "please" that only point to a text or a place, as in `please see page 3`. */
const REFERS = 'see|refer|note|read|visit|find|be aware';
/** Requests such as `please send …` and `we ask you to …`, but not `please see …` or `please contact …`. */
export const EN_PLEASE = new RegExp(
  anyOf(`\\bplease\\b(?!\\s+(?:${REFERS}|do not|contact))`, '\\b(?:ask|request|urge|remind) you to\\b'),
  'iu',
);
/** A reference to another place; it is not a task. */
export const REFERENCE = new RegExp(
  anyOf(
    `\\bplease\\s+(?:${REFERS})\\b`,
    '(?:^|[(;,.]\\s?)(?:see|refer to)\\s+(?:the|our|section|note|page|www|http)',
    '请(?:参见|参阅|见|参考|注意|查阅), 详见',
  ),
  'iu',
);

/** Verbs for the actions that Chinese notices and minutes demand. */
const VERB_ZH = anyOf(
  '填写, 填报, 报送, 上报, 报告, 提交, 递交',
  '交(?=.{0,12}(?:学院|处|部|室|中心|单位|科)), 缴纳, 支付, 付清, 办理',
  '申请(?!人|书|表), 申报, 报名, 登录, 登记, 签署, 签订, 完成, 落实, 组织, 召开, 制定, 编制',
  '修订, 修改, 补充, 补足, 更新, 整理, 汇总, 统计, 核对, 审核, 检查, 自查, 排查',
  '整改, 反馈, 回复, 答复, 确认, 沟通, 对接, 协调, 联系, 通知, 发布, 公布, 发送',
  '寄送, 上传, 下载, 打印, 准备, 安排, 推进, 跟进, 跟踪, 调研, 评估, 测试, 验证',
  '验收, 部署, 上线, 开展, 启动, 组建, 建立, 成立, 输出, 梳理, 明确, 讨论, 同步',
  '交流, 参加, 出席, 提供, 交付, 归还, 退还, 移交, 配合, 分发, 汇报, 探讨, 呈现, 决策, 达成, 商量',
);
export const ZH_VERB = new RegExp(VERB_ZH, 'u');
/** A point of minutes that begins with an action. */
export const ZH_IMPERATIVE = new RegExp(
  `^[\\s•●▪*\\-–—\\d.．、（()）]*(?:${anyOf(
    '后续, 会后, 下次会议, 下一步, 下周, 继续, 尽快, 需要?, 请, 要, 将, 由, 拟, 待',
  )}[^，。；]{0,14})?${VERB_ZH}`,
  'u',
);
/** Words for an action after the meeting, or for the person who has to do it. */
export const ZH_LATER = new RegExp(
  anyOf(
    '会后, 后续(?!信息|费用|支出|计量|期间|的), 下一步, 下次(?:会议|例会), 下周, 本周, 尽快',
    '线下[^，。；]{0,8}(?:讨论|沟通|对齐|确认|交流)',
    '(?:^|[^等期接招对看优])待(?!遇|命|续), 牵头, 跟进, [^，。；]{2,30}一下(?:[，。；）)]|\\s*$)',
    '(?:遗留|延期|推迟)[到至]下次, [^，。]{0,6}后再[^，。]{0,12}(?:汇报|呈现|讨论|上会|评审)',
  ),
  'u',
);
/** Words that demand or announce an action. */
export const ZH_WILL = new RegExp(
  anyOf(
    '(?:^|[^申邀聘提])请(?!假|示|求), (?:^|[^主重需纪摘概简必首次])要(?!求|点|素|么|是|件)',
    '(?:^|[^无必所急按])需(?!求|方), (?:^|[^无])须, (?:^|[^供相响反适对效])应(?!用|收|付|对|急|届)',
    '(?:^|[^模虚])拟(?!合), 将由, 务必, 负责, 承诺',
  ),
  'u',
);

const HAN_NAME = '[\\p{Script=Han}]{2,4}';
const LATIN_NAME = '\\p{Lu}\\p{Ll}+';
/** The name of a person after `@`, as in chats. */
const MENTION = '@\\s?([\\p{L}\\d_-]{2,24})';
/** The owner after the task: `（立明）`, `@Ken`, `-- 姓名`, `[Ken]`. */
export const OWNER_BEHIND = new RegExp(
  `${anyOf(
    `[（(【[]\\s*(?:owner|责任人|负责人)?\\s*[:：]?\\s*(${HAN_NAME}(?:[、，,]\\s*${HAN_NAME})*|${
      LATIN_NAME
    }(?:[ ,/&]+${LATIN_NAME})*)\\s*[)）】\\]]`,
    MENTION,
    `\\s(?:--|——)\\s?(${HAN_NAME}|${LATIN_NAME}(?: ${LATIN_NAME})?)`,
    `\\s[-–—]\\s(${LATIN_NAME}(?:[ /&]+${LATIN_NAME}){0,3}|all)`,
  )}\\s*[。.；;]?$`,
  'u',
);

/** A line that ends with `@` and a name: `更新链接 @小雅`. */
export const MENTIONED_BEHIND = new RegExp(`[\\s\\p{Script=Han}\\p{P}]${MENTION}\\s*[。.；;]?$`, 'u');

/** Words for something that was already done, thought or reported. */
export const REPORTED = new RegExp(
  anyOf(
    `\\b${anyOf(
      'was, were, had, did, been, started, gave, showed, decided, found',
      'introduced, presented, discussed, reported, explained, agreed, suggested, mentioned, noted',
      'asked, thanked, already, nothing (?:else|new)',
      'no (?:announcements?|updates?|changes?|progress|questions?|news)',
      '(?:should|would|could) have',
    )}\\b`,
    '^\\W*(?!need)\\p{L}+ed to\\b',
    '(?:介绍|汇报|讨论|分享|通过|表示|认为|提出|召开|说明|完成|进行|解答|同意)了',
    '表示, 认为, 指出, 介绍, 感兴趣, 欢迎, 诚邀, 已(?:经|完成|于)?, 目前, 了解到',
  ),
  'iu',
);
/** Words at the end of a line that show that its task is done, such as `- completed`. */
export const DONE = new RegExp(
  `(?:[-–—]|[:：(（])\\s*${anyOf(
    '(?:completed|done|merged|closed|resolved|finished|fixed|sent|passed)\\b[^.]{0,20}',
    '(?:pull request |issue )?(?:created|merged)\\b[^.]{0,20}',
    'results?\\b.{0,60}\\b(?:abstained|approved|in favou?r)\\b.{0,40}',
    'results?\\b.{0,80}[,] .{0,30} (?:created and )?merged, 已(?:完成|解决|关闭|处理|合入|发布)',
  )}[\\s)）.。]*$`,
  'iu',
);
/** A need that a person or a group states about itself: `We need to …`, `Need to …`. */
export const WE_NEED = new RegExp(
  [
    "^[\\s•●*\\-–—]*(?:[\\p{L}'’-]+(?: and [\\p{L}'’-]+)?[:,] )?",
    "(?:(?:we|i)(?:'ll| all| still| will)? ?)?",
    '(?:needs?|have|should|must|ought)(?: to)? ',
    '(?!(?:to|be|been|not|have|understand|know|think|see)\\b)[a-z]+',
  ].join(''),
  'iu',
);
/** A Chinese sentence that states what something is. */
export const ZH_STATES = /^[^，。；：]{1,24}(?:是(?!否|由)|属于|指的)[^，。；]{2,}/u;
/** Four or more dates in one sentence, as in the plan of a course. */
export const DAYS = /(?:\d{1,2}\s?月\s?\d{1,2}\s?日.*){4}/u;
/** A sentence that begins with a condition. */
export const CONDITION = new RegExp(
  anyOf(
    '^[^，。；]{2,30}(?:的|时)，(?!.*\\d月\\d+日)',
    `^(?:[\\s\\d.、（()）]*)${anyOf(
      '如(?!期|实|下|何), 若, 倘若, 一旦, 因, 当.{1,20}时, 凡, 对于?.{1,20}的，',
      '(?:if|in the event|should|upon|unless|where|when|once|in case)\\b',
    )}`,
  ),
  'iu',
);
/** Words that forbid something or deny a duty. */
export const FORBIDDEN = new RegExp(
  anyOf(
    '不得, 禁止, 严禁, 不准, 请勿, 勿, \\bnever\\b, \\b(?:shall|must|may|should|can) not\\b, \\bcannot\\b',
    "\\b(?:wo|ca|do|does|did|is|are|should)n't\\b, \\bwill not\\b, \\bnot going to\\b",
    '\\b(?:do|does|did) not (?:need|have)\\b, \\bno need\\b',
  ),
  'iu',
);
/** Words that make a day a deadline. */
export const LIMIT =
  /前|内|不迟|不晚|最迟|最晚|截止|截至|\b(?:by|before|until|within|no later|due|deadline|not later|prior to)\b/iu;
/** Words of a lasting rule, which holds at all times or for everybody. */
export const STANDING = new RegExp(
  anyOf(
    '\\b(?:at all times|any|each|every|whenever|from time to time|during the term|such)\\b',
    '应当?遵守, 有权, 均(?:应|须|可), 任何, 一律, 不(?:高|低)于, 原则上, 每(?:年|月|日|周|次), 执行(?:国家|本), 义务',
  ),
  'iu',
);
/** Words for the readers of a letter or a notice. */
export const ADDRESSED = new RegExp(
  anyOf(
    '\\b(?:you|your|we|i|team|members?|everyone|participants|students?|applicants?)\\b',
    '各(?:单位|部门|学院|市|县|区|省|位|班|系), 您, 大家, 同学, 学生',
  ),
  'iu',
);
/** A wish or a proposal. Nobody has to act on it yet. */
export const WISHED = new RegExp(
  anyOf(
    `${BULLET}(?:希望|建议|要求|避免|提议|倡议|鼓励|欢迎)`,
    '[，：；]\\s*(?:希望|建议|期望), (?:需要?|要|应当?)(?:进一步|充分|持续)?(?:考虑|关注|注意|重视|斟酌|保持)',
    `\\b${anyOf(
      'would like, would be, could, might, hope, prefer, consider, maybe, perhaps, ideally',
      'potentially, probably',
      'suggest(?:s|ed|ion)?, propos(?:al|es|ed), recommend(?:s|ed)?',
    )}\\b`,
  ),
  'iu',
);
