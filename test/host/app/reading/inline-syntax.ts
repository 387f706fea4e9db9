import type { Code, Construct, Effects, State, TokenType } from 'micromark-util-types';

/**
 * Inline syntax between two markers. `mayBegin` and `mayClose` decide whether the markers are syntax or plain
 * text.
 */
interface Delimited {
  readonly open: string;
  readonly close: string;
  readonly token: TokenType;
  /** Returns whether the content may begin with this character. */
  readonly mayBegin?: (code: number) => boolean;
  /** Returns whether the closing marker may stand between these two characters. */
  readonly mayClose?: (before: number, after: Code) => boolean;
}

// The parser's code for the end of the text is null. Codes below -2 are line endings, -2 and -1 are tabs.
const isLineEnding = (code: number): boolean => code < -2;
const isSpace = (code: number): boolean => code < 0 || code === 32;
const isDigit = (code: Code): boolean => code !== null && code >= 48 && code <= 57;
const hash = 35;
const dollar = 36;
const equals = 61;

/** Matches text between two markers on one line. Markdown in this text is not parsed. */
function delimited({ open, close, token, mayBegin, mayClose }: Delimited): Construct {
  const tokenize = (effects: Effects, ok: State, nok: State): State => {
    let opened = 0;
    let closed = 0;
    let length = 0;
    let last = 0;

    const opening: State = (code) => {
      if (code !== open.charCodeAt(opened)) return nok(code);
      if (opened === 0) effects.enter(token);
      effects.consume(code);
      opened += 1;
      return opened === open.length ? content : opening;
    };
    const content: State = (code) => {
      if (code === null || isLineEnding(code)) return nok(code);
      if (code === close.charCodeAt(0) && length > 0) return closing(code);
      if (length === 0 && mayBegin?.(code) === false) return nok(code);
      length += 1;
      last = code;
      effects.consume(code);
      return content;
    };
    const closing: State = (code) => {
      if (code !== close.charCodeAt(closed)) {
        length += closed;
        closed = 0;
        return content(code);
      }
      effects.consume(code);
      closed += 1;
      return closed === close.length ? after : closing;
    };
    const after: State = (code) => {
      if (mayClose?.(last, code) === false) return nok(code);
      effects.exit(token);
      return ok(code);
    };
    return opening;
  };
  return { name: token, tokenize };
}

// Letters, digits, `_`, `-`, `/`, and halves of surrogate pairs: the parser passes an emoji as two codes.
const tagCharacter = /[\p{L}\p{N}\p{M}\p{Cs}_\-/]/u;

/** Matches `#tag` at the start or after white space, with at least one character that is not a digit. */
const tag: Construct = {
  name: 'obsidianTag',
  previous: (code) => code === null || isSpace(code),
  tokenize(effects, ok, nok) {
    let onlyDigits = true;
    const start: State = (code) => {
      if (code !== hash) return nok(code);
      effects.enter('obsidianTag');
      effects.consume(code);
      return body;
    };
    const body: State = (code) => {
      if (code !== null && code > 0 && tagCharacter.test(String.fromCharCode(code))) {
        onlyDigits &&= isDigit(code);
        effects.consume(code);
        return body;
      }
      if (onlyDigits) return nok(code);
      effects.exit('obsidianTag');
      return ok(code);
    };
    return start;
  },
};

/** Matches `==`, but not `===`. `inline.ts` finds the `==` that closes it. */
const mark: Construct = {
  name: 'obsidianMark',
  previous: (code) => code !== equals,
  tokenize(effects, ok, nok) {
    let count = 0;
    const sign: State = (code) => {
      if (count < 2) {
        if (code !== equals) return nok(code);
        if (count === 0) effects.enter('obsidianMark');
        effects.consume(code);
        count += 1;
        return sign;
      }
      if (code === equals) return nok(code);
      effects.exit('obsidianMark');
      return ok(code);
    };
    return sign;
  },
};

const math = delimited({
  open: '$',
  close: '$',
  token: 'obsidianMath',
  mayBegin: (code) => !isSpace(code) && code !== dollar,
  mayClose: (before, after) => !isSpace(before) && !isDigit(after),
});

/** Inline constructs by the code of their first character. */
export const inlineSyntax: Record<number, Construct> = {
  33: delimited({ open: '![[', close: ']]', token: 'obsidianEmbed' }),
  [hash]: tag,
  [dollar]: math,
  37: delimited({ open: '%%', close: '%%', token: 'obsidianComment' }),
  [equals]: mark,
  91: delimited({ open: '[[', close: ']]', token: 'obsidianWikilink' }),
};
