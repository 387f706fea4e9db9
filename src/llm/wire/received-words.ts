import { parseJson } from '../../json';
import { asRecord } from '../record';

const SINGLE_CHARACTER_WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const PART_OF_WORD = /[\p{L}\p{N}\p{M}]/u;

/**
 * Counts the words of an answer while it arrives, to show progress. The count is zero for a response that is
 * not streamed.
 */
export class ReceivedWords {
  readonly #decoder = new TextDecoder();
  #rest = '';
  #inWord = false;
  #count = 0;

  /** Counts the next piece of the body and returns the number of words so far. */
  take(piece: Uint8Array): number {
    const lines = (this.#rest + this.#decoder.decode(piece, { stream: true })).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#read(contentOf(line));
    return this.#count;
  }

  #read(content: string): void {
    for (const character of content) {
      const isWord = SINGLE_CHARACTER_WORD.test(character);
      const inWord = !isWord && PART_OF_WORD.test(character);
      if (isWord || (inWord && !this.#inWord)) this.#count += 1;
      this.#inWord = inWord;
    }
  }
}

/** Returns the text that one line of a stream adds to the answer, if any. */
function contentOf(line: string): string {
  const json = line.replace(/^data:/, '').trim();
  if (!json.startsWith('{')) return '';
  const chunk = asRecord(parseJson(json));
  const choices = chunk?.['choices'];
  const choice = asRecord(Array.isArray(choices) ? choices[0] : undefined);
  const added = asRecord(choice?.['delta'] ?? chunk?.['message'] ?? chunk?.['delta']);
  // Anthropic's names: `text`, and `partial_json` for an answer that is the input of a tool.
  const content = added?.['content'] ?? added?.['text'] ?? added?.['partial_json'];
  return typeof content === 'string' ? content : '';
}
