import { parseJson } from '../../json';
import { asRecord } from '../record';

/** A character that is a word by itself, or one that words are made of. */
const WORD_BY_ITSELF = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const PART_OF_WORD = /[\p{L}\p{N}\p{M}]/u;

/**
 * Counts the words of an answer while it arrives, as a stream of events or as a JSON value a line. Only for showing
 * that something comes: what is no stream counts as none.
 */
export class ReceivedWords {
  readonly #decoder = new TextDecoder();
  #rest = '';
  #inWord = false;
  #count = 0;

  /** Takes the next piece of the body and returns the words so far. */
  take(piece: Uint8Array): number {
    const lines = (this.#rest + this.#decoder.decode(piece, { stream: true })).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#read(contentOf(line));
    return this.#count;
  }

  #read(content: string): void {
    for (const character of content) {
      const alone = WORD_BY_ITSELF.test(character);
      const inWord = !alone && PART_OF_WORD.test(character);
      if (alone || (inWord && !this.#inWord)) this.#count += 1;
      this.#inWord = inWord;
    }
  }
}

/** What one line of a stream adds to the answer; empty for every other line. */
function contentOf(line: string): string {
  const json = line.replace(/^data:/, '').trim();
  if (!json.startsWith('{')) return '';
  const chunk = asRecord(parseJson(json));
  const choices = chunk?.['choices'];
  const choice = asRecord(Array.isArray(choices) ? choices[0] : undefined);
  const content = asRecord(choice?.['delta'] ?? chunk?.['message'])?.['content'];
  return typeof content === 'string' ? content : '';
}
