import { fieldNames, fieldsOf, fieldTypes } from '../../src/digest/fields';
import type { Messages } from '../../src/i18n/messages';
import { documentTypes } from '../../src/llm/draft';
import type { FieldType } from '../../src/llm/own-field';

interface PropertyWords {
  readonly title: string;
  readonly intro: string;
  readonly kinds: string;
  readonly kindsHead: string;
  readonly fields: string;
  readonly fieldsHead: string;
  readonly notes: readonly string[];
  readonly types: Readonly<Record<FieldType, string>>;
  readonly none: string;
}

export const propertyWords: Readonly<Record<'en' | 'zh-CN', PropertyWords>> = {
  en: {
    title: 'Kinds and properties',
    intro:
      'The property `pdf_kind` of a note has the kind of its document. This kind decides which verified key facts become properties. ' +
      'If you do not want these properties, turn off *Key facts as properties* on the page *Filing* of the settings. The amount of an invoice is its total, and the date of a contract is the day on which it was ' +
      'signed. A fact that is not verified, or that can be read in two ways, does not become a property.',
    kinds: 'Kinds',
    kindsHead: '| kind | `pdf_kind` | properties |',
    fields: 'Properties',
    fieldsHead: '| property | name | type |',
    notes: [
      '`pdf_amount` is the total of the document, such as the net pay of a payslip. If the document has no total, and its key facts have only one amount, `pdf_amount` is this amount.',
      '`pdf_due` is the day by which something has to be paid, delivered or answered. `pdf_end` is the last day on which the document is valid; for a quotation, it is the day until which the offer is valid.',
      '`pdf_notice_by` is the last day to give notice: to end a contract, or to refuse its renewal.',
      '`pdf_parties` lists the parties of a contract or a case, and also authors, senders and recipients, employers and employees, applicants, insurers and insured persons.',
      'Your *Own fields* become properties under their own names, in every kind of document that you choose for them. If the vault already has a property with the same name but another type, the plugin converts the value to that type. A value that cannot be converted is left out.',
      'The kind `policy` is for the rules of an organisation and for insurance policies. The kind `court` is also for letters of lawyers and of authorities.',
    ],
    types: { text: 'text', number: 'number', date: 'date', list: 'list' },
    none: '–',
  },
  'zh-CN': {
    title: '文档类型与属性',
    intro:
      '笔记的属性 `pdf_kind` 记录文档的类型。经过核对的关键信息会按文档类型写入属性；可在设置的“归档”页中关闭“关键信息写入属性”。发票的金额是其总额，合同的日期是签订日。未能核实的内容，以及可以有两种读法的内容，都不会写入属性。',
    kinds: '文档类型',
    kindsHead: '| 类型 | `pdf_kind` | 属性 |',
    fields: '属性',
    fieldsHead: '| 属性 | 名称 | 类型 |',
    notes: [
      '`pdf_amount` 是文档的总额，例如工资单的实发金额；没有总额时，是关键信息中唯一的金额。',
      '`pdf_due` 是须在当天或之前付款、交付或答复的日期。`pdf_end` 是文档有效期的最后一天；对报价单而言，是报价有效期的最后一天。',
      '`pdf_notice_by` 是可以通知终止合同或不再续约的最后一天。',
      '`pdf_parties` 列出合同或案件的当事方，也包括作者、发件人和收件人、雇主和雇员、申请人、保险人和被保险人。',
      '“自定义字段”以自己的名称写入您所选类型的文档的属性。如果仓库已把同名属性用作其他类型，则转换为该类型；无法转换时不写入。',
      '类型 `policy` 包括规章制度和保单。类型 `court` 也包括律师函和公文。',
    ],
    types: { text: '文本', number: '数字', date: '日期', list: '列表' },
    none: '–',
  },
};

/** Returns the sections of the page about kinds of documents and their properties. */
export function propertySections(words: PropertyWords, { note }: Messages): string[] {
  const kinds = documentTypes.map((kind) => {
    const names = fieldsOf(kind).map((name) => `\`${name}\``);
    return `| ${note.kinds[kind]} | \`${kind}\` | ${names.join(', ') || words.none} |`;
  });
  const fields = fieldNames.map(
    (name) => `| \`${name}\` | ${note.fields[name]} | ${words.types[fieldTypes[name]]} |`,
  );
  return [
    words.intro,
    `## ${words.kinds}`,
    [words.kindsHead, '| --- | --- | --- |', ...kinds].join('\n'),
    `## ${words.fields}`,
    [words.fieldsHead, '| --- | --- | --- |', ...fields].join('\n'),
    words.notes.map((note) => `- ${note}`).join('\n'),
  ];
}
