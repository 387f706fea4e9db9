/**
 * Computes the hashes that earlier versions of the plugin stored, so that the lines that these versions wrote
 * are recognised.
 */
import { withoutJoiners } from '../escape/triggers';
import { PARTS, type PartKey } from '../parts';
import type { LineForm } from './line';
import { markdownLink, wikiLink } from './page-link';
import { remembered } from './remembered';
import { shortHash } from './short-hash';

const task = /^\s*(?:[-*+]|\d+[.)])\s+\[.\](?:\s+(.*))?$/u;
const bullet = /^\s*[-*+]\s+(.*)$/;
const tailPart = new RegExp(
  String.raw`\s(?:\^[A-Za-z0-9-]+|[\u2705\u274C]\uFE0F?\s?\d{4}-\d{2}-\d{2}|\[(?:completion|cancelled)::\s?[^\]]*\]|%%(?:(?!%%).)*%%)$`,
  'u',
);
const mostTailParts = 20;

/** Returns the hash that earlier versions computed for a line or block, including its due date. */
export function olderHash(key: PartKey, text: string): string {
  const [form, core] = read(key === 'archive' ? text : text.replace(/\n\s*/g, ' '));
  return shortHash(`${PARTS[key].hashed}\n${form}\n${core}`);
}

const read = remembered((text): readonly [LineForm, string] => {
  if (text.includes('\n')) return ['block', withoutBreaks(text.trimEnd())];
  const asTask = task.exec(text);
  if (asTask !== null) return ['task', coreOf(withoutTail(asTask[1] ?? ''))];
  const asBullet = bullet.exec(text);
  if (asBullet !== null) return ['bullet', coreOf(withoutTail(asBullet[1] ?? ''))];
  const line = text.trim();
  if (!line.startsWith('|')) return ['text', coreOf(withoutTail(line))];
  return [
    'row',
    coreOf(line)
      .replace(/ ?\| ?/g, '|')
      .replace(/-{3,}/g, '---'),
  ];
});

function withoutTail(content: string): string {
  let body = content.trimEnd();
  for (let count = 0; count < mostTailParts; count += 1) {
    const part = tailPart.exec(body);
    if (part === null) break;
    body = body.slice(0, part.index).trimEnd();
  }
  return body;
}

function coreOf(body: string): string {
  const link = (page: string, passage: string, alias: string): string =>
    `\u27E6${page}${passage}|${alias}\u27E7`;
  return withoutBreaks(body)
    .replace(wikiLink, (_, page: string, passage: string, alias = '') => link(page, passage, String(alias)))
    .replace(markdownLink, (_, alias: string, page: string, passage: string) => link(page, passage, alias))
    .replace(/\s+/g, ' ');
}

/**
 * Removes joiners (invisible characters) and replaces full-width braces by ordinary ones. Earlier versions
 * wrote no joiners and no full-width braces.
 */
function withoutBreaks(text: string): string {
  return withoutJoiners(text)
    .replace(/\uFF5B/g, '{')
    .replace(/\uFF5D/g, '}');
}
