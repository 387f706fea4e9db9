/** Matches the properties in which other plugins record when a note was made or changed. */
const stamp =
  /^["']?[^:\n]*(?:modif|updat|mtime|lastmod|last edit|created|\u4fee\u6539|\u66f4\u65b0|\u521b\u5efa)[^:\n]*:.*$/i;

/**
 * Removes the properties that record times. Other plugins change these properties automatically, so a new
 * time does not show that a user has changed the note.
 */
export function withoutTimes(note: string): string {
  const frontmatter = /^---\n[\s\S]*?\n---(?:\n|$)/.exec(note)?.[0] ?? '';
  const kept = frontmatter.split('\n').filter((line) => !stamp.test(line));
  return kept.join('\n') + note.slice(frontmatter.length);
}
