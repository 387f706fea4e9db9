import { describe, expect, it, onTestFinished } from 'vitest';
import { digestPages, type PagesToDigest } from '../../../src/digest/digest-pages';
import type { Digest } from '../../../src/digest/digest';
import { connect } from '../../../src/llm/connect';
import { AnswerMemory } from '../../../src/llm/memory/answer-memory';
import { remembering } from '../../../src/llm/memory/remembering';
import type { CheckingModel } from '../../../src/llm/model';
import type { Page } from '../../../src/pdf/document';
import { generated, written } from '../../../src/redact/find.examples';
import { REDACT_KINDS } from '../../../src/redact/finding';
import { MARKS } from '../../../src/redact/redactor';
import { fastPorts } from '../../endpoint/fast-ports';
import { nodeHttp } from '../../endpoint/node-http';
import { bare, repeated, textsIn } from '../../endpoint/repeated';
import { startEndpoint, type EndpointOptions, type RunningEndpoint } from '../../endpoint/server';
import { partsOf } from '../../endpoint/statements';
import { endpointOf } from '../llm/setup';

const some = [...written, ...generated].filter(([, , text]) => !text.includes('\n'));
const phones = some.filter(([kind]) => kind === 'phone').slice(0, 12);
const emails = some.filter(([kind]) => kind === 'email').slice(0, 12);

function documentOf(
  texts: readonly string[],
  embedded: Partial<PagesToDigest['embedded']> = {},
): PagesToDigest {
  const pages = Array.from({ length: Math.ceil(texts.length / 12) }, (_, index): Page => {
    const page = index + 1;
    const own = texts.slice(index * 12, page * 12);
    const paragraphs = own.map((text) => ({ kind: 'text' as const, page, text, source: [] }));
    return { number: page, kind: 'text', width: 595, height: 842, paragraphs };
  });
  const { invoices = [], unreadable = 0 } = embedded;
  return { pages, pageCount: pages.length, recognised: [], embedded: { invoices, unreadable } };
}

interface Bench {
  readonly server: RunningEndpoint;
  readonly model: CheckingModel;
}

async function open(options: EndpointOptions = {}): Promise<Bench> {
  const server = await startEndpoint({ digest: repeated, ...options });
  onTestFinished(() => server.close());
  return { server, model: connect(endpointOf('custom', server.url), nodeHttp, fastPorts()) };
}

async function digestOf(
  model: CheckingModel,
  document: PagesToDigest,
  redact: readonly string[],
): Promise<Digest> {
  const { signal } = new AbortController();
  const wishes = { signal, instructions: '', outputLanguage: 'auto' };
  return (await digestPages(document, { ...model, redact }, wishes)).digest;
}

function seenIn(requests: RunningEndpoint['requests'], values: typeof some): readonly string[] {
  const sent = requests.map(({ body }) => bare(textsIn(body).join('\n')));
  return values.flatMap(([, value]) => (sent.some((text) => text.includes(bare(value))) ? [value] : []));
}

function missingIn(digest: Digest, values: typeof some): readonly string[] {
  const kept = bare(textsIn(digest).join('\n'));
  return values.flatMap(([, value]) => (kept.includes(bare(value)) ? [] : [value]));
}

