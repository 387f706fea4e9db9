import type { Draft, DraftAction, DraftFact } from '../../../src/llm/draft';
import type { Sentence } from '../../../src/text/sentence';

/** Makes the sentences of a document. Each argument has the texts of one page. */
export function documentOf(...pages: readonly (readonly string[])[]): Sentence[] {
  let paragraph = -1;
  return pages
    .flatMap((texts, index) => texts.map((text) => ({ text, page: index + 1 })))
    .map(({ text, page }, index) => {
      paragraph += 1;
      return {
        number: index + 1,
        page,
        text,
        kind: text.includes('\t') ? 'row' : 'text',
        paragraph,
        source: [{ at: 0, length: text.length, page, item: index, from: 0 }],
      };
    });
}

export const emptyDraft: Draft = {
  title: '',
  doc_type: 'other',
  language: '',
  tags: [],
  summary: [],
  actions: [],
  points: [],
  facts: [],
};

export function actionDraft(given: Partial<DraftAction>): DraftAction {
  return { text: '', owner: '', quote: '', refs: [], due: { kind: 'none', text: '', date: '' }, ...given };
}

export function factDraft(given: Partial<DraftFact>): DraftFact {
  return { name: '', value: '', quote: '', refs: [], ...given };
}
