import { anyOf } from '../words';

/** Match lines without information about the subject of the document. */
export const NOISE: readonly RegExp[] = [
  // Leader dots, and lines to write on.
  /\.{4,}|…{2,}|(?:\. ){4,}|·{4,}|_{3,}|＿{2,}|-{5,}/u,
  // Headings of lists.
  /^(?:目\s*录|目\s*次|contents|table of contents|references|bibliography|参考文献|致谢|附录)/iu,
  // Places for signatures.
  /(?:签字|签章|盖章|签名|签署页|公章|印章)\s*[)）]?\s*[:：]?\s*$/u,
  /^(?:（?以?下无正文）?|此页无正文)/u,
  // Copyright and identifiers of publications.
  new RegExp(
    anyOf(
      'copyright(?! (?:form|transfer))',
      '©, \\(c\\)\\s*\\d{4}, all rights reserved, 版权所有, 翻印必究, creative commons, licensed under',
      'isbn, issn, \\bdoi\\b, arxiv:',
    ),
    'iu',
  ),
  // Page numbers.
  /^(?:第\s*\d+\s*页|page\s+\d+|\d+\s*\/\s*\d+|-\s*\d+\s*-)/iu,
  // Contact lines.
  new RegExp(
    `^${anyOf(
      '地址, 电话, 传真, 邮编, 邮箱, 开户行, 账号, 帐号, 联系人, 联系方式, 电子邮件, 网址, 税号',
      'tel, phone, fax, e-?mail, address, website, iban, bic, swift',
    )}(?:\\s*[:：]|[.]?\\s*[+(\\d@]|\\s*$)`,
    'iu',
  ),
  // The lines of a paper between its title and its text.
  /^[[【]?(?:关\s*键\s*[词字]|key\s?words?\b|index terms|中图分类号|收稿日期|基金项目|作者简介|通[讯信]作者)/iu,
  /intentionally left blank/iu,
  // Salutations and closings of letters.
  /^(?:dear\s|尊敬的.{0,20}[:：]|此致|敬礼|yours\s|sincerely|best regards|kind regards)/iu,
  // Names of the parties at the head or the foot of a contract.
  /^(?:[（(]?(?:甲|乙|丙|丁|买|卖|供|需)\s*方|法定代表人|授权代表)[^，。]{0,20}[:：]/u,
  // References to literature.
  /^\[\d+\]\s/u,
  // Lines to sign on.
  /^(?:by|name|title|date|signature|signed)\s*:/iu,
];

/** Matches words of clauses and courtesies that nearly every contract or letter has. */
export const BOILERPLATE = new RegExp(
  anyOf(
    '未尽事宜, 一式[两二三四五六七八九\\d]+份, 具有同等(?:的)?法律效力, 经双方(?:签字|盖章), 友好协商',
    '不可分割(?:的)?(?:组成)?部分, 视为(?:已经?|有效)?(?:送达|收到)',
    '如有(?:任何)?(?:疑问|疑义|问题).{0,6}请(?:随时|及时)?(?:与.{1,12})?(?:联系|咨询|致电|来电)',
    'entire agreement, counterparts, severab, in witness whereof, governing law, waiver of',
    'headings are for convenience, force majeure shall mean',
    'integral part of (?:this|the) (?:agreement|contract)',
    'deemed (?:to have been )?(?:duly )?(?:received|delivered|given|served)',
    '(?:feel free|do not hesitate|don’t hesitate) to (?:contact|call|reach|ask|write)',
    'if you have any (?:further )?(?:questions|queries)',
  ),
  'iu',
);

/**
 * Matches a sentence about the parts of the document, such as `In this section, we describe …`. Such a
 * sentence only announces what other sentences say.
 */
export const ABOUT_PARTS = new RegExp(
  anyOf(
    '^in (?:this|the (?:next|following)) (?:sub)?(?:section|chapter)s?\\b',
    '^this (?:sub)?(?:section|chapter)\\b',
    '^(?:section|chapter|appendix) (?:\\d+|[ivx]+|[a-z])(?:\\.\\d+)* \\p{Ll}',
    '\\b(?:rest|remainder) of (?:this|the) (?:paper|article|report|document)\\b',
    '\\b(?:paper|article|report|document|rest|remainder) is (?:organi[sz]ed|structured)',
    '^在?(?:本|下一?)(?:节(?!目)|章(?!程))',
    '^在?第\\s*[一二三四五六七八九十\\d]+\\s*[章节].{0,6}(?:介绍|讨论|描述|给出|分析|阐述|总结|说明)',
    '^本(?:文|报告)(?:其余|后续|组织|章节|结构|内容)(?:结构|安排|部分|组织)?如下',
  ),
  'iu',
);
