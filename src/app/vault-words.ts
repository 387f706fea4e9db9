import { getAllTags, parseFrontMatterAliases, type App, type TFile } from 'obsidian';
import { nextSlice } from './next-slice';

/** The tags, notes and types of properties that the vault already has. A new note uses them. */
export interface VaultWords {
  /** The tags of the vault without `#`, most used first. */
  readonly tags: readonly string[];
  /** The notes by their names and aliases, in lower case. */
  readonly notes: ReadonlyMap<string, { readonly file: TFile; readonly name: string }>;
  /**
   * The key is the name of a property in lower case. If the user has not chosen a type (the app stores the
   * choice in `types.json`), the type of a value in a note is used.
   */
  readonly types: Readonly<Record<string, string>>;
}

/** After this many notes, reading pauses, so that the app can draw. */
const notesPerSlice = 2_000;

/**
 * Reads the tags, the names of notes and the types of properties in the vault.
 * @param ownPath the path of the note that is being written; this note is left out
 */
export async function vaultWords(app: App, ownPath: string): Promise<VaultWords> {
  const { vault, metadataCache } = app;
  const counts = new Map<string, number>();
  const notes = new Map<string, { file: TFile; name: string }>();
  const types: Record<string, string> = {};
  for (const [index, file] of vault.getMarkdownFiles().entries()) {
    if (index % notesPerSlice === notesPerSlice - 1) await nextSlice();
    const cache = file.path === ownPath ? null : metadataCache.getFileCache(file);
    if (cache === null) continue;
    const frontmatter: Readonly<Record<string, unknown>> = cache.frontmatter ?? {};
    for (const tag of new Set(getAllTags(cache))) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    // Skips the notes of PDFs, because the plugin has chosen their aliases and properties.
    if ('pdf_sha256' in frontmatter) continue;
    for (const name of [file.basename, ...(parseFrontMatterAliases(frontmatter) ?? [])])
      if (!notes.has(name.toLowerCase())) notes.set(name.toLowerCase(), { file, name });
    for (const [name, value] of Object.entries(frontmatter)) {
      const type = typeOf(value);
      if (type !== undefined) types[name.toLowerCase()] ??= type;
    }
  }
  const tags = [...counts].sort(([, one], [, other]) => other - one).map(([tag]) => tag.slice(1));
  return { tags, notes, types: { ...types, ...(await assignedTypes(app)) } };
}

/** Maximum number of tags that a model gets. */
const mostTags = 100;

/** Returns the most used tags of the vault, without `#`, most used first. */
export async function mostUsedTags(app: App): Promise<readonly string[]> {
  const { tags } = await vaultWords(app, '');
  return tags.filter((tag) => tag.length <= 60).slice(0, mostTags);
}

function typeOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return 'multitext';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'checkbox';
  if (typeof value !== 'string') return undefined;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return 'date';
  return /^\d{4}-\d\d-\d\dT[\d:]+$/.test(value) ? 'datetime' : 'text';
}

async function assignedTypes({ vault }: App): Promise<Readonly<Record<string, string>>> {
  const path = `${vault.configDir}/types.json`;
  if (!(await vault.adapter.exists(path))) return {};
  try {
    const read: unknown = JSON.parse(await vault.adapter.read(path));
    const types: unknown = typeof read === 'object' && read !== null && 'types' in read ? read.types : {};
    const entries = Object.entries(types ?? {}).flatMap(([name, type]) =>
      typeof type === 'string' ? [[name.toLowerCase(), type] as const] : [],
    );
    return Object.fromEntries(entries);
  } catch (problem) {
    if (problem instanceof SyntaxError) return {};
    throw problem;
  }
}
