import {
  stringifyYaml,
  type App,
  type BasesConfigFile,
  type BasesConfigFileView,
  type TFile,
} from 'obsidian';
import { Failure } from '../failure';
import type { Messages } from '../i18n/messages';

/** The dashboard's path. It is in the root of the vault, where users easily find it. */
const dashboardPath = 'PDF Inbox.base';

/** Columns of every view, in order. `file.name` links to the note, `source_file` to its PDF. */
const columns = [
  'file.name',
  'source_file',
  'pdf_state',
  'status',
  'pdf_pages',
  'pdf_model',
  'pdf_tokens',
  'created',
  'file.mtime',
] as const;

/**
 * Returns the dashboard for the app's Bases. It lists the digests of all folders in four views: all of them,
 * by state, by status, and the incomplete ones. The format is documented at
 * https://help.obsidian.md/bases/syntax; `sort` has the form that the app itself writes when a user sorts a
 * view.
 */
function dashboard({ columns: titles, views }: Messages['dashboard']): BasesConfigFile {
  const table = (name: string, more: object): BasesConfigFileView & { readonly sort: object[] } => ({
    type: 'table',
    name,
    order: [...columns],
    sort: [{ property: 'created', direction: 'DESC' }],
    summaries: { pdf_pages: 'Sum', pdf_tokens: 'Sum' },
    ...more,
  });
  const by = (property: string): object => ({ groupBy: { property, direction: 'ASC' } });
  return {
    filters: { and: ['file.hasProperty("pdf_sha256")'] },
    properties: Object.fromEntries(columns.map((column) => [column, { displayName: titles[column] }])),
    views: [
      table(views.all, {}),
      table(views.byState, by('pdf_state')),
      table(views.byStatus, by('status')),
      table(views.incomplete, { filters: { and: ['pdf_state != "complete"'] } }),
    ],
  };
}

/**
 * Creates the dashboard and returns its file. An existing dashboard is returned unchanged, with `existed`
 * set.
 * @throws Failure `vault-write`
 */
export async function createDashboard(
  app: App,
  words: Messages['dashboard'],
): Promise<{ file: TFile; existed: boolean }> {
  const there = app.vault.getFileByPath(dashboardPath);
  if (there !== null) return { file: there, existed: true };
  try {
    return { file: await app.vault.create(dashboardPath, stringifyYaml(dashboard(words))), existed: false };
  } catch (cause) {
    throw new Failure('vault-write', { cause, details: { path: dashboardPath } });
  }
}
