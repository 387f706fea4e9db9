/** The syntax on which other plugins act, and examples of how a hostile document can use this syntax. */

/**
 * The text in which a plugin searches. `source`: the lines of the note. `task`: only the lines of tasks.
 * `text`: the rendered text outside of code. `code`: inline code. `address`: the target of a link.
 * `property`: the text of a property.
 */
export type Surface = 'source' | 'task' | 'text' | 'code' | 'address' | 'property';

export interface TriggerExample {
  readonly plugin: string;
  /** The page that documents the syntax. */
  readonly documented: string;
  readonly where: readonly Surface[];
  /**
   * The plugin searches for this pattern: in `source` and `task` line by line, elsewhere in the whole text.
   */
  readonly pattern: RegExp;
  readonly samples: readonly string[];
}

const everywhere = ['source', 'text', 'code', 'property'] as const;

/** Returns a pattern for the first line of a fenced block in one of these languages. */
function fence(languages: string): RegExp {
  return new RegExp(String.raw`^[\s>]*(?:\x60{3,}|~{3,})\s*\{?(?:${languages})(?![A-Za-z])`, 'i');
}

/** The start of a list item, also within quotations. */
const item = String.raw`^[\s>]*(?:[-*+]|\d+[.)])\s+`;

export const triggerExamples: readonly TriggerExample[] = [
  {
    plugin: 'Templater',
    documented: 'https://silentvoid13.github.io/Templater/commands/overview.html',
    where: everywhere,
    pattern: /<%/,
    samples: [
      '<% tp.file.delete() %>',
      '<%* await tp.user.run() %>',
      '<%*+ app.vault.delete() %>',
      '&lt;%*+ x %&gt;',
      '&#60;%+ x %>',
      '<\u2060%+ x %>',
      '\uFF1C% x %\uFF1E <\u0338% x',
      '<<%% x %%>>',
    ],
  },
  {
    plugin: 'Dataview',
    documented: 'https://blacksmithgu.github.io/obsidian-dataview/annotation/add-metadata/',
    where: everywhere,
    pattern: /::/,
    samples: [
      'status:: done',
      'pdf_state:: complete',
      '(note:: ![[x]])',
      '[due:: 2031-01-01]',
      'a:::b::::c',
      '\u2060::',
    ],
  },
  {
    plugin: 'Dataview',
    documented: 'https://blacksmithgu.github.io/obsidian-dataview/queries/dql-js-inline/',
    where: ['code'],
    pattern: /^\s*\$?=/,
    samples: ['`= this.file.name`', '`$= dv.current()`', '= this.file.name', '$= dv.pages()'],
  },
  {
    plugin: 'Dataview',
    documented: 'https://blacksmithgu.github.io/obsidian-dataview/annotation/metadata-tasks/',
    where: ['task'],
    pattern: /[\u{1F4C5}\u{1F4C6}\u{1F5D3}\u2795\u2705\u23F3\u231B\u{1F6EB}]\uFE0F?\s*\d{4}-\d{2}-\d{2}/u,
    samples: [
      '- [ ] pay \u{1F4C5} 2031-01-01',
      '- [x] paid \u2705 2031-01-01',
      '1. [ ] pay \u{1F5D3}\uFE0F 2031-01-01',
    ],
  },
  {
    plugin: 'Datacore',
    documented: 'https://blacksmithgu.github.io/datacore/code-views',
    where: ['source'],
    pattern: fence('datacore(?:jsx|tsx|js|ts)?|dataview(?:js)?'),
    samples: ['```datacorejsx\nreturn 1\n```', '~~~datacorets\nx\n~~~', '```dataviewjs\nx\n```'],
  },
  {
    plugin: 'Tasks',
    documented: 'https://publish.obsidian.md/tasks/Reference/Task+Formats/Tasks+Emoji+Format',
    where: ['task'],
    pattern: /[\u{1F3C1}\u{1F501}\u{1F194}\u26D4\u{1F53A}\u23EB\u{1F53C}\u{1F53D}\u23EC\u274C]/u,
    samples: ['- [ ] pay \u{1F3C1} delete', '* [ ] pay \u{1F501} every day', '+ [/] pay \u{1F53A}'],
  },
  {
    plugin: 'Reminder',
    documented: 'https://uphy.github.io/obsidian-reminder/guide/set-reminders.html',
    where: ['task', 'text'],
    pattern: /\(@|\u23F0\s*\d/u,
    samples: [
      '- [ ] call (@2031-01-01 10:00)',
      '(@[[2031-01-01]])',
      '(\u200B@2031-01-01)',
      '- [ ] call \u23F0 2031-01-01',
    ],
  },
  {
    plugin: 'Kanban',
    documented: 'https://publish.obsidian.md/kanban/How+do+I/Add+dates+to+cards',
    where: ['task', 'text', 'code'],
    pattern: /@@?\{|@\[\[/,
    samples: ['- [ ] call @{2031-01-01}', '@@{10:00}', '@[[2031-01-01]]', 'http://x.example/@{2031-01-01}'],
  },
  {
    plugin: 'Day Planner',
    documented: 'https://github.com/ivan-lednev/obsidian-day-planner#readme',
    where: ['source'],
    pattern: new RegExp(String.raw`${item}(?:\[.\]\s+)?\d{1,2}(?::\d{2}|\s*[ap]m)`, 'i'),
    samples: ['10:00 transfer the money', '- 10:00 - 11:00 call', '1. 9:30 sign', '- [ ] 8 am pay'],
  },
  {
    plugin: 'Full Calendar',
    documented: 'https://obsidian-community.github.io/obsidian-full-calendar/events/',
    where: ['source', 'text'],
    pattern: /\[(?:startTime|endTime|date|allDay|completed)::/,
    samples: ['- call [startTime:: 10:00] [endTime:: 11:00]', '[date:: 2031-01-01] [allDay:: true]'],
  },
  {
    plugin: 'Meta Bind',
    documented: 'https://www.moritzjung.dev/obsidian-meta-bind-plugin-docs/guides/inputfields/',
    where: ['source', 'text', 'code'],
    pattern: /(?:INPUT|VIEW|BUTTON|EMBED)\[/,
    samples: ['`INPUT[toggle:status]`', 'VIEW[{a} + 1]', '`BUTTON[x]`', 'INPUT[text(value(x)):b]'],
  },
  {
    plugin: 'Buttons',
    documented: 'https://github.com/shabegom/buttons#readme',
    where: ['code'],
    pattern: /^\s*button-/,
    samples: ['`button-pay`', 'button-pay', 'button-pay@evil.example', '```button\nname x\n```'],
  },
  {
    plugin: 'QuickAdd',
    documented: 'https://quickadd.obsidian.guide/docs/FormatSyntax',
    where: ['source', 'text'],
    pattern: /\{\{(?:VALUE|NAME|MACRO|DATE|TEMPLATE|LINKCURRENT|VDATE)/i,
    samples: ['{{VALUE}}', '{{MACRO:pay}}', '{{date:YYYY}}', '{{TEMPLATE:x.md}}'],
  },
  {
    plugin: 'Spaced Repetition',
    documented: 'https://www.stephenmwangi.com/obsidian-spaced-repetition/flashcards/basic-flashcards/',
    where: ['source'],
    pattern: /^[\s>]*\?{1,2}\s*$|==[^=]|<!--SR:/,
    samples: [
      'question\n?\nanswer',
      'question\n??\nanswer',
      'who::me',
      'a ==cloze== b',
      'https://x.example/?a=b== c',
      '<!--SR:!2031-01-01,1,230-->',
    ],
  },
  {
    plugin: 'Markdown Attributes',
    documented: 'https://github.com/javalent/markdown-attributes#readme',
    where: ['text'],
    pattern: /\{:? *[^}\n ][^}\n]* *\}/,
    samples: [
      'text {onclick=alert(1)}',
      '{ onmouseover="x" }',
      '{style=position:fixed}',
      '{: .hidden }',
      'a {contenteditable} b',
    ],
  },
  {
    plugin: 'Admonition',
    documented: 'https://github.com/javalent/admonitions#readme',
    where: ['source'],
    pattern: fence('ad-[a-z]+'),
    samples: ['```ad-note\ntitle: x\n```', '> ```ad-warning\nx', '`````ad-tip\nx'],
  },
  {
    plugin: 'Charts',
    documented: 'https://charts.phib.ro/Meta/Charts/Charts+Documentation',
    where: ['source'],
    pattern: fence('chart|advanced-chart'),
    samples: ['```chart\ntype: bar\n```', '~~~ chart\nx'],
  },
  {
    plugin: 'Execute Code',
    documented: 'https://github.com/twibiral/obsidian-execute-code#readme',
    where: ['source'],
    pattern: fence('(?:run-)?(?:js|javascript|python|bash|shell|powershell|ts|lua|sql)'),
    samples: ['```run-python\nimport os\n```', '```js\nx\n```', '```{python}\nx'],
  },
  {
    plugin: 'JS Engine',
    documented: 'https://www.moritzjung.dev/obsidian-js-engine-plugin-docs/',
    where: ['source'],
    pattern: fence('js-engine(?:-debug)?'),
    samples: ['```js-engine\nreturn app\n```'],
  },
  {
    plugin: 'Advanced URI',
    documented: 'https://vinzent03.github.io/obsidian-advanced-uri/',
    where: ['address'],
    pattern: /^(?!.*\.pdf(?:#|$))[^#]|^obsidian:|^javascript:/i,
    samples: [
      'obsidian://adv-uri?eval=1',
      '[x](obsidian://adv-uri?eval=1)',
      '<obsidian://adv-uri?commandid=x>',
      'example@.onload',
    ],
  },
  {
    plugin: 'Media Extended',
    documented: 'https://mx.aidenlx.site/docs/v3',
    where: ['source', 'text'],
    pattern: /!\[[^\]\n]*\]\(|!\[\[/,
    samples: ['![x](https://evil.example/a.mp4#t=1)', '![[x.mp4#t=1]]'],
  },
  {
    plugin: 'Excalidraw',
    documented: 'https://github.com/zsviczian/obsidian-excalidraw-plugin#readme',
    where: ['text', 'property'],
    pattern: /\[\[[^\]\n]*\]\]/,
    samples: ['[[x]]', '[[secret|harmless]]', '[[[x]]]', '\\[\\[x\\]\\]'],
  },
  {
    plugin: 'Commentator',
    documented: 'https://github.com/Fevol/obsidian-criticmarkup#readme',
    where: ['source', 'text'],
    pattern: /\{(?:\+\+|--|~~|==|>>)/,
    samples: ['{++added++}', '{--gone--}', '{~~a~>b~~}', '{>>note<<}'],
  },
  {
    plugin: 'Obsidian',
    documented: 'https://help.obsidian.md/tags',
    where: ['text'],
    // A tag must have a character that is not a digit: https://help.obsidian.md/tags#Tag+format
    pattern: /(?:^|\s)#\d*(?!\d)[\p{L}\p{N}\p{Extended_Pictographic}_/-]/u,
    samples: ['#flashcards', 'see #task now', '(#tag)', '\\#tag', '#1a', '#\u0661', '#\u{1F4C5}', '#1.'],
  },
  {
    plugin: 'Obsidian',
    documented: 'https://help.obsidian.md/syntax',
    where: ['text'],
    pattern: /<(?:script|img|iframe|svg|details|style|a|!--)|%%|\$\$|==[^=]|\[\^|\^\[/i,
    samples: [
      '<img src=x onerror=alert(1)>',
      '&lt;svg onload=x&gt;',
      '%%x%%',
      '$$x$$',
      '[^1] ^[x]',
      '</pre></details><script>x',
    ],
  },
];
