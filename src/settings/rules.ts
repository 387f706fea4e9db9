import { documentTypes, type DocumentType } from '../llm/draft';
import { asRecord } from '../llm/record';
import { flag, folder, line, listOf, oneOf, text, type Check } from './checks';
import type { Settings } from './settings';

/** The settings that a rule replaces. A missing or empty value leaves the setting as it is. */
interface Replaced {
  readonly template?: string;
  readonly noteFolder?: string;
  readonly tags?: readonly string[];
}

/** A rule for the PDFs in a folder and its subfolders. */
export interface FolderRule extends Replaced {
  /** Vault path of the folder; `/` is the whole vault. */
  readonly folder: string;
  readonly instructions?: string;
  /** True when the PDFs must not be sent to an endpoint outside of this device and its own network. */
  readonly localOnly?: boolean;
}

/** A rule for the documents of a kind. The kind is known only after the digest. */
export interface KindRule extends Replaced {
  readonly kind: DocumentType;
}

export type Rule = FolderRule | KindRule;

/** Upper limit of rules, so that a damaged file of settings cannot slow down the app. */
const most = 200;

const replaced = { template: folder, noteFolder: folder, tags: listOf(line(0, 100), 50) };
const ofFolder = { ...replaced, instructions: text(20_000), localOnly: flag };

/**
 * Accepts a list of rules. Values that say nothing (empty texts and lists, `false`) are left out of the
 * result.
 */
export const rules: Check<readonly Rule[]> = listOf<Rule>((value) => {
  const record = asRecord(value);
  if (record === null) return undefined;
  if ('folder' in record) {
    const path = folder(record['folder']);
    const values = valuesOf(record, ofFolder);
    return path === undefined || path === '' || values === undefined
      ? undefined
      : { folder: path, ...values };
  }
  const kind = oneOf(documentTypes)(record['kind']);
  const values = valuesOf(record, replaced);
  return kind === undefined || values === undefined ? undefined : { kind, ...values };
}, most);

type Checks = Readonly<Record<string, Check<unknown>>>;
type Checked<Each extends Checks> = { [Key in keyof Each]?: NonNullable<ReturnType<Each[Key]>> };

/** Returns the values that the record has for these keys; `undefined` when one of them is invalid. */
function valuesOf<Each extends Checks>(
  record: Readonly<Record<string, unknown>>,
  checks: Each,
): Checked<Each> | undefined {
  const checked = Object.entries(checks)
    .filter(([key]) => record[key] !== undefined)
    .map(([key, check]) => [key, check(record[key])] as const);
  if (checked.some(([, value]) => value === undefined)) return undefined;
  const isEmpty = (value: unknown): boolean =>
    value === '' || value === false || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(checked.filter(([, value]) => !isEmpty(value))) as Checked<Each>;
}

/** Returns whether a path is the rule's folder or lies below it. */
function covers({ folder: path }: FolderRule, pdfPath: string): boolean {
  return path === '/' || `${pdfPath}/`.startsWith(`${path}/`);
}

export function isFolderRule(rule: Rule): rule is FolderRule {
  return 'folder' in rule;
}

function isKindRule(rule: Rule): rule is KindRule {
  return 'kind' in rule;
}

/**
 * Returns the settings that apply to a PDF: of the rules for folders, the first that fits counts, and of the
 * rules for kinds, the first that fits. Where both have a value, the folder's counts.
 * @param kind the kind of document; absent as long as it is not known
 */
export function settingsFor(settings: Settings, pdfPath: string, kind?: DocumentType): Settings {
  const byFolder = settings.rules.filter(isFolderRule).find((rule) => covers(rule, pdfPath));
  const byKind = settings.rules.filter(isKindRule).find((rule) => rule.kind === kind);
  return { ...settings, ...replacedBy(byKind), ...replacedBy(byFolder) };
}

/** Returns the settings with the values of a rule, by the keys of the settings. */
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
 * Returns whether a PDF must stay on this device and its own network. Any rule for a folder above the PDF
 * decides this, and not only the first: a rule that is added for something else must not send documents away.
 */
export function isOnlyOnThisDevice({ rules: all }: Pick<Settings, 'rules'>, pdfPath: string): boolean {
  return all.filter(isFolderRule).some((rule) => rule.localOnly === true && covers(rule, pdfPath));
}

/** Returns the folders whose PDFs must stay on this device. */
export function localFolders({ rules: all }: Pick<Settings, 'rules'>): readonly string[] {
  return all.filter(isFolderRule).flatMap((rule) => (rule.localOnly === true ? [rule.folder] : []));
}

/**
 * Returns the folders in which the note of a PDF may be: that for its path, and those of the rules for kinds,
 * because the kind is known only after the digest. The empty text stands for the folder of the PDF.
 */
export function noteFoldersFor(settings: Settings, pdfPath: string): readonly string[] {
  const kinds = settings.rules.filter(isKindRule).map(({ kind }) => kind);
  return [...new Set([undefined, ...kinds].map((kind) => settingsFor(settings, pdfPath, kind).noteFolder))];
}
