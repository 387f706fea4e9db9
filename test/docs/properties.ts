import { fieldNames, fieldsOf, fieldTypes, type FieldType } from '../../src/digest/fields';
import type { Messages } from '../../src/i18n/messages';
import { documentTypes } from '../../src/llm/draft';

interface PropertyWords {
  readonly title: string;
  readonly intro: string;
  readonly kinds: string;
  readonly kindsHead: string;
  readonly fields: string;
  readonly fieldsHead: string;
  readonly types: Readonly<Record<FieldType, string>>;
  readonly none: string;
}

export const propertyWords: Readonly<Record<'en' | 'zh-CN', PropertyWords>> = {
  en: {
    title: 'Kinds and properties',
    intro:
      'The property `pdf_kind` of a note has the kind of its document. Verified key facts become properties by kind, ' +
      'unless you turn this off. The amount of an invoice is its total, and the date of a contract is the day on which it was ' +
      'signed. A fact that is not verified, or that can be read in two ways, does not become a property.',
    kinds: 'Kinds',
    kindsHead: '| kind | `pdf_kind` | properties |',
    fields: 'Properties',
    fieldsHead: '| property | name | type |',
    types: { text: 'text', number: 'number', date: 'date', list: 'list' },
    none: '–',
  },
  'zh-CN': {
    title: '文档类型与属性',
    intro:
      '笔记的属性 `pdf_kind` 记录文档的类型。经过核对的关键信息会按文档类型写入属性，也可以关闭。发票的金额是其总额，合同的日期是签订日。未能核实的、可以有两种读法的内容不会成为属性。',
    kinds: '文档类型',
    kindsHead: '| 类型 | `pdf_kind` | 属性 |',
    fields: '属性',
    fieldsHead: '| 属性 | 名称 | 类型 |',
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
  ];
}
