import { cutSpan, PUT_IN, putIn, type Span } from './sourced-text';

/** Matches the codes to which Windows maps the signs of symbol fonts, such as Wingdings and Symbol. */
export const PRIVATE_USE = /[\uf020-\uf0ff]/;
const ALL_PRIVATE_USE = /[\uf020-\uf0ff]/g;

/** The signs of the Symbol font (ISO 32000-1, annex D.5) from 0x20 on. */
const SYMBOL_LOW =
  ' !\u2200#\u2203%&\u220b()\u2217+,\u2212./0123456789:;<=>?\u2245\u0391\u0392\u03a7\u0394\u0395' +
  '\u03a6\u0393\u0397\u0399\u03d1\u039a\u039b\u039c\u039d\u039f\u03a0\u0398\u03a1\u03a3\u03a4\u03a5' +
  '\u03c2\u03a9\u039e\u03a8\u0396[\u2234]\u22a5_\u203e\u03b1\u03b2\u03c7\u03b4\u03b5\u03c6\u03b3' +
  '\u03b7\u03b9\u03d5\u03ba\u03bb\u03bc\u03bd\u03bf\u03c0\u03b8\u03c1\u03c3\u03c4\u03c5\u03d6\u03c9' +
  '\u03be\u03c8\u03b6{|}\u223c';
/** The signs of the Symbol font from 0xa0 on. */
const SYMBOL_HIGH =
  '\u20ac\u03d2\u2032\u2264\u2044\u221e\u0192\u2663\u2666\u2665\u2660\u2194\u2190\u2191\u2192\u2193' +
  '\u00b0\u00b1\u2033\u2265\u00d7\u221d\u2202\u2022\u00f7\u2260\u2261\u2248\u2026\u23d0\u23af\u21b5' +
  '\u2135\u2111\u211c\u2118\u2297\u2295\u2205\u2229\u222a\u2283\u2287\u2284\u2282\u2286\u2208\u2209' +
  '\u2220\u2207\u00ae\u00a9\u2122\u220f\u221a\u22c5\u00ac\u2227\u2228\u21d4\u21d0\u21d1\u21d2\u21d3' +
  '\u25ca\u3008\u00ae\u00a9\u2122\u2211\u239b\u239c\u239d\u23a1\u23a2\u23a3\u23a7\u23a8\u23a9\u23aa' +
  ' \u3009\u222b\u2320\u23ae\u2321\u239e\u239f\u23a0\u23a4\u23a5\u23a6\u23ab\u23ac\u23ad';

/**
 * The codes of the usual bullets, boxes and arrows of Wingdings. They are also used for a font that is
 * neither Wingdings nor Symbol.
 */
const WINGDINGS_CODES =
  '\uf028\uf02a\uf03f\uf046\uf04a\uf06c\uf06d\uf06e\uf06f\uf070\uf071\uf072\uf074\uf075\uf076\uf09e' +
  '\uf09f\uf0a0\uf0a1\uf0a4\uf0a5\uf0a7\uf0a8\uf0aa\uf0ab\uf0b2\uf0b7\uf0d8\uf0df\uf0e0\uf0e1\uf0e2' +
  '\uf0e8\uf0ef\uf0f0\uf0f1\uf0f2\uf0fb\uf0fc\uf0fd\uf0fe';
/** The signs of these codes, in the same order. */
const WINGDINGS_SIGNS =
  '\u260e\u2709\u270d\u261e\u263a\u25cf\u274d\u25a0\u25a1\u2750\u2751\u2752\u29eb\u25c6\u2756\u00b7' +
  '\u2022\u25aa\u25cb\u25c9\u25ce\u25aa\u25fb\u2726\u2605\u2727\u2022\u27a2\u2190\u2192\u2191\u2193' +
  '\u2794\u21e6\u21e8\u21e7\u21e9\u2717\u2713\u2612\u2611';

/** Returns the sign that a code of a symbol font shows; undefined for an unknown code. */
export function signOf(code: string, typeface: string): string | undefined {
  const at = WINGDINGS_CODES.indexOf(code);
  if (!/symbol(?!a)/i.test(typeface) || /wingdings|segoe/i.test(typeface))
    return at < 0 ? undefined : WINGDINGS_SIGNS.charAt(at);
  const number = code.charCodeAt(0) - 0xf000;
  const sign = number < 0xa0 ? SYMBOL_LOW.charAt(number - 0x20) : SYMBOL_HIGH.charAt(number - 0xa0);
  return sign.trim() === '' ? undefined : sign;
}

/**
 * Replaces the codes of symbol fonts in spans by signs; `typefaceOf` returns the font name of a text item.
 */
export function withSigns(spans: readonly Span[], typefaceOf: (item: number) => string): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    let done = 0;
    for (const match of span.text.matchAll(ALL_PRIVATE_USE)) {
      const sign = signOf(match[0], typefaceOf(span.item));
      if (sign === undefined) continue;
      if (match.index > done) out.push(cutSpan(span, done, match.index));
      done = match.index + 1;
      out.push(
        span.item === PUT_IN
          ? putIn(sign)
          : { ...span, text: sign, from: span.from + match.index, original: match[0] },
      );
    }
    if (done < span.text.length) out.push(done === 0 ? span : cutSpan(span, done, span.text.length));
  }
  return out;
}
