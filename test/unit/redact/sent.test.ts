import { describe, expect, it, onTestFinished } from 'vitest';
import { digestPages } from '../../../src/digest/digest-pages';
import { connect } from '../../../src/llm/connect';
import type { Draft } from '../../../src/llm/draft';
import type { Page } from '../../../src/pdf/document';
import { drawn, written } from '../../../src/redact/find.examples';
import { REDACT_KINDS } from '../../../src/redact/finding';
import { fold, LINE_HEAD } from '../../../src/redact/folded';
import type { NumberedLine } from '../../endpoint/digest-of';
import { fastPorts } from '../../endpoint/fast-ports';
import { nodeHttp } from '../../endpoint/node-http';
import { startEndpoint } from '../../endpoint/server';
import { endpointOf } from '../llm/setup';

/** Letters, digits and signs of addresses in one form, without what people put between them. */
function bare(text: string): string {
  const view = fold(text.replace(LINE_HEAD, '\n')).text.replace(/[([{<] ?(at|dot) ?[)\]}>]/gi, (_, word) =>
    word === 'at' ? '@' : '.',
  );
  return view.replace(/[^\p{L}\p{N}@]/gu, '').toUpperCase();
}

function pageOf(number: number, texts: readonly string[]): Page {
  const paragraphs = texts.flatMap((text) =>
    text.split('\n').map((line) => ({ kind: 'text' as const, page: number, text: line, source: [] })),
  );
  return { number, kind: 'text', width: 595, height: 842, paragraphs };
}

/** The draft of a model that repeats every line as a fact, and the first ones in all other places. */
function repeated(lines: readonly NumberedLine[]): Draft {
  const of = ({ text, number }: NumberedLine): { text: string; refs: number[] } => ({ text, refs: [number] });
  const due = { kind: 'relative', text: lines[0]?.text ?? '', date: '' } as const;
  return {
    title: lines[0]?.text ?? '',
    doc_type: 'other',
    language: 'en',
    tags: ['contacts'],
    summary: lines.slice(0, 3).map(of),
    actions: lines.slice(0, 3).map((line) => ({ ...of(line), owner: '', quote: line.text, due })),
    points: lines.slice(0, 3).map(of),
    facts: lines.map(({ text, number }) => ({
      name: `Line ${String(number)}`,
      value: `Value ${text}`,
      quote: text,
      refs: [number],
    })),
  };
}

describe('a server that records everything', () => {
  it('sees none of 200 values, and the digest has all of them', async () => {
    const all = [...written, ...drawn];
    expect(all.length).toBeGreaterThanOrEqual(200);
    const server = await startEndpoint({ digest: repeated });
    onTestFinished(() => server.close());
    const seen: string[] = [];
    const missing: string[] = [];
    for (let from = 0; from < all.length; from += 40) {
      const some = all.slice(from, from + 40);
      const pages = [
        pageOf(
          1,
          some.slice(0, 20).map(([, , text]) => text),
        ),
        pageOf(
          2,
          some.slice(20).map(([, , text]) => text),
        ),
      ];
      const before = server.requests.length;
      const model = {
        ...connect(endpointOf('custom', server.url), nodeHttp, fastPorts()),
        redact: REDACT_KINDS,
      };
      const instructions = `Look for ${some[0]?.[2] ?? ''}`;
      const document = { pages, pageCount: 2, recognised: [], embedded: { invoices: [], unreadable: 0 } };
      const { digest } = await digestPages(document, model, {
        signal: new AbortController().signal,
        instructions,
        outputLanguage: 'auto',
      });
      const sent = server.requests.slice(before).map(({ body }) => bare(textsIn(body).join('\n')));
      expect(sent.length).toBeGreaterThan(1);
      const kept = bare(textsIn(digest).join('\n'));
      for (const [, value] of some) {
        if (sent.some((text) => text.includes(bare(value)))) seen.push(value);
        if (!kept.includes(bare(value))) missing.push(value);
      }
    }
    expect({ seen, missing }).toEqual({ seen: [], missing: [] });
  });
});

/** All texts in a JSON value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
