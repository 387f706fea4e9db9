/** An amount with its tax in it, and one without. */
export const TAXED = /(?:^|[^不未免])含[\d.%\s]*(?:增值)?税|价税合计|\bgross\b|\b(?:including|inclusive of) [^,.;]{0,12}(?:VAT|tax)/iu;
export const UNTAXED = /不含[\d.%\s]*(?:增值)?税|未税|(?:增值)?税[\d.%（）()\s]*另[计加行]|另[计加收][^，。；]{0,6}税|\bnet of\b|\b(?:excluding|exclusive of|plus|before) [^,.;]{0,12}(?:VAT|tax)/iu;

/** Words of which one turns the other round. */
export const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /增加|增长|提升|提高|上升|上涨|上调|增至|升至|延长|扩大|\b(?:increas\w*|ris(?:e|es|en|ing)|rose|gr[eo]w\w*|up from|up by|higher|gain(?:s|ed)?|more)\b/iu,
    /减少|降低|下降|下跌|下调|降至|减至|降为|下滑|缩短|缩小|\b(?:decreas\w*|f[ae]ll(?:s|en|ing)?|declin(?:es?|ing)|drop(?:s|ped)?|reduc\w*|down from|down by|lower|less|fewer)\b/iu,
  ],
  [/提前|\bbrought forward\b/iu, /推迟|延期|延后|延迟|顺延|\b(?:postpon|delay)\w*/iu],
  [/批准|通过|同意|核准|\b(?:approv|accept)\w*/iu, /驳回|否决|\b(?:reject|refus)\w*/iu],
  [/包括|包含|\b(?:includ|inclus)\w*/iu, /\b(?:exclud|exclus)\w*/iu],
  [/\bat least\b|至少/iu, /\bat most\b|至多|最多/iu],
  [/胜诉|\bprevailing\b/iu, /败诉|\blosing\b/iu],
  [/\b(?:before|prior to)\b/iu, /\b(?:after|following)\b/iu],
  [/(?:签订|签署|签字|生效|开始|起租)(?=之?日|后|前|起)|\b(?:signing|signature|commencement)\b/iu, /(?:终止|届满|期满|到期|解除|结束)(?=之?日|后|前|起)|\b(?:termination|expir\w*)\b/iu],
  [/\bolder\b/iu, /\byounger\b/iu],
  [/税前/u, /税后/u],
  [/公开/u, /私有|保密/u],
  [/优于|好于|高(?=\s?\d|出)/u, /不如|劣于|低(?=\s?\d|出)/u],
  [/\bfixed\b|固定/iu, /\b(?:variable|floating)\b|浮动/iu],
  [/\baudited\b/iu, /\bunaudited\b/iu],
  [/\b(?:start|begin|commenc)\w*/iu, /\bend(?:s|ing|ed)\b/iu],
  [/折扣|优惠|减免|\bdiscount\w*/iu, /加收|附加费|\bsurcharge\w*/iu],
  [/盈利|\bprofits?\b/iu, /亏损|\bloss(?:es)?\b/iu],
  [/全部|全体|全额|所有(?!权)|一律|每一|\b(?:all|every|entire(?:ly)?|full(?:y)?|whole)\b/iu, /部分|局部|个别|\b(?:some|part(?:ial(?:ly)?|ly)?|several|few|(?:one|two|three|four|five|half) of (?:them|the|these|those))\b/iu],
  [/免费|无偿|\bfree of charge\b/iu, /收费|有偿|付费|\bat (?:a|an additional) (?:cost|charge)\b/iu],
  [/平均|日均|月均|年均|人均|\b(?:average|mean|median)\b/iu, /最[高大长多低小短少]|单日|\b(?:maximum|minimum|highest|lowest|longest|shortest|peak)\b/iu],
  [/\b(?:alike|same|identical(?:ly)?|equal(?:ly)?)\b|相同|一样/iu, /\b(?:different(?:ly)?|unequal(?:ly)?)\b|不同|不一样/iu],
  [TAXED, UNTAXED],
];

/** Which pairs of opposites a text has a word of, each as one word. */
export function axesIn(text: string): string[] {
  return OPPOSITES.flatMap((axis, index) => (axis.some((pattern) => pattern.test(text)) ? [`#${String(index)}`] : []));
}

/** The text without words that have an opposite here. */
export function withoutOpposites(text: string): string {
  return OPPOSITES.flat().reduce((rest, pattern) => rest.replace(new RegExp(pattern.source, 'giu'), ' '), text);
}
