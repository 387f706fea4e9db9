import type { Construct, Effects, State, TokenType, TokenizeContext } from 'micromark-util-types';

/** Matches a line break if the next line belongs to the same container, such as a quote or a list item. */
const nextLineOfSameContainer: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const afterBreak: State = (code) => (this.parser.lazy[this.now().line] === true ? nok(code) : ok(code));
    return (code) => {
      if (code === null) return nok(code);
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return afterBreak;
    };
  },
};

/**
 * Creates a block that begins with a marker at the start of a line. The line with the second marker is the
 * last line of the block. Both markers can be in one line. Without a second marker, the block ends with its
 * container.
 */
function fenced(mark: string, token: TokenType): Construct {
  const code0 = mark.charCodeAt(0);
  function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    let seen = 0;
    let open = false;
    let closed = false;
    let lines = 1;

    const line: State = (code) => {
      if (code === null || code < -2) return lineEnd(code);
      effects.enter('obsidianBlockLine');
      return inLine(code);
    };
    const inLine: State = (code) => {
      if (code === null || code < -2) {
        effects.exit('obsidianBlockLine');
        return lineEnd(code);
      }
      if (closed && lines === 1 && code !== 32 && code !== -2 && code !== -1) return nok(code);
      seen = code === code0 ? seen + 1 : 0;
      effects.consume(code);
      if (seen === mark.length) {
        closed = open;
        open = true;
        seen = 0;
      }
      return inLine;
    };
    const lineEnd: State = (code) => {
      seen = 0;
      if (closed || code === null) return end(code);
      lines += 1;
      return effects.attempt(nextLineOfSameContainer, line, end)(code);
    };
    const end: State = (code) => {
      effects.exit(token);
      return ok(code);
    };
    const first: State = (code) => {
      if (code !== code0) return nok(code);
      effects.enter(token);
      effects.enter('obsidianBlockLine');
      return second(code);
    };
    const second: State = (code) => {
      if (code !== code0) return nok(code);
      effects.consume(code);
      seen += 1;
      if (seen < mark.length) return second;
      open = true;
      seen = 0;
      return inLine;
    };
    return first;
  }
  return { name: token, concrete: true, tokenize };
}

/** Block constructs by the code of their first character. */
export const blockSyntax: Record<number, Construct> = {
  36: fenced('$$', 'obsidianMathBlock'),
  37: fenced('%%', 'obsidianCommentBlock'),
};
