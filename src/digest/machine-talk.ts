import { lazily } from '../lazily';
import type { Sentence } from '../text/sentence';
import { halfWidth } from '../text/width';

/**
 * Finds sentences of a document that speak to the language model that reads it. To write about models, or to
 * quote an attack, is not to speak to one. Five forms of address tell the difference; each needs a machine or
 * the rules it works by as its addressee, and an order or the second person:
 * 1. an order to set aside earlier instructions, as the main verb of its clause;
 * 2. a machine called by name ("Note to the AI: …", "If you are a language model …");
 * 3. a machine that reads this very document, with a duty ("Any AI reading this must …");
 * 4. an order for the summary of this very document ("When summarising this contract, omit …");
 * 5. the marks by which chat templates begin a message.
 */

/** People and trades that are named after machines; they are no addressees. */
const tradeEn =
  '(?! ?(?:research|develop|engineer|compan|provid|expert|start|user|practi|profess|vendor|student|act\\b|polic|regulat|ethic|govern))';
const tradeZh =
  '(?!(?:的)?(?:专家|公司|企业|部门|研究|工程|行业|产业|服务|技术|提供|开发|产品|应用|辅助|写作|用户|同事|作者|人员|员工|学生|法|治理|伦理))';

/** Names of machines that read text, which nobody else is called. */
const machineEn =
  '(?:a\\.?i\\.?|artificial intelligence|(?:large )?language models?|llms?|(?:chat)?gpt(?:-[\\w.]+)?|claude|gemini|copilot|deepseek|qwen|chat-?bots?)' +
  '(?:[- ](?:based|powered|driven|assisted))?' +
  `(?: (?:language )?(?:models?|assistants?|systems?|tools?|agents?|readers?|reviewers?|summari[sz]ers?|bots?))*${tradeEn}`;
const machineZh =
  '(?:(?:ai|人工智能|大语言模型|语言模型|大模型|chatgpt|gpt|deepseek|kimi|豆包|文心一言|通义千问|智能助手|智能体)' +
  `(?:助手|系统|模型|阅读者|读者|摘要|总结|工具|程序|机器人)*${tradeZh})`;
/** Names that people and other things have as well; they count only with more signs. */
const helperEn = '(?:assistants?|(?:automat(?:ed|ic) )?summari[sz]ers?|bots?|models?|machines?|computers?)';
const helperZh = '(?:模型|助手|机器人|(?:自动)?摘要(?:程序|系统|工具))';

/** Verbs of orders to somebody who reads and reports. */
const verbEn =
  "(?:please|kindly|you|do|don't|never|always|only|stop|tell|give|treat|write|summari[sz]e|rate|rank|ignore|respond|answer|reply|output|print|say|state|include|list|mention|recommend|report|add|omit|leave|describe|present|praise|follow|assume|consider|skip|forget|disregard|proceed|call|reveal|must|should|shall|under no|your)\\b";
const orderZh = '(?:请|不要|不得|必须|务必|应|须|需|把|将|只|视为|写明?|输出|在)';
const dutyEn = '(?:must|should|shall|(?:is|are) (?:to|instructed to|required to|told to))';
const dutyZh = '(?:必须|应|须|不得|不要|请|务必|只能)';

/** The document itself, as it calls itself. */
const thisEn =
  '(?:this|the present) (?:very )?(?:document|file|text|page|contract|agreement|paper|manuscript|article|invoice|letter|e-?mail|message|report|cv|resume|content|passage|section|offer|proposal|application)(?! (?:format|type|class|model|structure))';
const thisZh =
  '(?:(?:本|此|这份|这篇|这段)(?:文件|文档|合同|协议|报告|文章|材料|论文|简历|发票|段文字|文|段|页|处)|这里)';
/** What reports say of a document's subject. */
const tellEn = '(?:mention|describe|present|portray|rank|rate|praise|recommend|claim|call|list|treat)';
const tellZh = '(?:描述为|描述成|说成|说是|列为|评为|评成|当作|视为|声明|声称|宣称|提及|提到|透露)';

/** The start of a clause whose main verb follows. */
const clauseEn = '(?:^|[.;:,!?(\\]—–-]\\s*|\\b(?:please|and|now|then|must|should)\\s+)';
const clauseZh = '(?:^|[。:;,!?()\\s]|请|必须|务必|应当?|你)';
const startEn = '(?:^|[.!?(]\\s*)';
const rulesEn = '(?:instructions?|prompts?|guidelines|guidance|directives|commands|rules (?:above|you))';

