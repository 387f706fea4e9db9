import type { Draft } from '../draft';
import { asRecord } from '../record';

/**
 * For each field of an answer, the other names that models use for it, in lower case and without spaces,
 * dashes and underscores.
 */
export type Names = Readonly<Record<string, readonly string[]>>;

export const DRAFT_NAMES = {
  title: ['文档标题', '标题', '题目'],
  doc_type: ['doctype', 'documenttype', '文档类型', '类型'],
  language: ['lang', '文档语言', '语言'],
  tags: ['keywords', 'keytags', '关键标签', '标签', '关键词'],
  summary: ['精炼总结', '摘要', '总结', '概要'],
  actions: ['actionitems', 'todos', 'tasks', '待办事项', '待办', '行动项'],
  points: ['keypoints', '核心观点', '要点', '关键点', '观点'],
  facts: ['keyfacts', '关键信息', '关键事实', '事实', '信息'],
  fields: ['字段', '自定义字段'],
} as const satisfies Readonly<Record<keyof Draft, readonly string[]>>;

export const STATEMENT_NAMES = {
  text: [
    'content',
    'statement',
    'sentence',
    'action',
    'task',
    'point',
    'description',
    '文本',
    '内容',
    '陈述',
    '事项',
    '描述',
  ],
  refs: ['ref', 'references', 'citations', 'sentences', '引用', '依据', '句子编号', '编号', '来源'],
  owner: ['responsible', 'assignee', '负责人', '责任人', '责任方', '负责方'],
  quote: ['引文', '原文'],
  due: ['deadline', 'duedate', '截止日期', '截止时间', '截止', '期限'],
} as const satisfies Names;

export const DUE_NAMES = {
  kind: ['type', '类型'],
  text: ['文本', '内容', '原文'],
  date: ['日期'],
} as const satisfies Names;

export const FACT_NAMES = {
  name: ['key', 'label', 'fact', '名称', '项目'],
  value: ['值', '数值', '内容'],
  quote: STATEMENT_NAMES.quote,
  refs: STATEMENT_NAMES.refs,
} as const satisfies Names;

/**
 * Creates a function that gives an object's fields the names that the prompt asks for. Models translate
 * field names or change their case.
 */
export function withNames(names: Names): (value: unknown) => unknown {
  return (value) => {
    const record = asRecord(value);
    if (record === null) return value;
    const byPlainName = new Map(Object.entries(record).map(([name, field]) => [plain(name), field]));
    const missing = Object.entries(names).filter(([name]) => record[name] === undefined);
    const found = missing.flatMap(([name, others]) => {
      const other = [plain(name), ...others].find((candidate) => byPlainName.has(candidate));
      return other === undefined ? [] : [[name, byPlainName.get(other)] as const];
    });
    return found.length === 0 ? value : { ...record, ...Object.fromEntries(found) };
  };
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}

const LISTS = [DRAFT_NAMES.summary, DRAFT_NAMES.actions, DRAFT_NAMES.points, DRAFT_NAMES.facts];
const LIST_NAMES: ReadonlySet<string> = new Set(['summary', 'actions', 'points', 'facts', ...LISTS.flat()]);

/** Returns whether one of an object's fields has the name of a list in the digest, such as `actions`. */
export function hasLists(object: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(object).some((name) => LIST_NAMES.has(plain(name)));
}
