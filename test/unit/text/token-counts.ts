/**
 * Texts in the form in which the model reads them. The numbers of tokens come from three tokenizers that the
 * vendors publish: o200k_base (GPT-4o and later), Qwen 2.5 and DeepSeek V3.
 */
export const TOKEN_COUNTS: readonly (readonly [
  what: string,
  lines: readonly string[],
  counts: readonly [o200k: number, qwen: number, deepSeek: number],
])[] = [
  [
    'a Chinese contract',
    [
      '[1] 技术服务合同',
      '[2] 甲方：云杉数据有限公司，住所地：上海市浦东新区张江路88号。',
      '[3] 乙方应于2026年3月15日前交付全部成果，并保证其不侵犯任何第三方的知识产权。',
      '[4] 甲方应于验收合格之日起十个工作日内，向乙方支付合同总价款的百分之三十，即人民币叁拾万元整（¥300,000.00）。',
      '[5] 逾期付款的，每逾期一日，按应付未付金额的万分之五支付违约金。',
    ],
    [145, 132, 121],
  ],
  [
    'a Chinese report',
    [
      '[18] 本季度营业收入同比增长12.6%，达到3.48亿元，主要得益于海外市场的持续拓展。',
      '[19] 研发投入占营业收入的比重由上年同期的8.1%提高到9.3%，新增发明专利授权27项。',
      '[20] 受原材料价格上涨影响，综合毛利率下降1.4个百分点，管理层预计下半年将逐步企稳。',
    ],
    [98, 87, 79],
  ],
  [
    'an English contract',
    [
      '[1] MASTER SERVICES AGREEMENT',
      '[2] The Contractor shall deliver the final report no later than 15 March 2026, and shall indemnify the Client against any claim arising therefrom.',
      '[3] Payment is due within thirty (30) days after receipt of a correct invoice; interest accrues at 1.5% per month on overdue amounts.',
      "[4] Either party may terminate this Agreement upon sixty days' prior written notice to the other party.",
    ],
    [96, 100, 96],
  ],
  [
    'an English paper',
    [
      '[44] We propose a lightweight attention mechanism that reduces inference latency by 37% without measurable loss of accuracy.',
      '[45] Experiments on ImageNet-1k, COCO and ADE20K (see Table 3) show that the approach generalises across architectures.',
      '[46] Following Smith et al. (2021), hyperparameters were tuned on a held-out validation set with early stopping.',
    ],
    [82, 90, 82],
  ],
  [
    'both languages in one sentence',
    [
      '[7] 根据《软件许可协议》(Software License Agreement) 第 3.2 条，License Fee 为 USD 12,500.00，应于 2026-03-15 前支付。',
      '[8] 本系统基于 Kubernetes 与 PostgreSQL 部署，SLA 不低于 99.95%，由 DevOps 团队负责 on-call 支持。',
    ],
    [78, 98, 82],
  ],
  [
    'a table of amounts',
    [
      '[12] 名称 | 数量 | 单价 | 金额',
      '[13] 服务器 | 2 | 45,000.00 | 90,000.00',
      '[14] 交换机 | 4 | 3,200.00 | 12,800.00',
      '[15] 合计 | 6 | — | 102,800.00',
      '[16] Item | Qty | Unit price | Total',
      '[17] Router RX-240 | 12 | $1,249.50 | $14,994.00',
    ],
    [116, 154, 116],
  ],
  [
    'a table of figures',
    [
      '[301] 2021 | 14.2 | 13.8 | 15.1 | 0.97 | 1,204',
      '[302] 2022 | 15.9 | 14.4 | 16.0 | 0.99 | 1,377',
      '[303] 2023 | 17.3 | 16.2 | 18.8 | 1.02 | 1,590',
      '[304] 2024 | 18.1 | 17.0 | 19.5 | 1.04 | 1,688',
    ],
    [127, 167, 127],
  ],
  [
    'addresses and numbers',
    [
      '[61] Contact: procurement-office@example.com, +86 21 5080 1234, https://www.example.com/suppliers/register?id=20260315',
      '[62] IBAN DE89 3704 0044 0532 0130 00, BIC COBADEFFXXX, VAT no. DE123456789, order no. PO-2026-000417/B',
    ],
    [85, 120, 87],
  ],
  [
    'Japanese',
    [
      '[9] 乙は、本契約に基づき甲から受領した秘密情報を、甲の事前の書面による承諾なく第三者に開示してはならない。',
      '[10] 納入期限は2026年3月15日とし、遅延した場合は1日につき代金の0.1%を支払うものとする。',
    ],
    [88, 84, 82],
  ],
  [
    'page marks and short lines',
    [
      '--- page 1 ---',
      '[1] 目录',
      '[2] 第一章 总则',
      '[3] 第二章 双方的权利和义务',
      '--- page 2 ---',
      '[4] 1.1 定义',
      '[5] 1.2 适用范围',
      '[6] A. Scope',
      '[7] B. Terms',
    ],
    [73, 75, 70],
  ],
  [
    'Korean',
    [
      '[4] 을은 2026년 3월 15일까지 최종 보고서를 제출하여야 하며, 지연 시 하루당 계약금액의 0.1%를 지체상금으로 납부한다.',
    ],
    [50, 59, 56],
  ],
  [
    'Russian',
    [
      '[2] Исполнитель обязуется передать Заказчику итоговый отчёт не позднее 15 марта 2026 года.',
      '[3] За каждый день просрочки начисляется неустойка в размере 0,1 % от суммы договора.',
    ],
    [54, 68, 60],
  ],
  [
    'French',
    [
      "[3] Le prestataire s'engage à livrer l'ensemble des prestations au plus tard le 15 mars 2026, sous peine de pénalités de retard.",
    ],
    [36, 43, 39],
  ],
  [
    'English prose',
    [
      '[1] The committee met in the spring to consider whether the old bridge should be repaired or replaced by a new one.',
      '[2] Most of the members had crossed it every day of their lives, and few were willing to see it go.',
      '[3] In the end they asked for another report, which is how such things are usually settled.',
    ],
    [71, 71, 71],
  ],
  [
    'Chinese prose',
    [
      '[1] 会议于上午九时开始，由张主任主持，各部门负责人参加了会议并汇报了本月的工作进展情况。',
      '[2] 与会人员一致认为，应当尽快完善相关制度，明确责任分工，确保各项任务按时完成。',
    ],
    [61, 53, 52],
  ],
  [
    'a law with articles',
    [
      '[88] 第二十三条 用人单位与劳动者可以在劳动合同中约定保守用人单位的商业秘密和与知识产权相关的保密事项。',
      '[89] （一）甲方未按约定支付报酬的；（二）乙方擅自转让合同义务的；（三）法律规定的其他情形。',
    ],
    [80, 60, 55],
  ],
  [
    'code and formulas',
    [
      '[12] Let f(x) = ax^2 + bx + c with a != 0; then x = (-b ± sqrt(b^2 - 4ac)) / 2a.',
      '[13] Run `npm install --save-dev eslint@9.39.5` and add {"rules": {"no-empty": ["error"]}} to eslint.config.json.',
    ],
    [77, 80, 77],
  ],
];
