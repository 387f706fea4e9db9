/** Changes that formatters and other plugins make to a note, and that do not change its content. */

/** Changes each line outside of frontmatter, code, quotations and HTML. */
function eachLine(
  note: string,
  change: (line: string, at: number, lines: readonly string[]) => string,
): string {
  const lines = note.split('\n');
  const end = lines.indexOf('---', 1);
  let inHtml = false;
  return lines
    .map((line, at) => {
      if (line.startsWith('<details')) inHtml = true;
      if (line.startsWith('</details')) inHtml = false;
      return at <= end || inHtml || /^[>`<]/.test(line) ? line : change(line, at, lines);
    })
    .join('\n');
}

/** Changes the text of paragraphs and items, outside of links, code, inline fields and comments. */
function words(note: string, change: (text: string) => string): string {
  const kept = /(\[\[[^\]]*\]\]|\[[^\]]*\]\([^)]*\)|`[^`]*`|\[(?:due|completion)::[^\]]*\]|%%.*%%)/;
  return eachLine(note, (line) => {
    if (/^(?:#|\s*$|\||---)/.test(line)) return line;
    const parts = line.split(kept);
    return parts.map((part, index) => (index % 2 === 1 ? part : change(part))).join('');
  });
}

const han = '[\\u4e00-\\u9fff]';
const latin = '[A-Za-z0-9]';

function yaml(note: string, change: (lines: readonly string[]) => readonly string[]): string {
  return note.replace(/^---\n([^]*?)\n---\n/, (_, lines: string) =>
    ['---', ...change(lines.split('\n')), '---', ''].join('\n'),
  );
}

/** Wraps a line at spaces and between ideographs, as some formatters do. */
function wrapped(line: string, width: number): readonly string[] {
  const opener = /^\s*(?:[-*+]|\d+[.)])\s+(?:\[.\] )?/.exec(line)?.[0] ?? '';
  const indent = ' '.repeat(opener === '' ? 0 : 2);
  const pieces = line
    .slice(opener.length)
    .match(/\[\[[^\]]*\]\]|\[[^\]]*\]\([^)]*\)|\[due::[^\]]*\]|\s|[\u4e00-\u9fff]|[^\s\u4e00-\u9fff[]+|\[/g);
  const lines = [opener];
  for (const piece of pieces ?? []) {
    const last = lines.at(-1) ?? '';
    // A line must not begin with a piece that looks like the start of a list, a quotation or a rule.
    const opens = /^(?:[-*+#>|^]|\d+[.)]|$|%%|\[|=|[^\p{L}])/u.test(piece);
    if (last.length + piece.length > width && last.trim() !== opener.trim() && piece !== ' ' && !opens)
      lines.push(indent + piece);
    else lines[lines.length - 1] = last + piece;
  }
  return lines.map((text, at) => (at === lines.length - 1 ? text : text.trimEnd()));
}

/** The keys appear in titles of tests. */
export const rewrites = {
  'no blank lines after headings': (note) => note.replace(/^(#+ .*)\n\n/gm, '$1\n'),
  'more blank lines around headings': (note) => note.replace(/\n(#+ .*)\n/g, '\n\n$1\n\n'),
  'asterisks as list signs': (note) => eachLine(note, (line) => line.replace(/^(\s*)[-+] /, '$1* ')),
  'wide list signs': (note) => eachLine(note, (line) => line.replace(/^(\s*[-*+]) +/, '$1   ')),
  'numbered lists': (note) => eachLine(note, (line) => line.replace(/^[-*+] /, '1. ')),
  'indented lists': (note) => eachLine(note, (line) => line.replace(/^[-*+] /, ' $&')),
  'trailing spaces': (note) => eachLine(note, (line) => (line === '' || line === '---' ? line : `${line}  `)),
  'fewer escapes': (note) => words(note, (text) => text.replace(/\\([_$~\]#])/g, '$1')),
  'more escapes': (note) => words(note, (text) => text.replace(/(\w)([!+=])(?=\w|\s)/g, '$1\\$2')),
  'character references': (note) =>
    words(note, (text) => text.replace(/&lt;/g, '\\<').replace(/&(?=\s)/g, '&amp;')),
  'properties in another order': (note) =>
    yaml(note, (lines) => {
      const groups: string[][] = [];
      for (const line of lines) {
        if (/^\s/.test(line)) groups.at(-1)?.push(line);
        else groups.push([line]);
      }
      return groups.sort((one, other) => ((one[0] ?? '') < (other[0] ?? '') ? -1 : 1)).flat();
    }),
  'quoted properties': (note) =>
    yaml(note, (lines) => lines.map((line) => line.replace(/^(\w+): ([\w-]+)$/, "$1: '$2'"))),
  'unquoted properties': (note) =>
    yaml(note, (lines) => lines.map((line) => line.replace(/^(\w+): '([\w-]+)'$/, '$1: $2'))),
  'a time of modification': (note) => yaml(note, (lines) => [...lines, 'modified: 2026-03-01T10:00:00']),
  'aligned tables': (note) =>
    eachLine(note, (line) =>
      line.startsWith('|') ? line.replace(/ \|/g, '    |').replace(/ -+ +/g, ' :-------: ') : line,
    ),
  'narrow tables': (note) =>
    eachLine(note, (line) =>
      line.startsWith('|')
        ? line.replace(/ *(\\?)\| */g, (bar, escape) => (escape === '' ? '|' : bar))
        : line,
    ),
  'curly quotes': (note) =>
    words(note, (text) => text.replace(/"([^"]*)"/g, '\u201C$1\u201D').replace(/(\w)'(\w)/g, '$1\u2019$2')),
  'straight quotes': (note) => words(note, (text) => text.replace(/[\u201C\u201D]/g, '"')),
  'an ellipsis as one sign': (note) => words(note, (text) => text.replace(/\.{3}/g, '\u2026')),
  'long dashes': (note) => words(note, (text) => text.replace(/ -- /g, ' \u2014 ')),
  'spaces between Han and Latin': (note) =>
    words(note, (text) =>
      text
        .replace(new RegExp(`(${han})(${latin})`, 'g'), '$1 $2')
        .replace(new RegExp(`(${latin})(${han})`, 'g'), '$1 $2'),
    ),
  'no spaces between Han and Latin': (note) =>
    words(note, (text) => text.replace(new RegExp(`(${han}) (?=${latin})`, 'g'), '$1')),
  'full-width punctuation': (note) =>
    words(note, (text) =>
      text
        .replace(new RegExp(`(${han}),`, 'g'), '$1\uFF0C')
        .replace(new RegExp(`(${han})\\. `, 'g'), '$1\u3002')
        .replace(new RegExp(`(${han}): `, 'g'), '$1\uFF1A'),
    ),
  'half-width punctuation': (note) =>
    words(note, (text) =>
      text
        .replace(/\uFF0C/g, ', ')
        .replace(/\uFF08/g, ' (')
        .replace(/\uFF09/g, ') '),
    ),
  'prose wrapped at 80': (note) =>
    eachLine(note, (line) =>
      /^(?:[#|>-]{1,6}(?! )|#|---|\*+$|_+$)/.test(line) ? line : wrapped(line, 80).join('\n'),
    ),
  'prose wrapped at 30': (note) =>
    eachLine(note, (line) => (/^(?:[#|>]|---|\*+$|_+$)/.test(line) ? line : wrapped(line, 30).join('\n'))),
  'no final newline': (note) => note.trimEnd(),
  'several final newlines': (note) => `${note}\n\n`,
  'Windows line ends': (note) => note.replace(/\r?\n/g, '\r\n'),
  'underlined headings': (note) =>
    eachLine(note, (line) => line.replace(/^# (.*)$/, '$1\n===').replace(/^## (.*)$/, '$1\n---')),
  'closed headings': (note) => eachLine(note, (line) => line.replace(/^(#+) (.*[^#\s])\s*$/, '$1 $2 $1')),
  'headings with capitals': (note) =>
    eachLine(note, (line) =>
      line.startsWith('#') ? line.replace(/ [a-z]/g, (letter) => letter.toUpperCase()) : line,
    ),
  'underscores as emphasis': (note) =>
    eachLine(note, (line) =>
      line.replace(/\*\*([^*]+)\*\*/g, '__$1__').replace(/(^|[\s(])\*([^*\s][^*]*)\*$/g, '$1_$2_'),
    ),
  'asterisks as rule': (note) => note.replace(/\n---\n(?=[*_])/, '\n***\n\n'),
  'Markdown links': (note) =>
    eachLine(note, (line) => line.replace(/\[\[([^\]|#]+)(#[^\]|\\]*)\\?\|([^\]]*)\]\]/g, '[$3]($1$2)')),
  'sorted tags': (note) =>
    eachLine(note, (line) => (/^#[^\s#]/.test(line) ? line.trim().split(/\s+/).sort().join(' ') : line)),
  'hard line breaks': (note) =>
    eachLine(note, (line, at, lines) => {
      const isHeading = [line, lines[at + 1] ?? ''].some((one) => /^(?:=+|-+|[*_-](?: ?[*_-])+)$/.test(one));
      return /^[^\s#|]/.test(line) && !isHeading ? `${line}<br/>` : line;
    }),
  'check boxes without their space': (note) => eachLine(note, (line) => line.replace('- [ ] ', '- [] ')),
  'spaces in links': (note) => eachLine(note, (line) => line.replace(/#page=/g, '#page = ')),
  'a folded record': (note) => note.replace(/^(pdf_digest: )(v1-\S{10})(\S*)$/m, '$1"$2\\\n  \\$3"'),
  'a shorter fence': (note) => note.replace(/^> ````(?=text$|$)/gm, '> ```'),
} satisfies Readonly<Record<string, (note: string) => string>>;

export type Rewrite = keyof typeof rewrites;
