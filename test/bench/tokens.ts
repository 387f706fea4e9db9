/**
 * `npm run bench:tokens`: estimates the tokens of a digest of ten full pages, in English and Chinese, without
 * and with the second reading. Presets with the same token limits form one group. `docs/endpoints.md`
 * lists the results.
 */
import { digestDocument, type DigestPlan } from '../../src/digest/digest-document';
import type { LanguageModel } from '../../src/llm/model';
import { PRESETS, type Preset } from '../../src/llm/presets/presets';
import { expectedTokens } from '../../src/text/tokens';
import { long } from '../fixtures/documents/long';
import { readSentences } from '../unit/digest/round-trip';
import { withPdf } from '../unit/fixtures/open-with-pdfjs';

const PAGES = 10;

/** Thrown as soon as the plan exists, so that no request is sent. */
class Planned extends Error {}

async function planFor(language: 'en' | 'zh', limits: LanguageModel['limits']): Promise<DigestPlan> {
  const sentences = await withPdf(long(PAGES, language), undefined, async (pdf) => {
    const read = await readSentences(pdf);
    return read.sentences;
  });
  const mustNotBeCalled = (): never => {
    throw new Planned();
  };
  const model: LanguageModel = {
    name: 'none',
    limits,
    draft: mustNotBeCalled,
    read: mustNotBeCalled,
    correct: mustNotBeCalled,
  };
  let plan: DigestPlan | undefined;
  await digestDocument({ sentences, pageCount: PAGES, notRead: [] }, model, {
    instructions: '',
    outputLanguage: 'auto',
    signal: new AbortController().signal,
    // The plugin's own estimate is too high on purpose. So a different estimate is used here: the count that
    // a model would probably report.
    estimateTokens: (text) => Math.ceil(expectedTokens(text)),
    approve: (planned) => {
      plan = planned;
      throw new Planned();
    },
  }).catch((thrown: unknown) => {
    if (!(thrown instanceof Planned)) throw thrown;
  });
  if (plan === undefined) throw new Error('The engine made no plan.');
  return plan;
}

const limitsOf = ({ contextTokens, maxOutputTokens }: Preset): string =>
  `${String(contextTokens)} / ${String(maxOutputTokens)}`;
const presets = Object.values(PRESETS);
for (const group of new Set(presets.map(limitsOf))) {
  const members = presets.filter((preset) => limitsOf(preset) === group);
  const [limits = PRESETS.custom] = members;
  for (const language of ['en', 'zh'] as const) {
    const { parts, calls, tokens, reading } = await planFor(language, limits);
    const once = tokens - (reading?.tokens ?? 0);
    console.log(
      `${group} ${language}: ${String(once)} tokens, ${String(tokens)} with the second reading, ` +
        `${String(parts)} parts, ${String(calls)} requests (${members.map(({ id }) => id).join(', ')})`,
    );
  }
}
