import { describe, expect, it } from 'vitest';
import { digestPages } from '../../../src/digest/digest-pages';
import type { Digest } from '../../../src/digest/digest';
import type { Draft } from '../../../src/llm/draft';
import type { DraftRequest, LanguageModel } from '../../../src/llm/model';
import type { OwnField } from '../../../src/llm/own-field';
import type { Page } from '../../../src/pdf/document';
import { emptyDraft } from './document';

const field = (name: string, type: OwnField['type'], given: Partial<OwnField> = {}): OwnField => ({
  name,
  type,
  ask: '',
  kinds: [],
  ...given,
});

function pagesOf(...pages: readonly (readonly string[])[]): Page[] {
  return pages.map((lines, index) => ({
    number: index + 1,
    kind: 'text',
    width: 600,
    height: 800,
    paragraphs: lines.map((text) => ({
      text,
      page: index + 1,
      kind: text.includes('\t') ? 'row' : 'text',
      source: [],
    })),
  }));
}

const requests: DraftRequest[] = [];

/** Digests pages with a model that gives the `answers` in turn. If `answers` is null, there is no model. */
async function digest(
  pages: readonly Page[],
  answers: readonly Partial<Draft>[] | null,
  fields: readonly OwnField[],
  contextTokens = 100_000,
): Promise<Digest> {
  let next = 0;
  requests.length = 0;
  const model: LanguageModel = {
    name: 'm',
    limits: { contextTokens, maxOutputTokens: 4_000, concurrency: 1 },
    draft: (request) => {
      requests.push(request);
      const answer = answers?.[Math.min(next, answers.length - 1)] ?? {};
      next += 1;
      return Promise.resolve({ draft: { ...emptyDraft, ...answer } });
    },
  };
  const options = {
    signal: new AbortController().signal,
    instructions: '',
    outputLanguage: 'auto',
    fields,
  };
  const embedded = { invoices: [], unreadable: 0 };
  const document = { pages, pageCount: pages.length, recognised: [], embedded };
  return (await digestPages(document, answers === null ? null : model, options)).digest;
}

const lease = pagesOf([
  'Lease of a workshop between Northfield Tools Ltd and Harbour Street Workshop',
  'Security deposit: EUR 5,000.00',
  'Handover: 17 January 2026',
  'Keys: front door; gate; letter box',
  'Notice period: 3 months',
]);

const answer = (name: string, value: string, ref: number): Partial<Draft> => ({
  doc_type: 'contract',
  points: [{ text: 'Security deposit: EUR 5,000.00', refs: [2] }],
  fields: [{ name, value, quote: '', refs: [ref] }],
});

describe('own fields from a model', () => {
  it.each([
    [field('deposit', 'number'), 'EUR 5,000.00', 2, 5000],
    [field('handover', 'date'), '17 January 2026', 3, '2026-01-17'],
    [field('keys', 'list'), 'front door; gate; letter box', 4, ['front door', 'gate', 'letter box']],
    [field('notice', 'text'), '3 months', 5, '3 months'],
    [field('notice', 'number'), '3 months', 5, 3],
  ])(
    'the own field %o becomes both a fact and a property, and the property has the field’s type',
    async (own, value, ref, property) => {
      const made = await digest(lease, [answer(own.name, value, ref)], [own]);
      expect(made.ownProperties).toEqual({ [own.name]: property });
      expect(made.facts).toMatchObject([{ name: own.name, value, citations: [{ page: 1 }] }]);
      expect(made.unverified).toEqual([]);
    },
  );

  it.each([
    ['the document contradicts the value', field('deposit', 'number'), 'EUR 6,000.00', 2, 'differs'],
    ['the document has no such number', field('rent', 'number'), 'EUR 731.20', 2, 'absent'],
    ['the document has no such date', field('rent', 'date'), '1 March 2031', 3, 'differs'],
    ['the value has another type than the field', field('notice', 'date'), '3 months', 5, 'no-value'],
    ['the value contains two numbers', field('deposit', 'number'), 'EUR 5,000.00, 3 months', 2, 'no-value'],
  ])('an own field is unverified and becomes no property if %s', async (_why, own, value, ref, doubt) => {
    const made = await digest(lease, [answer(own.name, value, ref)], [own]);
    expect(made.ownProperties ?? {}).toEqual({});
    expect(made.unverified).toMatchObject([{ section: 'fields', text: `${own.name}: ${value}` }]);
    expect(made.unverified[0]?.doubt.kind).toBe(doubt);
  });

  it('the digest leaves out fields for other document types and fields that the user did not define', async () => {
    const invoices = field('deposit', 'number', { kinds: ['invoice'] });
    expect((await digest(lease, [answer('deposit', 'EUR 5,000.00', 2)], [invoices])).facts).toEqual([]);
    const made = await digest(lease, [answer('pdf_sha256', '5000', 2)], [field('deposit', 'number')]);
    expect(made.ownProperties).toBeUndefined();
    expect(made.unverified).toEqual([]);
  });

  it('every part’s request contains the own field, which gets no value if two parts disagree', async () => {
    const filler = Array.from(
      { length: 120 },
      (_, line) => `Line ${String(line)} of the rules of the house.`,
    );
    const pages = pagesOf(['Handover: 17 January 2026', ...filler], ['Handover: 18 January 2026', ...filler]);
    const answers = [
      answer('Handover', '17 January 2026', 1),
      answer('handover ', '18 January 2026', 122),
      { summary: [{ text: 'Rules of the house.', refs: [2] }] },
    ];
    const made = await digest(pages, answers, [field('handover', 'date')], 3_000);
    expect(
      requests.filter(({ part }) => part !== undefined).every(({ fields }) => fields?.length === 1),
    ).toBe(true);
    expect(made.ownProperties).toEqual({});
    const kinds = made.unverified.map(({ doubt }) => doubt.kind);
    expect(kinds.filter((kind) => kind === 'no-value')).toHaveLength(2);
  });
});

describe('own fields from the offline engine', () => {
  it('the offline engine takes the value that follows the field’s name or a phrase from `ask`', async () => {
    const fields = [
      field('deposit', 'number', { ask: 'Caution money, security deposit' }),
      field('handover', 'date'),
      field('keys', 'list'),
      field('caretaker', 'text'),
    ];
    const made = await digest(lease, null, fields);
    expect(made.ownProperties).toEqual({
      deposit: 5000,
      handover: '2026-01-17',
      keys: ['front door', 'gate', 'letter box'],
    });
  });

  it('the offline engine reads own fields from Chinese documents and from rows of tables', async () => {
    const pages = pagesOf([
      '设备租赁合同',
      '押　金：人民币伍仟元整；交付地点：苏州工业园区',
      '验收人\t周启明',
      '名称\t数量\t单价',
      '押金（盖章）\t乙方（盖章）',
      '验收人： 　　日期：',
    ]);
    const fields = [
      field('押金', 'number'),
      field('地点', 'text', { ask: '交付地点' }),
      field('验收', 'text', { ask: '验收人' }),
      field('名称', 'text'),
    ];
    const made = await digest(pages, null, fields);
    expect(made.ownProperties).toEqual({ 押金: 5000, 地点: '苏州工业园区', 验收: '周启明' });
  });
});
