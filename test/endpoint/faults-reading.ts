import { asRecord } from '../../src/llm/record';
import type { Exchange } from './exchange';

/**
 * Unusual answers to requests that check or correct statements. All other requests get correct answers.
 */
export type ReadingFault =
  | 'reading-too-few'
  | 'reading-too-many'
  | 'reading-none'
  | 'reading-twice'
  | 'reading-as-map'
  | 'reading-as-list'
  | 'reading-by-line'
  | 'reading-in-chinese'
  | 'reading-as-booleans'
  | 'reading-broken-off'
  | 'cut-at-bound';

type Item = Readonly<Record<string, unknown>>;

/**
 * `cut-at-bound` cuts an answer if the token limit of the request is lower than this. The plugin then repeats
 * the request with the full limit, which is higher.
 */
const SMALL_BOUND = 4_000;

function isAboutStatements({ request: { requestKind } }: Exchange): boolean {
  return requestKind === 'reading' || requestKind === 'correction';
}

/** Changes the text of the correct answer. `items` are its verdicts or corrections. */
function answering(make: (items: readonly Item[], name: string) => string): (exchange: Exchange) => void {
  return (exchange) => {
    const { answer } = exchange;
    const [[name, items] = ['', []]] = Object.entries(asRecord(JSON.parse(answer)) ?? {});
    const list = Array.isArray(items) ? (items as readonly Item[]) : [];
    exchange.send({ content: isAboutStatements(exchange) ? make(list, name) : answer, finish: 'stop' });
  };
}

function changing(change: (items: readonly Item[]) => readonly Item[]): (exchange: Exchange) => void {
  return answering((items, name) => JSON.stringify({ [name]: change(items) }));
}

function limitOf({ body }: Exchange): number {
  const options = asRecord(body['options']);
  return Number(body['max_tokens'] ?? body['max_completion_tokens'] ?? options?.['num_predict']);
}

export const READING_FAULTS: Readonly<Record<ReadingFault, (exchange: Exchange) => void>> = {
  'reading-too-few': changing((items) => items.slice(0, Math.ceil(items.length / 2))),
  'reading-too-many': changing((items) => [
    ...items,
    ...items.map((item) => ({ ...item, n: Number(item['n']) + items.length })),
  ]),
  'reading-none': changing(() => []),
  'reading-twice': changing((items) =>
    items.flatMap((item) => {
      return [item, { ...item, supported: 'no', why: 'On second thought.' }];
    }),
  ),
  'reading-as-map': answering((items) => {
    const entries = items.map(({ n, supported, text }) => [String(n), supported ?? text] as const);
    return JSON.stringify(Object.fromEntries(entries));
  }),
  'reading-as-list': answering((items) => JSON.stringify(items)),
  'reading-by-line': answering((items) => items.map((item) => JSON.stringify(item)).join('\n')),
  'reading-in-chinese': answering((items) =>
    JSON.stringify({
      判断: items.map(({ n, supported, why }) => {
        return { 编号: `第${String(n)}条`, 支持: supported === 'yes' ? '是' : '否', 理由: why };
      }),
    }),
  ),
  'reading-as-booleans': changing((items) =>
    items.map(({ n, supported }) => {
      return { id: String(n), supported: supported === 'yes' };
    }),
  ),
  'reading-broken-off': answering((items, name) => JSON.stringify({ [name]: items }).slice(0, -20)),
  // A model that thinks may reach the limit before it begins to answer.
  'cut-at-bound': (exchange) => {
    const isCut = limitOf(exchange) < SMALL_BOUND && isAboutStatements(exchange);
    exchange.send(isCut ? { content: '', finish: 'length' } : { content: exchange.answer, finish: 'stop' });
  },
};
