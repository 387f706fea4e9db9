import type { Data, Literal } from 'mdast';

/** Inline syntax of Obsidian that CommonMark and GFM do not have. */
export type InlineKind = 'wikilink' | 'embed' | 'comment' | 'math' | 'tag' | 'mark';

/** Block syntax of Obsidian that CommonMark and GFM do not have. */
export type BlockKind = 'comment' | 'math';

/** A piece of inline syntax; the value is its source, marks included. A `mark` is one `==`. */
export interface ObsidianInline extends Literal {
  type: 'obsidianInline';
  kind: InlineKind;
  data?: Data;
}

/** A block; the value is its source without what the containers around it put before each line. */
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
