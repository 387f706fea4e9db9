/** Words that oblige, ask and exempt, in Chinese and English. */

export const ZH_MODAL = /应当|应该|应|必须|务必|须|需|负责|承诺|保证/u;

/** Words that contain one of these without obliging anyone. */
export const ZH_NOT_MODAL =
  /供应|相应|对应|适应|反应|响应|效应|应用|应急|应付|应收|应对|应税|应届|应答|无须|所需|急需|无需|必需|按需|需求|需方|需要乙方|需要甲方|保证金|保证人|保证期|保证书|负责人/gu;

export const ZH_REQUEST =
  /(?:^|[，。；])(?:请|敬请)(?!见|参|勿|求|问|注意)(?=.{2,})|截止(?:日期|时间)|最迟|不得迟于/u;

export const EN_MODAL =
  /\b(?:shall|must|agrees? to|(?:is|are) (?:required|obliged|obligated) to|undertakes? to|is responsible for|are responsible for|needs? to|(?:is|are) due|due (?:on|by|within)|has to|have to)\b/iu;

export const EN_REQUEST = /(?:^|[.;:,]\s*)(?:please|kindly)\s+\w+|\b(?:ask|request|urge|remind) you to\b/iu;

export const ZH_TIMED = /^[^，。；]{2,24}(?:日|底|末|月|年|周)(?:之|以)?[前内]，/u;

/** Verbs of things that get done and ticked off. */
export const ZH_DEED =
  /支付|付清|缴纳|交纳|汇入|提交|交付|提供|通知|开具|办理|完成|更新|公布|上线|归还|返还|退还|报送|寄送|送达|安装|验收|备案|登记|续签|签署|确认|答复|回复|更换|修复|整改|参加|出席|填写|上报|搬离|腾退|采购|发货|培训|开通|移交|披露/u;

export const EN_DEED =
  /\b(?:pay|paid|submit|deliver|provide|notify|return|complete|respond|register|furnish|send|give|file|report|sign|execute|obtain|maintain|install|repair|replace|refund|reimburse|remit|issue|renew|apply|attend|confirm|review|prepare|transfer|destroy|cease|invoice|payment|contact|fill)\b/iu;

/** Rights, definitions, liabilities and the nature of things: worded like duties, but nothing to do. */
export const ZH_NO_TASK =
  /有权|应(?:视为|理解|被视|适用|以.{0,12}为准|属于|包括)|不应|无需|无须|不需要|是指|承担(?:全部|相应|违约|赔偿|连带|法律|一切)?.{0,6}(?:责任|损失)|由.{0,10}管辖|不可抗力/u;

export const EN_NO_TASK =
  /\b(?:shall (?:be deemed|mean|have the right|be governed|be construed|constitute|remain|survive|apply|include|not be liable|commence|continue|prevail|take precedence|have no|inure)|(?:shall|must) not|may not|means|is entitled to|must have been|must be (?:noted|true))\b/iu;
