import type { BasesConfigFile, BasesConfigFileView } from 'obsidian';
import { fieldsOf, type FieldName } from '../../digest/fields';
import { format, type Messages } from '../../i18n/messages';

/** The views of a new dashboard, in order. */
export const viewIds = ['deadlines', 'contracts', 'invoices', 'toCheck', 'all'] as const;

export type ViewId = (typeof viewIds)[number];

/** A view as the app writes it. The type in the app's API lacks `sort`. */
export interface DashboardView extends BasesConfigFileView {
  readonly sort: readonly { readonly property: string; readonly direction: 'ASC' | 'DESC' }[];
}

/** A new dashboard for a vault. */
export interface Dashboard {
  readonly filters: { readonly and: string[] };
  readonly formulas: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, { readonly displayName: string }>>;
  /** The views that are always made, and those for which the vault has documents. */
  readonly views: ReadonlyMap<ViewId, DashboardView>;
}

/** The kinds, properties and currencies that occur in the digests of a vault. */
export interface VaultDigests {
  /** The values of `pdf_kind`. */
  readonly kinds: ReadonlySet<string>;
  /** The names of the properties with a value. */
  readonly properties: ReadonlySet<string>;
  /** The currencies of invoices as codes of three letters, in alphabetical order. */
  readonly currencies: readonly string[];
}

/** The properties that can contain a deadline, in the order in which `nextDeadline` tries them. */
const deadlines = ['pdf_due', 'pdf_notice_by', 'pdf_end'] as const satisfies readonly FieldName[];

/**
 * A formula for the next deadline. It tries the `deadlines` in order and returns the first date that has not
 * passed. If all dates have passed, it returns the last of the `deadlines` that the document has.
 */
const nextDeadline = [
  ...deadlines.map((name) => [`${name} && ${name} >= today()`, name] as const),
  ...[...deadlines].reverse().map((name) => [name, name] as const),
].reduceRight(
  (rest, [condition, value]) => `if(${condition}, ${value}${rest === '' ? '' : `, ${rest}`})`,
  '',
);

/**
 * Returns the dashboard for a vault. The format of the app's Bases is documented at
 * https://help.obsidian.md/bases/syntax; `sort` has the form that the app writes when a user sorts a view.
 * @param ownFields the names of the user's own fields; each of these fields gets a column
 */
export function dashboardFor(
  { dashboard: words, note }: Messages,
  vault: VaultDigests,
  ownFields: readonly string[] = [],
): Dashboard {
  // The sum of a column must not add amounts of several currencies, so each currency has a column.
  const totals = vault.currencies.map((currency) => [`total_${currency.toLowerCase()}`, currency] as const);
  const totalColumns = totals.map(([name]) => `formula.${name}`);
  const ownColumns = new Map(ownFields.map((name) => [`note.${name}`, name] as const));
  const views: Readonly<Record<ViewId, DashboardView>> = {
    deadlines: {
      ...table(words.views.deadlines, ['formula.deadline', ...deadlines, 'pdf_kind', 'pdf_parties']),
      filters: { or: deadlines.map((name) => `file.hasProperty("${name}")`) },
      // Deadlines that have passed come last.
      sort: [
        { property: 'formula.is_over', direction: 'ASC' },
        { property: 'formula.deadline', direction: 'ASC' },
      ],
    },
    contracts: {
      ...table(words.views.contracts, fieldsOf('contract')),
      filters: { and: ['pdf_kind == "contract"'] },
      sort: [{ property: 'pdf_end', direction: 'ASC' }],
    },
    invoices: {
      ...table(words.views.invoices, [...fieldsOf('invoice'), ...totalColumns]),
      filters: { and: ['pdf_kind == "invoice"'] },
      sort: [{ property: 'pdf_date', direction: 'DESC' }],
      summaries: Object.fromEntries(totalColumns.map((column) => [column, 'Sum'])),
    },
    toCheck: {
      ...table(words.views.toCheck, [
        'pdf_state',
        'pdf_checked',
        'pdf_to_verify',
        'pdf_kind',
        'status',
        'created',
      ]),
      filters: {
        or: [
          'pdf_state == "failed"',
          'pdf_state == "pending"',
          'pdf_to_verify > 0',
          { and: ['pdf_state == "complete"', 'pdf_checked == "facts"'] },
        ],
      },
    },
    all: {
      ...table(words.views.all, [
        'pdf_kind',
        'pdf_parties',
        'pdf_date',
        ...ownColumns.keys(),
        ...machineColumns,
      ]),
      summaries: { pdf_pages: 'Sum', pdf_tokens: 'Sum' },
    },
  };
  const has: Readonly<Record<ViewId, boolean>> = {
    deadlines: deadlines.some((name) => vault.properties.has(name)),
    contracts: vault.kinds.has('contract'),
    invoices: vault.kinds.has('invoice'),
    toCheck: true,
    all: true,
  };
  const made = viewIds.filter((id) => has[id]).map((id) => [id, views[id]] as const);
  const titles: Readonly<Record<string, string>> = {
    ...note.fields,
    ...words.columns,
    ...Object.fromEntries(ownColumns),
    ...Object.fromEntries(
      totals.map(([name, currency]) => [`formula.${name}`, format(words.total, { currency })]),
    ),
  };
  const columns = new Set(made.flatMap(([, { order = [] }]) => order));
  return {
    filters: { and: ['file.hasProperty("pdf_sha256")'] },
    formulas: {
      deadline: nextDeadline,
      is_over: 'if(formula.deadline < today(), 1, 0)',
      ...Object.fromEntries(
        totals.map(([name, currency]) => [name, `if(pdf_currency == "${currency}", pdf_amount)`]),
      ),
    },
    properties: Object.fromEntries(
      Array.from(columns, (column) => [column, { displayName: titles[column] ?? column }]),
    ),
    views: new Map(made),
  };
}

/** Columns that are not about the content of the document. */
const machineColumns = [
  'pdf_state',
  'status',
  'pdf_pages',
  'pdf_model',
  'pdf_tokens',
  'created',
  'file.mtime',
];

function table(name: string, columns: readonly string[]): DashboardView {
  return {
    type: 'table',
    name,
    order: ['file.name', ...columns, 'source_file'],
    sort: [{ property: 'created', direction: 'DESC' }],
  };
}

/** Returns a new dashboard as the app stores it. */
export function fileOf({ filters, formulas, properties, views }: Dashboard): BasesConfigFile {
  return { filters, formulas, properties, views: [...views.values()] };
}
