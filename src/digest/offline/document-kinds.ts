import { anyOf } from '../../text/words';
import type { DocumentType } from '../digest';

/** The words of a kind of document. */
interface Kind {
  readonly type: DocumentType;
  /** Words for the kind itself, in the title or in one of the first lines. */
  readonly name: RegExp;
  /** Words in the text of such documents. A pattern that matches several times is counted once. */
  readonly signs: readonly RegExp[];
}

/** Lists of words for {@link anyOf}. */
type Lists = string | readonly string[];

/**
 * All kinds of documents with their words. If two kinds have the same score, the one that is earlier in this
 * list is used. The function `words` has two parameters: the patterns in `whole` match only whole words, and
 * the patterns in `others` match anywhere.
 */
export const KINDS: readonly Kind[] = [
  {
    type: 'receipt',
    name: words(
      [
        'receipts?, cash (?:bill|sales?), simplified tax invoice, kassenbon, quittung',
        'ticket de caisse, scontrino, kassabon',
      ],
      '收据, 小票, 收款凭证',
    ),
    signs: [
      anywhere('\\b(?:cash|change)\\b[^\\p{L}]{1,16}\\d'),
      words('cashier', '收银员'),
      anywhere('thank you, please come again, goods sold'),
      words('rounding, gst summary, item\\(s\\), total qty, qty\\(s\\), salesperson, waiter, pax, slip no'),
      words('sdn\\.? bhd'),
    ],
  },
  {
    type: 'invoice',
    name: words('avoir, factura, fattura, factuur', [
      '(?:^|[^\\p{L}])(?:tax |sales |commercial )?invoice\\b, facture\\b',
      'rechnung(?!s(?:hof|wesen|prüf|legung)), gutschrift, credit note, 发票',
    ]),
    signs: [
      words(
        'bill(?:ed)? to, amount due, balance due, invoice (?:no|number|date|#), subtotal',
        '价税合计, 开票日期, 购买方, 发票号码',
      ),
      words('vat, tva, iva, btw, mwst, ust', 'umsatzsteuer, 税额, 税率'),
      words('iban, bic', '开户行'),
      anywhere([
        'rechnungs(?:nummer|datum|betrag), date de facture, total ttc, gesamtbetrag, zahlbetrag',
        'bruttosumme',
      ]),
    ],
  },
  {
    type: 'quotation',
    name: words(
      [
        'quotation, quote, price offer, offerte, devis, angebot, kostenvoranschlag, presupuesto',
        'preventivo',
      ],
      '报价(?:单|书|函), 询价',
    ),
    signs: [words('valid (?:for|until)', '有效期, gültig bis'), words('unit price', '单价')],
  },
  {
    type: 'purchase-order',
    name: words(
      'purchase order, bestellung, bon de commande, orden de compra, ordine di acquisto',
      '采购订单, 订购单, 采购单',
    ),
    signs: [anywhere('\\b(?:ship to|p\\.?o\\.? (?:no|number|#)), 送货地址, 交货日期')],
  },
  {
    type: 'statement',
    name: words('(?:account|bank|billing|card|brokerage|credit card|monthly) statement', [
      'statement of account, kontoauszug, relevé de compte, extracto bancario, estratto conto',
      'rekeningoverzicht, 对账单, 账户明细, 交易明细, 账单',
    ]),
    signs: [
      words('(?:opening|closing|previous|new|ending|beginning) balance', '期初余额, 期末余额, 上期余额'),
      words('withdrawals?, deposits?, transactions?', '支出, 存入, 交易日期'),
    ],
  },
  {
    type: 'payslip',
    name: words(
      [
        'pay ?slip, pay ?stub, earnings statement, salary slip, gehaltsabrechnung, lohnabrechnung',
        'entgeltabrechnung, bulletin de paie, nómina, busta paga, loonstrook',
      ],
      '工资(?:条|单), 薪资单',
    ),
    signs: [
      words('gross pay, net pay, deductions, year to date, ytd', '应发工资, 实发工资, 个人所得税, 公积金'),
      words('employee (?:id|no|name|number)', '工号'),
    ],
  },
  {
    type: 'minutes',
    name: words(
      'minutes, meeting (?:notes|summary|record), meeting[^.\\n]{0,24}\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}, call notes, (?:project|weekly|group) call, stand-?up, retro(?:spective)?, protokoll, compte[- ]rendu, verbale, notulen',
      '会议(?:纪要|记录|纪实), 纪要, 例会(?:$|\\n|记录)',
    ),
    signs: [
      anywhere([
        '\\b(?:attendees|attending|present|participants|apologies|absent|roll call)\\b\\s*[:(]?, 与会',
        '参会, 出席人, 会议时间, 主持人?[:：], 记录人?[:：]',
      ]),
      anywhere([
        '(?:^|\\n)[^\\p{L}\\n]*(?:attendees|attending|attendance|in attendance|present|regrets|scribe)\\s*(?:$|[:\\n])',
      ]),
      words(
        'action items?, called to order, adjourned, agenda, next (?:meeting|call|retro)',
        '议题, 下次(?:会议|例会), 下期轮值, 会议决定',
      ),
    ],
  },
  {
    type: 'notice',
    name: words(
      'notice, announcement, reminder, call for (?:papers|participation|proposals|nominations), circular, bekanntmachung, avis, aviso, avviso',
      '通知, 通告, 公告, 公示, 启事, 须知, 温馨提示, 倡议书, 补充说明',
    ),
    signs: [
      anywhere([
        '特此(?:通知|公告|通告), 现将.{0,40}(?:通知|公告)如下, 现就.{0,30}通知如下',
        'hereby (?:given|notified)',
      ]),
      anywhere('各(?:有关)?(?:单位|部门|学院|市|省|区|县|系)'),
    ],
  },
  {
    type: 'policy',
    name: words(
      [
        'policy, code of conduct, terms (?:of (?:service|use)|and conditions), privacy, regulations?',
        'bylaws, act, standard, guidelines?',
      ],
      '保险?单, (?:管理|实施|暂行)?办法, 规定, 制度, 条例, 守则, 章程, 细则, 政策, 规范, 标准, 规程',
    ),
    signs: [
      words('this policy, you agree, your use of, shall apply to', '本(?:办法|规定|制度|条例|标准|章程)'),
      anywhere('第[一二三四五六七八九十\\d]+条'),
    ],
  },
  {
    type: 'contract',
    name: words(
      'agreement, contract, lease, contrat, contrato, contratto, overeenkomst',
      '\\p{L}*vertrag\\b, 合同, 协议书?, 契约, [借欠]条, 借据',
    ),
    signs: [
      words('hereinafter, whereas, party [ab], the parties', '甲\\s*方, 乙\\s*方, by and between, 借款人'),
      words(
        'governing law',
        '违约责任, 争议解决, 一式[两二三四\\d]份, \\bindemnif, in witness whereof, laws of the state',
      ),
      anywhere(
        '达成(?:如下|本|以下)?协议, 签订本(?:合同|协议), entered into, (?:agreement|contract|lease) (?:is|was) made',
      ),
    ],
  },
  {
    type: 'plan',
    name: words(
      'plan, roadmap, schedule, proposal',
      '计划, 规划, (?:实施|工作|活动)?方案, 日程, 安排, 建议书',
    ),
    signs: [words('milestones?, timeline, deliverables', '里程碑, 进度安排, 工作目标, 总体目标')],
  },
  {
    type: 'report',
    name: words(
      'report, white ?paper, bericht, rapport, informe, relazione, results',
      '报告, 年报, 季报, 月报, 白皮书, 分析, 调研',
    ),
    signs: [
      words('executive summary, findings, recommendations', '调查, 统计, 同比, 环比'),
      words('fiscal, quarter, revenue, net income', '审计, 营业收入'),
    ],
  },
  {
    type: 'paper',
    name: words('thesis, dissertation', '论文'),
    signs: [
      anywhere('(?:^|\\n)\\s*abstract\\b, 摘\\s*要'),
      words('key\\s?words, index terms', '关\\s*键\\s*[词字]'),
      anywhere('(?:^|\\n)[\\s\\d.]*references\\b, 参考文献'),
      words('arxiv, doi', '\\bet al\\., \\[\\d+\\]'),
      words('we (?:propose|present|show|study), in this paper, proceedings, theorem', '本文'),
    ],
  },
  {
    type: 'letter',
    name: words('letter, brief, lettre', '函$, [的封]信$'),
    signs: [
      anywhere('(?:^|\\n)\\s*(?:dear\\b|尊敬的|致[:：]|sehr geehrte|madame|estimad|egregi|geachte)'),
      anywhere([
        '\\b(?:yours (?:sincerely|faithfully|truly)|sincerely,?|best regards|kind regards|mit freundlichen grüßen)',
        '此致, 敬礼, 敬上',
      ]),
    ],
  },
  {
    type: 'manual',
    name: words(
      [
        "user(?:'s)? (?:manual|guide), owner's manual, manual, handbook, installation guide",
        'quick start, reference, tutorial, handbuch, bedienungsanleitung, guide',
      ],
      '说明书, 手册, 指南, 教程',
    ),
    signs: [
      words('troubleshooting', '\\b(?:warning|caution)[:!], 注意事项, 安装步骤, 故障排除'),
      words('(?:press|click|install|connect) the', '点击, 安装'),
    ],
  },
  {
    type: 'slides',
    name: words('slides?', '演示文稿, 幻灯片'),
    signs: [
      anywhere('(?:^|\\n)\\s*(?:agenda|outline|thank you!?|thanks!?|q\\s?&\\s?a|谢谢|目录)\\s*(?:$|\\n)'),
    ],
  },
  {
    type: 'form',
    name: words(
      'form, questionnaire, checklist, formular, formulaire',
      '(?:申请|登记|报名|审批|评审|汇总|调查|记录)表, 问卷, 表格',
    ),
    signs: [anywhere('_{4,}, ＿{3,}, □, ☐'), words('signature, date of birth, please print', '签名, 填表')],
  },
  {
    type: 'certificate',
    name: words('certificate, certification, diploma, zertifikat, urkunde, attestation', '证书, 证明, 认证'),
    signs: [anywhere('\\b(?:this is to certify|hereby certif), 兹证明, 特此证明, 持证人')],
  },
  {
    type: 'resume',
    name: words('resume, résumé, curriculum vitae, cv, lebenslauf', '简历'),
    signs: [
      words('work experience, employment history, professional experience', '工作经(?:历|验)'),
      words('skills', '技能, 自我评价'),
    ],
  },
  {
    type: 'court',
    name: words('judg(?:e?ment), opinion, order, v\\., decision', '判决书, 裁定书, 起诉状, 仲裁, 裁决'),
    signs: [
      words(
        [
          'plaintiffs?, defendants?, petitioners?, respondents?, court of appeals, district court',
          'supreme court',
        ],
        '原告, 被告, 上诉人, 人民法院',
      ),
      words('case (?:no|\\d), docket, u\\. ?s\\. ?c\\., certiorari', '（\\d{4}）.{1,12}号, 审判'),
    ],
  },
  {
    type: 'application',
    name: words('application (?:for|to|letter)', '申请书, 申报书, 投标书, 标书'),
    signs: [words('applicants?', '申请人, 申报单位, 投标人')],
  },
];

function words(whole: Lists, others: Lists = []): RegExp {
  const ends = [others].flat();
  return new RegExp(
    `\\b${anyOf(...[whole].flat())}\\b${ends.length === 0 ? '' : `|${anyOf(...ends)}`}`,
    'iu',
  );
}

function anywhere(lists: Lists): RegExp {
  return new RegExp(anyOf(...[lists].flat()), 'iu');
}
