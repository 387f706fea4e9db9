import { isPromptLine, NO_TEXT } from '../prompt/page-prompt';
import type { PageReading } from '../page-reader';
import { repeatsItself } from './repetition';
import { withoutThoughts } from './thoughts';

/**
 * Maximum length of a refusal or of a request for the image, in UTF-16 units. A longer answer is treated as
 * the page's text.
 */
const LONGEST_EXCUSE = 400;
/** Maximum length of a report that a page has no text, in UTF-16 units. */
const LONGEST_NO_TEXT = 160;

/**
 * Refusals of models to read an image. An answer must match both patterns of a pair: the first for the start
 * of the answer, the second for what is refused.
 */
const EXCUSES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(i['’]?m (very |so )?sorry|i am sorry|sorry\b|i apologi[sz]e|unfortunately|i (can(['’]t|not)|won['’]t|am (unable|not able)|do(n['’]t| not) see)|i['’]m (unable|not able)|as an ai)/i,
    /\b(assist|help|process|read|transcrib|extract|provide|comply|view|see\b|analy[sz]e|image|picture|request|content)/i,
  ],
  [
    /^(很?抱歉|非常抱歉|对不起|不好意思|作为(一个|一名)?(ai|人工智能|语言模型)|我(无法|不能|没有办法|看不到))/i,
    /图|识别|读取|查看|处理|提供|协助|帮助|转录|提取|满足|看到|请求|内容/,
  ],
  [/^(申し訳|すみません|죄송)/, /画像|でき|お手伝い|이미지|수 없/],
];

/** Answers of models that got no image. An answer must match both patterns of a pair. */
const ASKS_FOR_IMAGE: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(provide|upload|attach|share|send|include)\b.{0,40}\b(image|picture|photo|screenshot|scan|page|file)s?\b/is,
    /\b(you('d| would)? (like|want)|me to|i (can|could|will|would)|i'll|i'd)\b/i,
  ],
  [
    /\b(no|don['’]?t see|do not see|can['’]?t see|didn['’]?t receive|did not receive) (an?y? |the |your )?(image|picture|attachment)\b/i,
    /\b(provided|attached|uploaded|included|received|message|conversation|see)\b/i,
  ],
  [
    /(提供|上传|发送|附上|分享|发给我).{0,24}(图片|图像|照片|截图|扫描件|页面)/,
    /转录|识别|提取|我会|我将|我可以|以便|帮您|为您/,
  ],
  [/(没有|未|没)(看到|收到|检测到|发现).{0,10}(图片|图像|附件)/, /上传|提供|发送|附|重新|消息|对话/],
];

/** Matches special tokens at the start and the end of an answer, such as GLM's `<|begin_of_box|>`. */
const SPECIAL_TOKENS = /^(\s*<\|[a-z_]{3,20}\|>)+|(<\|[a-z_]{3,20}\|>\s*)+$/gi;

/**
 * Matches reports of models that a page has no text. "This page is intentionally left blank" and 本页无正文 are
 * not matched, because they are text of the page.
 */
const NO_TEXT_PATTERNS: readonly RegExp[] = [
  /^no ((visible|readable|legible|discernible|recogni[sz]able) )?text\b/i,
  /^(there (is|are|appears to be|seems to be) no|the (page|image|picture) (contains|has|shows) no|(this|the) (page|image|picture) does not (contain|have|show)( any)?) ((visible|readable|legible|discernible|recogni[sz]able) )?(text|content)\b/i,
  /^(this|the) (page|image|picture) (is|appears to be|seems to be) ((completely|entirely) )?(blank|empty)$/i,
  /^(blank|empty) (page|image)$/i,
  /^[该此这本]?[张个一]{0,2}(图片|图像|页面|页|图)[中里上内]?(似乎|看起来)?(没有|未检测到|未发现|未包含|不包含|不含|无)(任何)?(可见|可读|可识别|清晰)?的?(文字|文本|内容)/,
  /^(没有|无|未检测到|未发现)(任何)?(可见|可读|可识别|清晰)?的?(文字|文本)/,
  /^([该此这本]?[张个一]{0,2}(图片|图像|页面|页|图)?(为|是))?空白(页面?|图片|图像)?$/,
];

const FENCE = /^\s*(```|~~~)[\w-]*\s*$/;

/** Matches introductions such as "Here is the text of the page:", which are not part of the page. */
const INTRODUCTION =
  /^((sure|certainly|of course|okay|ok)[,.!]? ?)?(here(['’]s| is| are)|below is|the following is)\b[^\n]{0,100}\b(text|transcri|content)[^\n]{0,60}:$|^(好的|当然)?[，,]?(以下|这)[是为][^\n]{0,20}(图|页)[^\n]{0,12}(文字|文本|内容|转录)[^\n]{0,8}[:：]$/i;

/**
 * Classifies a vision model's answer for a page. `not-seen` means that the model asks for the image, because
 * it did not receive one. Never throws.
 */
export function readPageAnswer(answer: string): PageReading | { readonly kind: 'not-seen' } {
  const text = withoutWrapping(withoutThoughts(answer).replace(/\r\n?/g, '\n').replace(SPECIAL_TOKENS, ''));
  if (text === '') return { kind: 'unusable', problem: 'empty' };
  if (reportsNoText(text)) return { kind: 'no-text' };
  if (matchesPair(text, ASKS_FOR_IMAGE)) return { kind: 'not-seen' };
  if (matchesPair(text, EXCUSES)) return { kind: 'refused' };
  if (repeatsItself(text)) return { kind: 'unusable', problem: 'repeats' };
  return { kind: 'text', text };
}

function withoutWrapping(answer: string): string {
  const lines = answer.split('\n').filter((line) => !isPromptLine(line));
  while (lines[0]?.trim() === '') lines.shift();
  if (INTRODUCTION.test(lines[0]?.trim() ?? '')) lines.shift();
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const unfenced = FENCE.test(first) ? lines.filter((line) => !FENCE.test(line)) : lines;
  return unfenced.join('\n').trim();
}

function reportsNoText(text: string): boolean {
  const words = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (words.toLowerCase() === NO_TEXT.slice(1, -1)) return true;
  return (
    words.length <= LONGEST_NO_TEXT &&
    !words.includes('\n') &&
    NO_TEXT_PATTERNS.some((pattern) => pattern.test(words))
  );
}

function matchesPair(text: string, pairs: readonly (readonly [RegExp, RegExp])[]): boolean {
  if (text.length > LONGEST_EXCUSE) return false;
  return pairs.some(([first, second]) => first.test(text) && second.test(text));
}
