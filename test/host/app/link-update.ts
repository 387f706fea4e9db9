import { TFile, TFolder, type TAbstractFile } from './files';
import { getLinkpath, parseLinktext } from './link-resolver';
import type { FrontmatterLink, ReferenceCache } from './markdown-cache';
import type { MetadataCache } from './metadata-cache';
import { Vault } from './vault';

/** A link to a file that is about to move. */
interface PointingLink {
  readonly source: TFile;
  readonly target: TFile;
  readonly link: ReferenceCache | FrontmatterLink;
}

/** Returns all links in the vault to the moved file, or to the files in the moved folder. */
export function referencesTo(moved: TAbstractFile, vault: Vault, cache: MetadataCache): PointingLink[] {
  const targets = new Set<TAbstractFile>([moved]);
  if (moved instanceof TFolder) Vault.recurseChildren(moved, (file) => targets.add(file));
  return vault.getMarkdownFiles().flatMap((source) => {
    const known = cache.getFileCache(source);
    const links = [...(known?.links ?? []), ...(known?.embeds ?? []), ...(known?.frontmatterLinks ?? [])];
    return links.flatMap((link) => {
      const target = cache.getFirstLinkpathDest(getLinkpath(link.link), source.path);
      return target !== null && targets.has(target) ? [{ source, target, link }] : [];
    });
  });
}

/** Rewrites each link whose text no longer fits the new path of its target. */
export async function rewriteLinks(
  links: readonly PointingLink[],
  vault: Vault,
  cache: MetadataCache,
): Promise<void> {
  for (const source of new Set(links.map((one) => one.source))) {
    const replacements = links
      .filter((one) => one.source === source)
      .map((one): [string, string] => [one.link.original, rewritten(one, cache)])
      .filter(([before, after]) => before !== after);
    if (replacements.length === 0) continue;
    await vault.process(source, (text) =>
      replacements.reduce((result, [before, after]) => result.split(before).join(after), text),
    );
  }
}

function rewritten({ source, target, link }: PointingLink, cache: MetadataCache): string {
  const { path, subpath } = parseLinktext(link.link);
  const wiki = link.original.includes('[[');
  const newPath = cache.fileToLinktext(target, source.path, wiki);
  if (path === '' || newPath === path) return link.original;
  if (!wiki) {
    const target = encodeURI(newPath + subpath);
    return link.original.replace(/\]\([^\n]*\)$/, () => `](${target})`);
  }
  const alias = /\|[^\n]*(?=\]\]$)/.exec(link.original)?.[0] ?? '';
  return `${link.original.startsWith('!') ? '!' : ''}[[${newPath}${subpath}${alias}]]`;
}
