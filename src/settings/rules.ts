import { documentTypes, type DocumentType } from '../llm/draft';
import { asRecord } from '../llm/record';
import { flag, folder, line, listOf, oneOf, text, type Check } from './checks';

/** The settings that a rule replaces. When a value is missing, the setting stays as it is. */
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
  /** True when the PDFs must not leave this device and the user's own network. */
  readonly localOnly?: boolean;
}

/** A rule for the documents of a kind. The kind is known only after the digest. */
export interface KindRule extends Replaced {
  readonly kind: DocumentType;
}

export type Rule = FolderRule | KindRule;

/** Maximum number of rules, so that a damaged settings file cannot slow down the app. */
const most = 200;

const replaced = { template: folder, noteFolder: folder, tags: listOf(line(0, 100), 50) };
const ofFolder = { ...replaced, instructions: text(20_000), localOnly: flag };

/**
 * Accepts a list of rules. Values that change nothing (empty texts and lists, `false`) are left out of the
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

/** Returns the checked values of a record, and leaves out empty values; undefined if a value is invalid. */
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

export function isFolderRule(rule: Rule): rule is FolderRule {
  return 'folder' in rule;
}

export function isKindRule(rule: Rule): rule is KindRule {
  return 'kind' in rule;
}
