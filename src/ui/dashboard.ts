import { stringifyYaml, type App, type BasesConfigFile, type BasesConfigFileView, type TFile } from 'obsidian';
import { Failure } from '../failure';
import type { Messages } from '../i18n/messages';

/** Where the dashboard is written: the root of the vault, so that it is found. */
const dashboardPath = 'PDF Inbox.base';

/** Columns of every view, in order; the note's name is the link to it, `source_file` the link to its PDF. */
const columns = ['file.name', 'source_file', 'pdf_state', 'status', 'pdf_pages', 'pdf_model', 'pdf_tokens', 'created', 'file.mtime'] as const;

/**
 * The dashboard for the app's Bases: all digests, whichever folder they are in, by state, by status, and those that
 * are not complete. The file's form is that of https://help.obsidian.md/bases/syntax; `sort` is what the app itself
 * writes when a view is sorted.
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

/** The dashboard, and whether it was there before; then it is as it was. @throws Failure `vault-write` */
export async function createDashboard(app: App, words: Messages['dashboard']): Promise<{ file: TFile; existed: boolean }> {
  const there = app.vault.getFileByPath(dashboardPath);
  if (there !== null) return { file: there, existed: true };
  try {
    return { file: await app.vault.create(dashboardPath, stringifyYaml(dashboard(words))), existed: false };
  } catch (cause) {
    throw new Failure('vault-write', { cause, details: { path: dashboardPath } });
  }
}