const forms = lazily(() =>
  [
    // 1. Setting aside earlier instructions, or giving the machine a part to play.
    `${clauseEn}(?:ignore|disregard|forget|override|(?:do not|don't|stop) (?:follow|obey)(?:ing)?)\\s+(?:[\\w']+\\s+){0,4}?` +
      `(?:everything (?:above|before)|(?:previous|prior|above|earlier|preceding|original|system|your|user'?s?|all|the)\\s+(?:[\\w']+\\s+){0,2}?${rulesEn})`,
    `\\b(?:system|new|hidden|developer) (?:prompt|instructions?|message)\\s*:\\s*(?:you|ignore|output|respond|from now)\\b|^system\\s*:\\s*(?:you are|you must|your|ignore|output|respond)\\b`,
    `\\bfrom (?:now|here|this (?:point|moment)) on,? you (?:are|(?:will|must|shall) (?:act|be|behave|answer|respond|only|play)|act|only|behave|answer|respond|ignore)\\b`,
    `${clauseZh}(?:忽略|无视|忘记|忘掉|抛开)[^。;,]{0,10}?(?:(?:之前|以上|上文|上述|前面|先前|此前|所有|你的|原有|系统)[^。;,]{0,6}?(?:指令|提示词|设定|系统提示)|(?:用户|你)的?[^。;,]{0,4}?(?:要求|规则|指示))`,
    `${clauseZh}(?:不要|不再|停止|别)(?:遵循|遵守|服从|理会|执行)[^。;,]{0,6}?(?:之前|以上|上文|上述|前面|先前|此前|用户|你的)[^。;,]{0,6}?(?:指令|提示词?|要求|规则|指示|设定)`,
    `你[^。;,]{0,8}?(?:指令|提示词|规则|设定)[^。;,]{0,4}?(?:作废|无效|失效|取消)`,
    `从(?:现在|此刻|这里|此处)(?:开始|起),?你(?:将|要|必须)?(?:扮演|是|就是|只|充当)`,
    `^系统(?:提示|指令|消息)\\s*:\\s*你(?:现在|是|必须|将扮演|的(?:任务|输出|角色))`,
    // 2. Calling a machine.
    `${startEn}(?:[\\w]+ )?(?:notes?|messages?|notice|instructions?|attention|directive|memo),?\\s*(?:(?:to|for) )?(?:all |any |the |an? |every )*${machineEn}(?: only)?\\s*[:,!—–-].{0,80}?\\b${verbEn}`,
    `${startEn}(?:to|for) (?:all |any |the |an? |every )*${machineEn}(?: only)?\\s*[:!].{0,80}?\\b(?:${verbEn}|th(?:is|ese|e following))`,
    `${startEn}(?:dear|hey|hi|hello) (?:all |any |the )*(?:${machineEn}|${helperEn})\\s*[:,!].{0,80}?\\b${verbEn}`,
    `${startEn}${machineEn}\\s*[:!,]\\s*${verbEn}`,
    `\\bif you(?:'re| are)(?: \\w+){0,3}? (?:an? |any )?(?:\\w+ ){0,2}?${machineEn}`,
    `\\bas an? (?:\\w+ ){0,2}?${machineEn},? your?\\b`,
    `\\byou are (?:now )?(?:an? |the )?(?:\\w+ ){0,3}?(?:${machineEn}|${helperEn})\\b.{0,120}?\\b${thisEn}`,
    `\\b(?:${thisEn}|the following|text below) (?:is|are|was) (?:only |intended |meant |exclusively |addressed |directed |written )*(?:for|to|at) (?:the |any |all )*${machineEn}`,
    `(?:致|给|写给)(?:各位|所有|任何)?${machineZh}的?[^:,。]{0,6}?(?:指令|提示|说明|须知|留言|命令)\\s*:`,
    `(?:致|给|写给|告知|提醒|亲爱的)(?:各位|所有|任何)?(?:阅读.{0,6}的)?${machineZh}(?:看|阅读|使用)?(?:的[^:,。]{0,8})?\\s*[:,].{0,60}?(?:${orderZh}|以下|下列)`,
    `^[(\\s]*(?:各位|所有|任何)?(?:${machineZh}|${helperZh})\\s*[:,]\\s*(?:请|不要|务必|必须|把|将|只)`,
    `(?:${machineZh}|${helperZh})(?:们)?(?:须知|请注意|注意[:,]|你好|您好)`,
    `(?:如果?|若|假如|倘若)你(?:是|为)[^,。]{0,8}?${machineZh}`,
    `你(?:现在)?是[^,。]{0,14}?(?:${machineZh}|${helperZh})[^。]{0,40}?(?:你的(?:输出|回答|摘要)|${thisZh})`,
    `${clauseZh}请(?:各位|所有)?${machineZh}(?:们)?,?(?:忽略|将|把|给|只|不要|在|输出|总结)`,
    `(?:各位|所有|任何)[^,。]{0,14}?${machineZh}[^,。]{0,14},\\s*(?:请|务必)`,
    `(?:${thisZh}|以下(?:内容|文字))[^,。]{0,8}?(?:仅供|只供|专供|供|面向|写给)${machineZh}`,
    // 3. A machine that reads this document, or reports of it.
    `\\b(?:${machineEn}|${helperEn})\\b[\\w ,'-]{0,40}?\\b(?:read|process|summari[sz]|review|pars|analy[sz])(?:ing|es|s|e)?\\s+(?:this,|${thisEn}\\b)[^.]{0,20}?(?:\\b${dutyEn}\\b|[:,]\\s*${verbEn})`,
    `${startEn}(?:any |every |all |the |each )?(?:${machineEn}|${helperEn}) ${dutyEn} (?:not |never |only |always )?${tellEn}\\b[^.]{0,40}?\\b(?:${thisEn}|on page \\d|this \\w+)\\b`,
    `\\b(?:if|when|in case) (?:an? |any |the )?${machineEn} (?:reads|processes|parses|summari[sz]es|sees) (?:this\\b|${thisEn})`,
    `\\bif ${thisEn} is (?:\\w+ )?(?:read|processed|parsed|summari[sz]ed|reviewed) by (?:an? |any )?${machineEn}`,
    `(?:${machineZh}|${helperZh})[^,。]{0,6}?(?:读取|阅读|处理|解析|读到|看到|总结|概括)(?:到|至)?${thisZh}[^。]{0,6}?,?[^。]{0,4}?${orderZh}`,
    `(?:阅读|读取|处理|总结)${thisZh}的[^,。]{0,4}?(?:${machineZh}|${helperZh})[^。]{0,8}?${dutyZh}`,
    `(?:${machineZh}|${helperZh})[^,。]{0,10}?,?(?:都|均)?${dutyZh}[^。]{0,20}?${tellZh}`,
    `(?:如果?|若|假如|倘若)${thisZh}?[^,。]{0,6}?(?:由|被)${machineZh}(?:阅读|读取|处理|分析|总结)`,
    // 4. An order for the summary of this document.
    `\\b(?:when|while|if|before) (?:you(?:'re| are)? )?(?:are )?(?:generat|writ|creat|produc|prepar|summari[sz]|draft|condens)(?:e|es|ing|ting)?\\s+(?:(?:a|the|your|any) (?:\\w+ )?(?:summary|digest)|${thisEn})[^.]{0,30}?,\\s*(?:please |always |also )*(?:omit|leave out|describe|portray|present|state|say|report|claim|mention|do not mention|never mention|add|treat)\\b`,
    '\\byour (?:summary|digest|output) (?:\\w+ )?(?:must|should|shall|has to|needs to)\\s+(?:contain|include|state|say|begin|end|claim|mention)s?\\b',
    `(?:do not|don't|never|must not) (?:mention|include|reveal|discuss|disclose)\\b[^.]{1,80}? in (?:your|the|any) (?:summary|digest)\\b`,
    `\\bsummari[sz]e ${thisEn} (?:only |simply |just )?(?:as\\b|by (?:saying|stating))`,
    `(?:总结|概括|摘要|归纳|概述)${thisZh}[^,。]{0,4}?(?:时|的时候),?\\s*${orderZh}`,
    `生成(?:摘要|总结|要点|概要|概述)时,?\\s*${orderZh}`,
    `(?:输出|摘要|总结|回答|概括)(?:中|里|时)[^。]{0,4}?(?:不要|不得|勿)[^。]{0,8}?(?:负面|缺点|不利|风险)`,
    // 5. The marks of chat templates.
    '<\\|(?:im_start|im_end|system|user|assistant|endoftext)\\|>|\\[/?inst\\]|<</?sys>>',
  ].map((form) => new RegExp(form, 'iu')),
);

