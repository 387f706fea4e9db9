import { describe, expect, it, onTestFinished } from 'vitest';
import { digestPages } from '../../../src/digest/digest-pages';
import { connect } from '../../../src/llm/connect';
import type { Page } from '../../../src/pdf/document';
import { generated, written } from '../../../src/redact/find.examples';
import { REDACT_KINDS } from '../../../src/redact/finding';
import { fastPorts } from '../../endpoint/fast-ports';
import { nodeHttp } from '../../endpoint/node-http';
import { bare, repeated, textsIn } from '../../endpoint/repeated';
import { startEndpoint } from '../../endpoint/server';
import { endpointOf } from '../llm/setup';

function pageOf(number: number, texts: readonly string[]): Page {
  const paragraphs = texts.flatMap((text) =>
    text.split('\n').map((line) => ({ kind: 'text' as const, page: number, text: line, source: [] })),
  );
  return { number, kind: 'text', width: 595, height: 842, paragraphs };
}

describe('requests to the endpoint', () => {
  it('the endpoint receives none of 200 private values, and the digest contains all values', async () => {
    const all = [...written, ...generated];
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
