/**
 * `npm run bench:tokens`: estimates the tokens that a digest of ten full pages takes, in English and Chinese,
 * for each group of presets with the same context. The first figure has one reading, the second one has the
 * second reading, too. `docs/endpoints.md` has the figures.
 */
import { digestDocument, type DigestPlan } from '../../src/digest/digest-document';
import type { LanguageModel } from '../../src/llm/model';
import { PRESETS, type Preset } from '../../src/llm/presets/presets';
import { expectedTokens } from '../../src/text/tokens';
import { long } from '../fixtures/documents/long';
import { readSentences } from '../unit/digest/round-trip';
import { withPdf } from '../unit/fixtures/open-with-pdfjs';

const PAGES = 10;

/** Thrown when the plan is known, so that nothing is requested. */
class Planned extends Error {}

async function planFor(language: 'en' | 'zh', limits: LanguageModel['limits']): Promise<DigestPlan> {
  const sentences = await withPdf(long(PAGES, language), undefined, async (pdf) => {
    const read = await readSentences(pdf);
    return read.sentences;
  });
  const never = (): never => {
    throw new Planned();
  };
  const model: LanguageModel = { name: 'none', limits, draft: never, read: never, correct: never };
  let plan: DigestPlan | undefined;
  await digestDocument({ sentences, pageCount: PAGES, notRead: [] }, model, {
    instructions: '',
    outputLanguage: 'auto',
    signal: new AbortController().signal,
    // The estimate of the plugin is too high on purpose; this is what a model is expected to report.
    estimateTokens: (text) => Math.ceil(expectedTokens(text)),
    approve: (planned) => {
      plan = planned;
      throw new Planned();
    },
  }).catch((thrown: unknown) => {
    if (!(thrown instanceof Planned)) throw thrown;
  });
  if (plan === undefined) throw new Error('There was no plan.');
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
