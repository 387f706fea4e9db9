import { wordsOf } from '../words';

/**
 * Each canonical unit with its spellings: regular expressions, separated by `|`. If one spelling is the
 * beginning of another, the longer one comes first.
 */
const SPELLINGS: readonly (readonly [string, string])[] = [
  [
    'workday',
    '个工作日|個工作日|工作日|个交易日|交易日|(?:working|business|banking) days?|' +
      '(?:Werk|Arbeits|Bankarbeits)tage?n?|jours ouvr(?:és|ables)',
  ],
  [
    'day',
    '个自然日|自然日|日历日|日历天|(?:calendar )?days?|(?:Kalender)?tage?n?|jours?|días?|giorni|dagen|日|天',
  ],
  ['week', '个星期|星期|周|週|weeks?|wochen?|semaines?|semanas?|settimane|weken'],
  ['month', '个月份?|個月|ヶ月|か月|月份?|(?:calendar )?months?|monate?n?|mois|mes(?:es)?|mesi|maanden'],
  ['quarter', '个季度|季度|quarters?'],
  ['year', '个年度|年度|周年|年|(?:calendar )?years?|jahre?n?|ans?|années?|años?|anni|jaar'],
  ['hour', '个小时|小时|小時|时辰|hours?|hrs?|stunden?|heures?'],
  ['minute', '分钟|分鐘|minutes?|mins?'],
  ['second', '秒钟?|seconds?|secs?'],
  ['USD', '美元|美金|USD|US dollars?|dollars?'],
  ['HKD', '港元|港币|HKD'],
  ['EUR', '欧元|歐元|EUR|euros?|€'],
  ['GBP', '英镑|英鎊|GBP|pounds sterling|£'],
  ['JPY', '日元|日圆|円|JPY|yen'],
  ['MYR', 'MYR|RM'],
  ['CNY', '元人民币|元整|圆整|元|圆|圓|CNY|RMB|yuan'],
  ['%', '个?百分点|percentage points?|%|percent|per cent|pct'],
  ['‰', '‰|per mille|per mil'],
  ['kWh', 'kWh|千瓦时|度电'],
  ['kW', 'kW|千瓦'],
  ['MW', 'MW|兆瓦'],
  ['kg', '公斤|千克|kg|kilograms?'],
  ['ton', '公吨|吨|噸|metric tons?|tonnes?|tons?'],
  ['m2', '平方米|平米|㎡|m²|m2|square met(?:er|re)s?'],
  ['m3', '立方米|m³|m3|cubic met(?:er|re)s?'],
  ['km', '公里|千米|km|kilomet(?:er|re)s?'],
  ['cm', '厘米|公分|cm'],
  ['mm', '毫米|mm|millimet(?:er|re)s?'],
  ['mu', '亩|畝'],
  ['m', '米|met(?:er|re)s?'],
  ['Mbps', 'Mbps|Mb/s'],
  ['C', '℃|°C|摄氏度'],
  ['F', '°F'],
  ...wordsOf('CHF SGD AUD CAD GB MB TB').map((unit) => [unit, unit] as const),
];

/** Chinese counters. A numeral of one character is read as a number if a counter follows it: 三台, 五份. */
const COUNTERS =
  '个|個|份|次|条|條|项|項|期|笔|页|张|户|层|间|辆|架|批|组|只|支|瓶|箱|台|套|件|名|人|位|款|章|节|倍|成|元|角|分';

/** Each currency with the signs and words that can come before an amount. */
const PREFIXES: readonly (readonly [string, string])[] = [
  ['HKD', 'HK\\$|HKD'],
  ['SGD', '\\bS\\$|SGD'],
  ['AUD', '\\bAU?\\$|AUD'],
  ['CAD', '\\bCA?\\$|CAD'],
  ['USD', 'US\\$|USD|\\$'],
  ['CNY', '人民币|RMB|CNY|CN¥|[¥￥]'],
  ['EUR', 'EUR|€'],
  ['GBP', 'GBP|£'],
  ['JPY', 'JPY'],
  ['MYR', '\\b(?:MYR|RM)'],
  ['CHF', '\\bCHF'],
];

/** Matches a `|` that is not inside a group. */
const BETWEEN_SPELLINGS = /\|(?![^(]*\))/u;

const SUFFIX_PATTERNS = compile(SPELLINGS, (source) => `^\\s?(?:${bounded(source)})`);
const PREFIX_PATTERNS = compile(PREFIXES, (source) => `(?:${source})\\s{0,2}[:：]?\\s{0,2}$`);
const COUNTER_PATTERN = new RegExp(`^(?:${COUNTERS})`, 'u');

/** Lets Latin spellings end only at the end of a word, so that `5 months` is not read as `5 m`. */
function bounded(source: string): string {
  return source
    .split(BETWEEN_SPELLINGS)
    .map((spelling) =>
      /[a-z?)\d]$/iu.test(spelling) && /[a-z]/iu.test(spelling) ? `${spelling}(?![a-z])` : spelling,
    )
    .join('|');
}

function compile(
  table: readonly (readonly [string, string])[],
  shape: (source: string) => string,
): readonly (readonly [string, RegExp])[] {
  return table.map(([unit, source]) => [unit, new RegExp(shape(source), 'iu')] as const);
}

/**
 * Returns the unit at the beginning of a text, with the `length` of its spelling; undefined when there is
 * none.
 */
export function unitAtStart(text: string): { readonly unit: string; readonly length: number } | undefined {
  for (const [unit, pattern] of SUFFIX_PATTERNS) {
    const match = pattern.exec(text);
    if (match !== null) return { unit, length: match[0].length };
  }
  return undefined;
}

/**
 * Returns the currency at the end of a text, with the `length` of its spelling; undefined when there is none.
 */
export function currencyAtEnd(text: string): { readonly unit: string; readonly length: number } | undefined {
  for (const [unit, pattern] of PREFIX_PATTERNS) {
    const match = pattern.exec(text);
    if (match !== null) return { unit, length: match[0].length };
  }
  return undefined;
}

/** Returns true when a canonical unit is a currency. */
export function isCurrency(unit: string): boolean {
  return PREFIXES.some(([currency]) => currency === unit);
}

export function startsWithCounter(text: string): boolean {
  return COUNTER_PATTERN.test(text);
}

const UNITS_OF_KIND = {
  time: 'workday day week month quarter year hour minute second',
  money: 'USD HKD SGD AUD CAD EUR GBP JPY CNY MYR CHF',
  energy: 'kWh',
  power: 'kW MW',
  weight: 'kg ton',
  area: 'm2 mu',
  length: 'km m cm mm',
  data: 'GB MB TB',
};
const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries(UNITS_OF_KIND).flatMap(([kind, units]) =>
    wordsOf(units).map((unit) => [unit, kind] as const),
  ),
);

/**
 * Returns the kind of quantity that a canonical unit measures, for example `time` for `day`. A unit that has
 * no kind in `UNITS_OF_KIND`, such as `%`, is returned unchanged.
 */
export function kindOfUnit(unit: string): string {
  return KINDS.get(unit) ?? unit;
}
