import * as v from 'valibot';
import { sha256 } from '../../hash';
import type { AnswerStore } from './answer-memory';
import { answerSourceKey, type AnswerSource } from '../endpoint';
import { pageMessages } from '../prompt/page-prompt';
import type { PageAnswer, PageReader, PageToRead } from '../page-reader';

/**
 * The readings that are cached. Refused and unusable readings are not cached, because another request may
 * succeed.
 */
const lastingSchema = v.object({
  reading: v.variant('kind', [
    v.object({ kind: v.literal('text'), text: v.pipe(v.string(), v.regex(/\S/)) }),
    v.object({ kind: v.literal('no-text') }),
  ]),
  tokens: v.optional(v.pipe(v.number(), v.minValue(0))),
});

/**
 * Creates a reader that caches the texts of pages. After a restart, a cancelled run or a failed digest, only
 * the missing pages are requested and paid for. The cache key is a hash of the page, the endpoint, the model
 * and the prompt. If the store fails, every page is requested.
 */
export function rememberingPages(reader: PageReader, endpoint: AnswerSource, store: AnswerStore): PageReader {
  const used = new Set<string>();
  return {
    ...reader,
    read: async (page, signal) => {
      const key = await keyOf(endpoint, page);
      used.add(key);
      const kept = readAnswer(await store.get(key).catch(() => undefined));
      if (kept !== undefined) return kept;
      const answer = await reader.read(page, signal);
      if (v.is(lastingSchema, answer)) await store.put(key, JSON.stringify(answer)).catch(() => undefined);
      return answer;
    },
    release: async () => {
      // If the entries cannot be deleted now, the store deletes them later, by their age.
      await store.delete([...used]).catch(() => undefined);
      used.clear();
    },
  };
}

function keyOf(endpoint: AnswerSource, page: PageToRead): Promise<string> {
  const prompt = pageMessages({ mediaType: 'image/jpeg', base64: '' });
  return sha256(
    new TextEncoder().encode(JSON.stringify(['page', ...answerSourceKey(endpoint), prompt, page.id])),
  );
}

/** Validates a stored reading, because storage on the device is not trusted. */
function readAnswer(stored: string | undefined): PageAnswer | undefined {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), lastingSchema), stored);
  if (!read.success) return undefined;
  const { reading, tokens } = read.output;
  return { reading, ...(tokens === undefined ? {} : { tokens }) };
}
