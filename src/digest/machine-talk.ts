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

/** Names of machines that read text, which nobody else is called. */
const machineEn =
  '(?:a\\.?i\\.?|artificial intelligence|(?:large )?language models?|llms?|(?:chat)?gpt(?:-[\\w.]+)?|claude|gemini|copilot|deepseek|qwen|chat-?bots?)' +
  '(?:[- ](?:based|powered|driven|assisted))?' +
  '(?: (?:language )?(?:models?|assistants?|systems?|tools?|agents?|readers?|reviewers?|summari[sz]ers?|bots?))*';
const machineZh =
  '(?:(?:ai|人工智能|大语言模型|语言模型|大模型|chatgpt|gpt|deepseek|kimi|豆包|文心一言|通义千问|智能助手|智能体)' +
  '(?:助手|系统|模型|阅读者|读者|工具|程序|机器人)?)';
/** Names that people and other things have as well; they count only with more signs. */
const helperEn = '(?:assistants?|(?:automat(?:ed|ic) )?summari[sz]ers?|bots?|models?)';
const helperZh = '(?:模型|助手|机器人|(?:自动)?摘要(?:程序|系统|工具))';

/** Verbs and words of an order. */
const orderEn =
  "(?:please|you|your|must|should|shall|do not|don't|never|always|under no|treat|state|say|write|add|include|omit|recommend|rate|report|respond|answer|reply|ignore|give|list|mention|reveal|output|print|summari[sz]e|describe|call|consider)\\b";
const orderZh = '(?:请|不要|不得|必须|务必|应|须|需|把|将|只|视为|写明?|输出)';

const thisEn =
  '(?:this|the present) (?:very )?(?:document|file|text|page|contract|agreement|paper|manuscript|article|invoice|letter|e-?mail|message|report|cv|resume|content|passage)';
const thisZh =
  '(?:(?:本|此|该|这份|这篇|这段)(?:文件|文档|合同|协议|报告|文章|材料|论文|简历|发票|段文字|文|段|页|处)|这里)';

/** The start of a clause whose main verb follows. */
const clauseEn = '(?:^|[.:;,!?(\\]—–-]\\s*|\\b(?:please|and|now|then|must|should)\\s+)';
const clauseZh = '(?:^|[。：:；;，,！!？?（()）\\s]|请|必须|务必|应当?|你)';

