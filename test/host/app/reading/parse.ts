import type { Root } from 'mdast';
import {
  fromMarkdown,
  type CompileContext,
  type Extension as FromExtension,
  type Token,
} from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { blockSyntax } from './block-syntax';
import { inlineSyntax } from './inline-syntax';
import type { BlockKind, InlineKind } from './nodes';

type Handle = (this: CompileContext, token: Token) => void;

const inlineTokens = {
  obsidianWikilink: 'wikilink',
  obsidianEmbed: 'embed',
  obsidianComment: 'comment',
  obsidianMath: 'math',
  obsidianTag: 'tag',
  obsidianMark: 'mark',
} as const satisfies Record<string, InlineKind>;

const blockTokens = {
  obsidianCommentBlock: 'comment',
  obsidianMathBlock: 'math',
} as const satisfies Record<string, BlockKind>;

function enterInline(kind: InlineKind): Handle {
  return function (token) {
    this.enter({ type: 'obsidianInline', kind, value: this.sliceSerialize(token) }, token);
  };
}

function enterBlock(kind: BlockKind): Handle {
  return function (token) {
    this.enter({ type: 'obsidianBlock', kind, value: '' }, token);
  };
}

function exit(this: CompileContext, token: Token): void {
  this.exit(token);
}

function addLine(this: CompileContext, token: Token): void {
  const block = this.stack.at(-1);
  if (block?.type !== 'obsidianBlock') throw new Error('A block line is outside a block.');
  block.value += `${this.sliceSerialize(token)}\n`;
}

function mapped<T>(tokens: Record<string, T>, handle: (kind: T) => Handle): Record<string, Handle> {
  return Object.fromEntries(Object.entries(tokens).map(([token, kind]) => [token, handle(kind)]));
}

const obsidianFromMarkdown: FromExtension = {
  enter: { ...mapped(inlineTokens, enterInline), ...mapped(blockTokens, enterBlock) },
  exit: { ...mapped({ ...inlineTokens, ...blockTokens }, () => exit), obsidianBlockLine: addLine },
};

/**
 * Parses Markdown as Obsidian does: CommonMark, GFM and Obsidian's own syntax. The text must not have
 * frontmatter.
 */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [gfm(), { text: inlineSyntax, flow: blockSyntax }],
    mdastExtensions: [gfmFromMarkdown(), obsidianFromMarkdown],
  });
}