/** Quoted words: a document that quotes an order does not give it. */
const quoted = /“[^”]{1,400}”|"[^"]{1,400}"|「[^」]{1,400}」|『[^』]{1,400}』|‘[^’]{1,400}’/gu;

/** Words after which an order is an example of one. */
const example =
  /\b(?:such as|for example|for instance|e\.g\.|example) ?[:,].*|^prompt ?:.*|(?:例如|比如|诸如|示例|如下)[:,].*/iu;

/** The most UTF-16 units of a sentence that are looked at. */
const longest = 1_000;

/** Returns the numbers of the sentences that speak to a language model, ascending. */
export function machineTalk(sentences: readonly Sentence[]): number[] {
  return sentences
    .filter((sentence, index) => speaksToMachine(sentence.text, sentences[index + 1]?.text))
    .map(({ number }) => number);
}

/** Whether a text speaks to a language model. The order may stand in the sentence after it. */
export function speaksToMachine(text: string, next = ''): boolean {
  const own = plain(text);
  const both = `${own} ${plain(next)}`;
  return forms().some((form) => {
    const match = form.exec(both);
    return match !== null && match.index + match[0].search(/[^\s.:;,!?()\]。—–-]/u) < own.length;
  });
}

function plain(text: string): string {
  return halfWidth(text.slice(0, longest))
    .replace(quoted, '""')
    .replace(example, '')
    .replace(/、/gu, ',')
    .replace(/\s+/gu, ' ')
    .trim();
}
