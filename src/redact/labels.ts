import type { RedactKind } from './finding';

/**
 * Words that stand before a number and name its kind. A number with such a label is recognised even if its
 * digits alone do not show its kind. The labels are matched in text that `fold` has normalised (see
 * `folded.ts`).
 */
const labels: { readonly [Kind in RedactKind]?: readonly [chinese: string, latin: string] } = {
  idCard: [
    '\u8eab[\u4efd\u5206][\u8bc1\u8b49]|\u8bc1\u4ef6|\u8b49\u4ef6|\u62a4\u7167|\u8b77\u7167|\u901a\u884c\u8bc1|\u793e\u4fdd\u53f7|' +
      '\uc8fc\ubbfc\ub4f1\ub85d|\ub9c8\uc774\ub118\ubc84|\u30de\u30a4\u30ca\u30f3\u30d0\u30fc',
    'id|id card|identity(?: card)?|identification|national id|passport|pass|ssn|social security|' +
      'national insurance|nino?|nric|fin|hkid|dni|nie|cpf|aadhaar|personnummer|bsn|pesel|curp|' +
      'ausweis|personalausweis|reisepass|driving licence|driver.?s licen[cs]e|codice fiscale|s[e\u00e9]curit[e\u00e9] sociale|insee|nir',
  ],
  bankCard: [
    '[\u8d26\u5e10\u8cec\u5e33]\u53f7|[\u8d26\u5e10\u5e33]\u865f|[\u8d26\u5e10]\u6237|\u5361\u53f7|\u5361\u865f|\u94f6\u884c\u5361|' +
      '\u4fe1\u7528\u5361|\u50a8\u84c4\u5361|\u53e3\u5ea7',
    'iban|account|acct|a/c|acc|card|credit card|debit card|konto|compte|cuenta|conto|conta|rekening',
  ],
  phone: [
    '\u7535\u8bdd|\u96fb\u8a71|\u624b\u673a|\u624b\u6a5f|\u4f20\u771f|\u50b3\u771f|\u5ea7\u673a|\u8054\u7cfb\u65b9\u5f0f|\u806f\u7d61\u65b9\u5f0f|' +
      '\u70ed\u7ebf|\u643a\u5e26|\u643a\u5e2f|\uc804\ud654|\ud734\ub300\ud3f0|\u5fae\u4fe1|QQ',
    'tel|telephone|telefon|telefono|t[e\u00e9]l(?:[e\u00e9]phone)?|tel[e\u00e9]fono|phone|mobile|mobil|' +
      'm[o\u00f3]vil|handy|cell|cellphone|fax|hotline|whatsapp|call|ph|portable',
  ],
};

/** The words "number" and "is", which may be between a label and its number. */
const BETWEEN =
  '(?:\\s?(?:\u53f7\u7801|\u865f\u78bc|\u53f7|\u865f|\u5b57\u865f|\u662f|\u4e3a|\ubc88\ud638|\u756a\u53f7|' +
  'numbers?|nummer|num[e\u00e9]ro|n[\u00fau]mero|no|nr|n\u00b0|#)\\.?){0,2}';

/**
 * Matches each character or character class of a Chinese label, except the last one. In forms, spaces may
 * stand between the characters of a label.
 */
const WITHIN_LABEL = /(?:\[[^\]]*\]|[\u3400-\u9fff])(?=\[|[\u3400-\u9fff])/g;

/**
 * Returns a regular expression that matches a label at the end of the text before a number. A colon, a
 * bracket or the end of a cell may follow the label. The only group contains the colon, or is empty if there
 * is none.
 */
export function labelBefore(kind: RedactKind): RegExp | null {
  const words = labels[kind];
  if (words === undefined) return null;
  const [chinese, latin] = words;
  return new RegExp(
    `(?:${chinese.replace(WITHIN_LABEL, '$& {0,4}')}|(?:^|[^a-z])(?:${latin}))${BETWEEN}\\.?\\s?(:?)[\\s(+]{0,3}$`,
    'iu',
  );
}
