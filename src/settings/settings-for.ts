import type { DocumentType } from '../llm/draft';
import { isFolderRule, isKindRule, type FolderRule } from './rules';
import type { Settings } from './settings';

/** Returns whether a path is the folder or lies below it. */
function covers({ folder }: Pick<FolderRule, 'folder'>, path: string): boolean {
  return folder === '/' || `${path}/`.startsWith(`${folder}/`);
}

/** Returns the watched folders, without those that lie below another watched folder. */
export function inboxFolders({
  inboxFolder,
  moreInboxFolders,
}: Pick<Settings, 'inboxFolder' | 'moreInboxFolders'>): readonly string[] {
  const all = [...new Set([inboxFolder, ...moreInboxFolders])];
  return all.filter((path) => !all.some((folder) => folder !== path && covers({ folder }, path)));
}

/** Returns whether a path is a watched folder or lies below one. */
export function isInInbox(
  settings: Pick<Settings, 'inboxFolder' | 'moreInboxFolders'>,
  path: string,
): boolean {
  return inboxFolders(settings).some((folder) => covers({ folder }, path));
}

/**
 * Returns the settings that apply to a PDF. The values of two rules replace the general settings: the first
 * fitting rule for a folder, and the first fitting rule for a kind. If both rules have a value for a setting,
 * the value of the rule for the folder is used.
 * @param kind the kind of document; absent while it is not known
 */
export function settingsFor(settings: Settings, pdfPath: string, kind?: DocumentType): Settings {
  const byFolder = settings.rules.filter(isFolderRule).find((rule) => covers(rule, pdfPath));
  const byKind = settings.rules.filter(isKindRule).find((rule) => rule.kind === kind);
  return { ...settings, ...replacedBy(byKind), ...replacedBy(byFolder) };
}

function replacedBy(rule: Partial<FolderRule> = {}): Partial<Settings> {
  const { instructions, template, noteFolder, tags } = rule;
  return {
    ...(instructions !== undefined && { prompt: instructions }),
    ...(template !== undefined && { template }),
    ...(noteFolder !== undefined && { noteFolder }),
    ...(tags !== undefined && { tags }),
  };
}

/**
 * Returns whether a PDF must not be sent outside of this device and its own network. One rule with
 * `localOnly` for a folder above the PDF is enough: no other rule can allow sending. Upper and lower case and
 * the Unicode form of folder names make no difference, so that a PDF is never sent because of a different
 * spelling.
 */
export function isOnlyOnThisDevice({ rules: all }: Pick<Settings, 'rules'>, pdfPath: string): boolean {
  const plain = (path: string): string => path.normalize('NFC').toLowerCase();
  const path = plain(pdfPath);
  return localFolders({ rules: all }).some((folder) => covers({ folder: plain(folder) }, path));
}

/** Returns the folders of the rules with `localOnly`. */
export function localFolders({ rules: all }: Pick<Settings, 'rules'>): readonly string[] {
  return all.filter(isFolderRule).flatMap((rule) => (rule.localOnly === true ? [rule.folder] : []));
}

/**
 * Returns the folders in which the note of a PDF may be. The kind is known only after the digest, so there is
 * a folder for each kind that has a rule, and one for all other kinds. An empty text means the folder of the
 * PDF.
 */
export function noteFoldersFor(settings: Settings, pdfPath: string): readonly string[] {
  const kinds = settings.rules.filter(isKindRule).map(({ kind }) => kind);
  return [...new Set([undefined, ...kinds].map((kind) => settingsFor(settings, pdfPath, kind).noteFolder))];
}

/**
 * Returns the settings that change when a folder of the vault is renamed or moved. The watched folders and
 * the folders of rules get their new paths if they are this folder or lie in it. Empty when no setting
 * changes.
 */
export function afterFolderMoved(settings: Settings, from: string, to: string): Partial<Settings> {
  const moved = (path: string): string =>
    `${path}/`.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
  const { inboxFolder, moreInboxFolders, rules } = settings;
  const after = {
    inboxFolder: moved(inboxFolder),
    moreInboxFolders: moreInboxFolders.map(moved),
    rules: rules.map((rule) => (isFolderRule(rule) ? { ...rule, folder: moved(rule.folder) } : rule)),
  };
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter(
    (key) => JSON.stringify(after[key]) !== JSON.stringify(settings[key]),
  );
  return { ...Object.fromEntries(changed.map((key) => [key, after[key]])) };
}