const forms = lazily(() =>
  [
    // 1. Setting aside earlier instructions.
    `${clauseEn}(?:ignore|disregard|forget|override|(?:do not|don't|stop) (?:follow|obey)(?:ing)?)\\s+(?:[\\w']+\\s+){0,4}?` +
      "(?:everything (?:above|before)|(?:previous|prior|above|earlier|preceding|original|system|your|user'?s?|all|the)\\s+(?:[\\w']+\\s+){0,2}?(?:instructions?|prompts?|guidelines|directives|rules (?:above|you)))",
    `${clauseZh}(?:忽略|无视|忘记|忘掉|抛开)[^。；;，,]{0,10}?(?:(?:之前|以上|上文|上述|前面|先前|此前|所有|你的|原有|系统)[^。；;，,]{0,6}?(?:指令|提示词|设定|系统提示)|(?:用户|你)的?[^。；;，,]{0,4}?(?:要求|规则|指示))`,
    `${clauseZh}(?:不要|不再|停止|别)(?:遵循|遵守|服从|理会|执行)[^。；;，,]{0,6}?(?:之前|以上|上文|上述|前面|先前|此前|用户|你的)[^。；;，,]{0,6}?(?:指令|提示词?|要求|规则|指示|设定)`,
    // 2. Calling a machine by name.
    `(?:^|[.!?(]\\s*)(?:[\\w]+ )?(?:notes?|messages?|notice|instructions?|attention|directive|memo)\\s*(?:(?:to|for) )?(?:all |any |the |an? |every )*${machineEn}(?: only)?\\s*[:,!—–-].{0,80}?\\b${orderEn}`,
    `(?:^|[.!?(]\\s*)(?:to|for) (?:all |any |the |an? |every )*${machineEn}(?: only)?\\s*[:!].{0,80}?\\b(?:${orderEn}|th(?:is|ese|e following))`,
    `(?:^|[.!?(]\\s*)(?:dear|hey|hi|hello|attention,?) (?:all |any |the )*(?:${machineEn}|${helperEn})\\s*[:,!].{0,80}?\\b${orderEn}`,
    `(?:^|[.!?(]\\s*)${machineEn}\\s*[:!]\\s*(?:please |you (?:must|should) )?(?:do|don't|never|always|only|give|treat|write|summari[sz]e|rate|ignore|respond|answer|output|say|state|include|list|mention|recommend)\\b`,
    `\\bif you(?:'re| are)(?: \\w+){0,3}? (?:an? |any )?(?:\\w+ ){0,2}?${machineEn}(?! (?:research|develop|engineer|compan|provid|expert|start|user|practi|profess|vendor|student))`,
    `\\bas an? (?:\\w+ ){0,2}?${machineEn},? your?\\b`,
    `\\byou are (?:now )?(?:an? |the )?(?:\\w+ ){0,3}?(?:${machineEn}|${helperEn})\\b.{0,120}?\\b${thisEn}`,
    `(?:致|给|写给)(?:各位|所有|任何)?${machineZh}的?[^:,。]{0,6}?(?:指令|提示|说明|须知|留言|命令)\\s*:`,
    `(?:致|给|写给|告知|提醒)(?:各位|所有|任何)?(?:阅读.{0,6}的)?${machineZh}(?:的[^：:，,。]{0,8})?\\s*[：:，,].{0,60}?(?:${orderZh}|以下|下列)`,
    `(?:${machineZh}|${helperZh})(?:们)?(?:须知|请注意|注意[：:，,]|你好|您好)`,
    `如果你(?:是|为)[^，,。]{0,8}?${machineZh}(?!研究|开发|工程|公司|企业|专家|用户|提供)`,
    `你(?:现在)?是[^，,。]{0,14}?(?:${machineZh}|${helperZh})[^。]{0,40}?(?:你的(?:输出|回答|摘要)|${thisZh})`,
    `${clauseZh}请(?:各位|所有)?${machineZh}(?!专家|公司|企业|部门|研究|工程|行业|产业|服务|技术|提供|开发)(?:们)?[，,]?(?:忽略|将|把|给|只|不要|在|输出|总结)`,
    `(?:各位|所有|任何)[^，,。]{0,14}?${machineZh}[^，,。]{0,14}[，,]\\s*(?:请|务必)`,
    `^系统(?:提示|指令|消息)\\s*[：:]\\s*你(?:现在|是|的|必须|将)`,
    `^system\\s*(?:prompt|message|instruction)?\\s*:\\s*(?:you|ignore|output|respond|from now)\\b`,
    // 3. A machine that reads this document.
    `\\b(?:${machineEn}|${helperEn})\\b[\\w ,'-]{0,40}?\\b(?:read|process|summari[sz]|review|pars|analy[sz])(?:ing|es|s|e)?\\s+(?:this|these|${thisEn})\\b[^.]{0,20}?(?:\\b(?:must|should|shall|please|is to|are to)\\b|[:,]\\s*(?:do not|${orderEn}))`,
    `(?:${machineZh}|${helperZh})[^，,。]{0,6}?(?:读取|阅读|处理|解析|读到|看到|总结|概括)(?:到|至)?${thisZh}[^。]{0,6}?[，,]?[^。]{0,4}?(?:${orderZh})`,
    `(?:${thisZh}|以下)[^，,。]{0,8}?(?:仅供|只供|专供|供)${machineZh}(?:阅读|使用|处理|读取)`,
    `\\b(?:${thisEn}|the following|text below) (?:is|are) (?:only |intended |meant |exclusively )*for (?:the |any )*${machineEn}\\b`,
    // 4. An order for the summary of this document.
    `\\b(?:when|while|if|before) (?:you(?:'re| are)? )?(?:are )?(?:generat|writ|creat|produc|prepar|summari[sz]|draft|condens)(?:e|es|ing|ting)?\\s+(?:(?:a|the|your|any) (?:\\w+ )?(?:summary|digest)|${thisEn})[^.]{0,30}?,\\s*(?:please |always |also )*(?:omit|leave out|describe|portray|present|state|say|report|claim|mention|do not mention|never mention|add|treat)\\b`,
    '\\byour (?:summary|digest|output) (?:\\w+ )?(?:must|should|shall|has to|needs to)\\s+(?:contain|include|state|say|begin|end|claim|mention)s?\\b',
    `(?:do not|don't|never|must not) (?:mention|include|reveal|discuss|disclose)\\b[^.]{1,80}? in (?:your|the|any) (?:summary|digest)\\b`,
    `(?:总结|概括|摘要|归纳|概述)${thisZh}[^，,。]{0,4}?(?:时|的时候)[，,]?\\s*${orderZh}`,
    `生成(?:摘要|总结|要点|概要|概述)时[，,]?\\s*${orderZh}`,
    // 5. The marks of chat templates.
    '<\\|(?:im_start|im_end|system|user|assistant|endoftext)\\|>|\\[/?inst\\]|<</?sys>>',
  ].map((form) => new RegExp(form, 'iu')),
);

/** Quoted words: a document that quotes an order does not give it. */
const quoted = /“[^”]{1,400}”|"[^"]{1,400}"|「[^」]{1,400}」|『[^』]{1,400}』|‘[^’]{1,400}’/gu;

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
    return match !== null && match.index < own.length;
  });
}

function plain(text: string): string {
  return halfWidth(text.slice(0, longest)).replace(quoted, '""').replace(/\s+/gu, ' ').trim();
}
