import type { DocumentType } from '../digest';

/** Cues by kind of document, each with its weight; they count once, and more in the title. */
const CUES: readonly (readonly [DocumentType, number, RegExp])[] = [
  ['contract', 3, /(?:合同|协议书?|契约)(?:编号|书|条款)?|\b(?:this )?agreement\b|\bcontract\b/iu],
  [
    'contract',
    3,
    /甲方[（(:：\s]|乙方[（(:：\s]|\bhereinafter\b|\bwhereas\b|\bparty [ab]\b|\bthe parties\b/iu,
  ],
  ['contract', 2, /违约责任|争议解决|一式[两二三四\d]份|\bgoverning law\b|\bindemnif/iu],
  [
    'invoice',
    4,
    /发票(?:号码|代码)?|开票日期|价税合计|购买方|\binvoice\b|\bfacture\b|\brechnung\b|\bfactuur\b/iu,
  ],
  [
    'invoice',
    2,
    /\b(?:bill(?:ed)? to|amount due|subtotal|vat|due date|balance due|invoice date)\b|应付金额|税额/iu,
  ],
  ['paper', 3, /\babstract\b|摘\s*要|关键词|\bkeywords\b|\bindex terms\b/iu],
  ['paper', 3, /\breferences\b|参考文献|\bet al\.|\barxiv\b|\bdoi\b/iu],
  ['paper', 1, /\bwe (?:propose|present|show|study)\b|本文|\bproceedings\b|\btheorem\b/iu],
  [
    'report',
    3,
    /报告|年报|季报|审计|\b(?:annual |quarterly |progress |financial )?report\b|\bexecutive summary\b/iu,
  ],
  ['report', 1, /\bfindings\b|\brecommendations\b|调查|统计|同比|环比/iu],
  ['letter', 4, /^\s*(?:dear\b|尊敬的|致[:：])/imu],
  [
    'letter',
    2,
    /\b(?:yours (?:sincerely|faithfully|truly)|sincerely,|best regards|kind regards)|此致|敬礼|敬上/iu,
  ],
  [
    'manual',
    4,
    /说明书|使用手册|用户手册|操作指南|(?:参考|使用|用户|操作|安装|维护)(?:手册|指南)|\b(?:user(?:'s)? (?:manual|guide)|owner's manual|instruction manual|installation guide|quick start|reference manual|reference guide)\b/iu,
  ],
  ['manual', 1, /\b(?:warning|caution)[:!]|注意事项|安装步骤|故障排除|\btroubleshooting\b/iu],
];

/** A kind is named when its cues weigh at least this much. */
const LEAST = 4;

/** The kind of document, from cues in its title and its text (the first and last pages tell enough). */
export function documentTypeOf(title: string, text: string): DocumentType {
  const scores = new Map<DocumentType, number>();
  for (const [type, weight, cue] of CUES) {
    const score = (cue.test(text) ? weight : 0) + (cue.test(title) ? weight : 0);
    scores.set(type, (scores.get(type) ?? 0) + score);
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= LEAST ? best[0] : 'other';
}