describe('replaced values', () => {
  it('no request for a long document contains a value that must be replaced', async () => {
    const { server, model } = await open({
      fault: (number) => (number % 5 === 1 ? 'unavailable' : number % 5 === 3 ? 'truncated-json' : 'good'),
      reader: (statements) =>
        statements.map(({ number, text }) => ({
          n: number,
          supported: number % 3 === 0 ? 'no' : 'yes',
          why: text,
        })),
      corrector: (statements) =>
        statements.map(({ number, text, passage }) => ({
          n: number,
          text: partsOf(text).text,
          owner: '',
          due: '',
          refs: passage.map((line) => line.number),
        })),
    });
    const limits = { contextTokens: 6_000, maxOutputTokens: 2_000, concurrency: 2 };
    const filler = 'The parties agree on the terms of this part of the list without any further condition.';
    const texts = some.flatMap(([, , text]) => [text, filler]);
    const digest = await digestOf({ ...model, limits }, documentOf(texts), REDACT_KINDS);
    const kinds = new Set(server.requests.map(({ requestKind }) => requestKind));
    expect([...kinds].sort()).toEqual(['correction', 'digest', 'reading']);
    const digests = server.requests.filter(({ requestKind }) => requestKind === 'digest');
    const merging = digests.filter(({ body }) => !textsIn(body).join('\n').includes('--- page'));
    expect(merging.length).toBeGreaterThan(0);
    expect(seenIn(server.requests, some)).toEqual([]);
    expect(textsIn(digest).join('\n').match(MARKS) ?? []).toEqual([]);
    expect(missingIn(digest, some)).toEqual([]);
  });

  it('stored answers are not used after the user stops the replacement of phone numbers', async () => {
    const { server, model } = await open();
    const store = new Map<string, string>();
    const kept = remembering(
      model,
      endpointOf('custom', server.url),
      new AnswerMemory({
        get: (key) => Promise.resolve(store.get(key)),
        put: (key, value) => Promise.resolve(void store.set(key, value)),
        delete: () => Promise.resolve(),
      }),
    );
    const values = [...phones, ...emails];
    const document = documentOf(values.map(([, , text]) => text));
    const first = await digestOf(kept, document, ['phone', 'email']);
    const requestCount = server.requests.length;
    expect(await digestOf(kept, document, ['phone', 'email'])).toEqual(first);
    expect(server.requests).toHaveLength(requestCount);
    expect(seenIn(server.requests, values)).toEqual([]);

    const second = await digestOf(kept, document, ['email']);
    const later = server.requests.slice(requestCount);
    expect(seenIn(later, phones)).toHaveLength(phones.length);
    expect(seenIn(later, emails)).toEqual([]);
    for (const digest of [first, second]) expect(missingIn(digest, values)).toEqual([]);
    expect(store.size).toBeGreaterThan(0);
  });

  it('values of an e-invoice appear in the facts but in no request', async () => {
    const { server, model } = await open();
    const invoice = {
      format: 'cii',
      number: 'ER-2031-0417',
      seller: { name: 'Nordhafen Pumpen GmbH, service@example.com', taxId: 'DE812345670' },
      buyer: { name: 'Aufzugwerk Lindau KG, +49 30 901820' },
      total: '1761.20',
      currency: 'EUR',
      iban: 'DE89370400440532013000',
      lines: [],
      missing: [],
    } as const;
    const texts = [
      'Invoice ER-2031-0417 of Nordhafen Pumpen GmbH.',
      'Pay to IBAN DE89 3704 0044 0532 0130 00.',
    ];
    const digest = await digestOf(model, documentOf(texts, { invoices: [invoice] }), [
      ...REDACT_KINDS,
      'Aufzugwerk Lindau KG',
    ]);
    const sent = bare(server.requests.map(({ body }) => textsIn(body).join('\n')).join('\n'));
    for (const value of ['DE89370400440532013000', 'service@example.com', '4930901820', 'Aufzugwerk'])
      expect(sent).not.toContain(bare(value));
    expect(bare(textsIn(digest.facts).join('\n'))).toContain('DE89370400440532013000');
  });

  it('words to hide are replaced in the document but not in the plugin’s own prompt', async () => {
    const { server, model } = await open();
    const { signal } = new AbortController();
    const fields = [{ name: 'deposit', type: 'text', ask: 'the deposit', kinds: ['other'] }] as const;
    const redact = ['auto', 'text', 'other'];
    const { digest } = await digestPages(
      documentOf(['The text of the other Auto is here.']),
      { ...model, redact },
      {
        signal,
        instructions: '',
        outputLanguage: 'auto',
        fields,
      },
    );
    const sent = textsIn(server.requests[0]?.body).join('\n');
    expect(sent).toContain('The [NAME_1] of the [NAME_2] [NAME_3] is here.');
    expect(sent.replace(/The \[NAME.*/, '').match(MARKS)).toEqual(['[PHONE_1]', '[NAME_2]']);
    expect(digest.title).toContain('other Auto');
  });
});
