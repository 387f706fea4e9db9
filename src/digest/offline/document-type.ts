import type { DocumentType } from '../digest';

/** What a kind of document calls itself, and what stands in it. */
interface Kind {
  readonly type: DocumentType;
  /** In the title, or as a line of the beginning. */
  readonly name: RegExp;
  /** Each one that stands in the text counts. */
  readonly signs: readonly RegExp[];
}

const KINDS: readonly Kind[] = [
  {
    type: 'receipt',
    name: /\b(?:receipts?|cash (?:bill|sales?)|simplified tax invoice|kassenbon|quittung|ticket de caisse|scontrino|kassabon)\b|收据|小票|收款凭证/iu,
    signs: [
      /\b(?:cash|change)\b[^\p{L}]{1,16}\d/iu,
      /\bcashier\b|收银员/iu,
      /thank you|please come again|goods sold/iu,
      /\b(?:rounding|gst summary|item\(s\)|total qty|qty\(s\)|salesperson|waiter|pax|slip no)\b/iu,
      /\bsdn\.? bhd\b/iu,
    ],
  },
  {
    type: 'invoice',
    name: /(?:^|[^\p{L}])(?:tax |sales |commercial )?invoice\b|facture\b|\bavoir\b|rechnung(?!s(?:hof|wesen|prüf|legung))|gutschrift|\bfactura\b|\bfattura\b|\bfactuur\b|credit note|发票/iu,
    signs: [
      /\b(?:bill(?:ed)? to|amount due|balance due|invoice (?:no|number|date|#)|subtotal)\b|价税合计|开票日期|购买方|发票号码/iu,
      /\b(?:vat|tva|iva|btw|mwst|ust)\b|umsatzsteuer|税额|税率/iu,
      /\biban\b|\bbic\b|开户行/iu,
      /rechnungs(?:nummer|datum|betrag)|date de facture|total ttc|gesamtbetrag|zahlbetrag|bruttosumme/iu,
    ],
  },
  {
    type: 'quotation',
    name: /\b(?:quotation|quote|price offer|offerte|devis|angebot|kostenvoranschlag|presupuesto|preventivo)\b|报价(?:单|书|函)|询价/iu,
    signs: [/\bvalid (?:for|until)\b|有效期|gültig bis/iu, /\bunit price\b|单价/iu],
  },
  {
    type: 'purchase-order',
    name: /\b(?:purchase order|bestellung|bon de commande|orden de compra|ordine di acquisto)\b|采购订单|订购单|采购单/iu,
    signs: [/\b(?:ship to|p\.?o\.? (?:no|number|#))|送货地址|交货日期/iu],
  },
  {
    type: 'statement',
    name: /\b(?:account|bank|billing|card|brokerage|credit card|monthly) statement\b|statement of account|kontoauszug|relevé de compte|extracto bancario|estratto conto|rekeningoverzicht|对账单|账户明细|交易明细|账单/iu,
    signs: [
      /\b(?:opening|closing|previous|new|ending|beginning) balance\b|期初余额|期末余额|上期余额/iu,
      /\b(?:withdrawals?|deposits?|transactions?)\b|支出|存入|交易日期/iu,
    ],
  },
  {
    type: 'payslip',
    name: /\b(?:pay ?slip|pay ?stub|earnings statement|salary slip|gehaltsabrechnung|lohnabrechnung|entgeltabrechnung|bulletin de paie|nómina|busta paga|loonstrook)\b|工资(?:条|单)|薪资单/iu,
    signs: [
      /\b(?:gross pay|net pay|deductions|year to date|ytd)\b|应发工资|实发工资|个人所得税|公积金/iu,
      /\bemployee (?:id|no|name|number)\b|工号/iu,
    ],
  },
  {
    type: 'minutes',
    name: /\b(?:minutes|meeting (?:notes|summary|record)|protokoll|compte[- ]rendu|verbale|notulen)\b|会议(?:纪要|记录|纪实)|纪要/iu,
    signs: [
      /\b(?:attendees|attending|present|participants|apologies|absent|roll call)\b\s*[:(]?|与会|参会|出席人|会议时间|主持人?[:：]/iu,
      /\b(?:action items?|called to order|adjourned|agenda|next meeting)\b|议题|下次会议|会议决定/iu,
    ],
  },
  {
    type: 'notice',
    name: /\b(?:notice|announcement|circular|bekanntmachung|avis|aviso|avviso)\b|通知|通告|公告|公示|启事/iu,
    signs: [
      /特此(?:通知|公告|通告)|现将.{0,40}(?:通知|公告)如下|现就.{0,30}通知如下|hereby (?:given|notified)/iu,
      /各(?:有关)?(?:单位|部门|学院|市|省|区|县|系)/u,
    ],
  },
  {
    type: 'policy',
    name: /\b(?:policy|code of conduct|terms (?:of (?:service|use)|and conditions)|privacy|regulations?|bylaws|act|standard|guidelines?)\b|(?:管理|实施|暂行)?办法|规定|制度|条例|守则|章程|细则|政策|规范|标准|规程/iu,
    signs: [
      /\b(?:this policy|you agree|your use of|shall apply to)\b|本(?:办法|规定|制度|条例|标准|章程)/iu,
      /第[一二三四五六七八九十\d]+条/u,
    ],
  },
  {
    type: 'contract',
    name: /合同|协议书?|契约|\bagreement\b|\bcontract\b|\blease\b|\bvertrag\b|\bcontrat\b|\bcontrato\b|\bcontratto\b|\bovereenkomst\b/iu,
    signs: [
      /甲\s*方|乙\s*方|\bhereinafter\b|\bwhereas\b|\bparty [ab]\b|\bthe parties\b|by and between/iu,
      /违约责任|争议解决|一式[两二三四\d]份|\bgoverning law\b|\bindemnif|in witness whereof|laws of the state/iu,
      /达成(?:如下|本|以下)?协议|签订本(?:合同|协议)|entered into/iu,
    ],
  },
  {
    type: 'plan',
    name: /\b(?:plan|roadmap|schedule|proposal)\b|计划|规划|(?:实施|工作|活动)?方案|日程|安排|建议书/iu,
    signs: [/\b(?:milestones?|timeline|deliverables)\b|里程碑|进度安排|工作目标|总体目标/iu],
  },
  {
    type: 'report',
    name: /\breport\b|报告|年报|季报|月报|白皮书|\bwhite ?paper\b|\bbericht\b|\brapport\b|\binforme\b|\brelazione\b|\bresults\b|分析|调研/iu,
    signs: [
      /\bexecutive summary\b|\bfindings\b|\brecommendations\b|调查|统计|同比|环比/iu,
      /\b(?:fiscal|quarter|revenue|net income)\b|审计|营业收入/iu,
    ],
  },
  {
    type: 'paper',
    name: /\bthesis\b|\bdissertation\b|论文/iu,
    signs: [
      /(?:^|\n)\s*abstract\b|摘\s*要/iu,
      /关\s*键\s*[词字]|\bkey\s?words\b|\bindex terms\b/iu,
      /(?:^|\n)[\s\d.]*references\b|参考文献/iu,
      /\bet al\.|\barxiv\b|\bdoi\b|\[\d+\]/iu,
      /\bwe (?:propose|present|show|study)\b|\bin this paper\b|本文|\bproceedings\b|\btheorem\b/iu,
    ],
  },
  {
    type: 'letter',
    name: /\bletter\b|\bbrief\b|\blettre\b|函$|信$/iu,
    signs: [
      /(?:^|\n)\s*(?:dear\b|尊敬的|致[:：]|sehr geehrte|madame|estimad|egregi|geachte)/iu,
      /\b(?:yours (?:sincerely|faithfully|truly)|sincerely,?|best regards|kind regards|mit freundlichen grüßen)|此致|敬礼|敬上/iu,
    ],
  },
  {
    type: 'manual',
    name: /说明书|手册|指南|教程|\b(?:user(?:'s)? (?:manual|guide)|owner's manual|manual|handbook|installation guide|quick start|reference|tutorial|handbuch|bedienungsanleitung|guide)\b/iu,
    signs: [
      /\b(?:warning|caution)[:!]|注意事项|安装步骤|故障排除|\btroubleshooting\b/iu,
      /\b(?:press|click|install|connect) the\b|点击|安装/iu,
    ],
  },
  {
    type: 'slides',
    name: /\bslides?\b|演示文稿|幻灯片/iu,
    signs: [/(?:^|\n)\s*(?:agenda|outline|thank you!?|thanks!?|q\s?&\s?a|谢谢|目录)\s*(?:$|\n)/iu],
  },
  {
    type: 'form',
    name: /\b(?:form|questionnaire|checklist|formular|formulaire)\b|(?:申请|登记|报名|审批|评审|汇总|调查)表|问卷|表格/iu,
    signs: [/_{4,}|＿{3,}|□|☐/u, /\b(?:signature|date of birth|please print)\b|签名|填表/iu],
  },
  {
    type: 'certificate',
    name: /\b(?:certificate|certification|diploma|zertifikat|urkunde|attestation)\b|证书|证明|认证/iu,
    signs: [/\b(?:this is to certify|hereby certif)|兹证明|特此证明|持证人/iu],
  },
  {
    type: 'resume',
    name: /\b(?:resume|résumé|curriculum vitae|cv|lebenslauf)\b|简历/iu,
    signs: [
      /\b(?:work experience|employment history|professional experience)\b|工作经(?:历|验)/iu,
      /\bskills\b|技能|自我评价/iu,
    ],
  },
  {
    type: 'court',
    name: /\b(?:judg(?:e?ment)|opinion|order|v\.|decision)\b|判决书|裁定书|起诉状|仲裁|裁决/iu,
    signs: [
      /\b(?:plaintiffs?|defendants?|petitioners?|respondents?|court of appeals|district court|supreme court)\b|原告|被告|上诉人|人民法院/iu,
      /\b(?:case (?:no|\d)|docket|u\. ?s\. ?c\.|certiorari)\b|（\d{4}）.{1,12}号|审判/iu,
    ],
  },
  {
    type: 'application',
    name: /\bapplication (?:for|to|letter)\b|申请书|申报书|投标书|标书/iu,
    signs: [/\bapplicants?\b|申请人|申报单位|投标人/iu],
  },
];
const NAME = 4;
const HEAD = 2;
const SIGN = 2;
/** A kind is named when its cues weigh at least this much. */
const LEAST = 4;
/** UTF-16 units of the beginning in which a document names its kind. */
const BEGINNING = 400;

/**
 * The kind of document, from its title, its beginning and what stands in it (both ends of the text are
 * enough).
 */
export function documentTypeOf(title: string, text: string): DocumentType {
  const head = text.slice(0, BEGINNING);
  let best: { type: DocumentType; score: number } = { type: 'other', score: LEAST - 1 };
  for (const { type, name, signs } of KINDS) {
    const named = name.test(title) ? NAME : name.test(head) ? HEAD : 0;
    const found = signs.filter((sign) => sign.test(text)).length;
    const score = named + SIGN * found;
    if (score > best.score) best = { type, score };
  }
  return best.type;
}

/** How a document of a type names its kind, in its own words; empty when it does not. */
export function namedIn(type: DocumentType, text: string): string {
  const name = KINDS.find((kind) => kind.type === type)?.name.exec(text)?.[0] ?? '';
  return name.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replace(/\s+/gu, ' ');
}
