import type { Data, Literal } from 'mdast';

/** Obsidian's inline syntax that is in neither CommonMark nor GFM. */
export type InlineKind = 'wikilink' | 'embed' | 'comment' | 'math' | 'tag' | 'mark';

/** Obsidian's block syntax that is in neither CommonMark nor GFM. */
export type BlockKind = 'comment' | 'math';

/**
 * An inline construct. Its value is its source text with the markers. A node of the kind `mark` is one `==`,
 * before or after the marked text.
 */
export interface ObsidianInline extends Literal {
  type: 'obsidianInline';
  kind: InlineKind;
  data?: Data;
}

/**
 * A block. Its value is its source text, without the `>` and the indentation of quotes and lists around the
 * block.
 */
export interface ObsidianBlock extends Literal {
  type: 'obsidianBlock';
  kind: BlockKind;
  data?: Data;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    obsidianInline: ObsidianInline;
  }
  interface BlockContentMap {
    obsidianBlock: ObsidianBlock;
  }
  interface RootContentMap {
    obsidianInline: ObsidianInline;
    obsidianBlock: ObsidianBlock;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    obsidianWikilink: 'obsidianWikilink';
    obsidianEmbed: 'obsidianEmbed';
    obsidianComment: 'obsidianComment';
    obsidianMath: 'obsidianMath';
    obsidianTag: 'obsidianTag';
    obsidianMark: 'obsidianMark';
    obsidianCommentBlock: 'obsidianCommentBlock';
    obsidianMathBlock: 'obsidianMathBlock';
    obsidianBlockLine: 'obsidianBlockLine';
  }
}
