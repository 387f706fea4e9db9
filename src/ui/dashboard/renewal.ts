import { shortHash } from '../../note/merge/short-hash';
import type { Dashboard, DashboardView, ViewId } from './views';

/** The content of a dashboard file in the vault. */
export interface DashboardFile {
  readonly formulas?: unknown;
  readonly properties?: unknown;
  readonly views?: readonly unknown[];
}

/** The hash of each view that the plugin wrote, including views that the user has deleted. */
export type WrittenViews = Readonly<Partial<Record<ViewId, string>>>;

/** Returns the content of a parsed file; null when it does not have the form of a dashboard. */
export function dashboardIn(parsed: unknown): DashboardFile | null {
  if (!isRecord(parsed)) return null;
  const { views, formulas = {}, properties = {} } = parsed;
  if (views !== undefined && !Array.isArray(views)) return null;
  return isRecord(formulas) && isRecord(properties) ? parsed : null;
}

/**
 * Updates a dashboard to `fresh`. Only views that are still as the plugin wrote them are replaced. Views of
 * `fresh` that the plugin has never written are added, but views that the user has deleted are not restored.
 * Formulas and names of columns are added only if they are missing.
 * @param others the same dashboard in the other languages, because a device with another language may have
 * written the file
 * @returns the same `file` when nothing has to be changed
 */
export function renewed(
  file: DashboardFile,
  fresh: Dashboard,
  others: readonly Dashboard[],
  written: WrittenViews,
): { readonly file: DashboardFile; readonly written: WrittenViews } {
  const views = [...(file.views ?? [])];
  const hashes: Partial<Record<ViewId, string>> = { ...written };
  const changed: DashboardView[] = [];
  const versionsOf = (id: ViewId): readonly DashboardView[] =>
    [fresh, ...others].flatMap((one) => one.views.get(id) ?? []);
  const missing: ViewId[] = [];
  for (const [id, view] of fresh.views) {
    const own = new Set([written[id], ...versionsOf(id).map(hashOf)]);
    const at = views.findIndex((one) => own.has(hashOf(one)));
    if (at < 0) missing.push(id);
    else {
      hashes[id] = hashOf(view);
      if (hashOf(views[at]) === hashes[id]) continue;
      views[at] = view;
      changed.push(view);
    }
  }
  const namesOf = (id: ViewId): readonly string[] => versionsOf(id).map(({ name }) => name);
  const ids = [...fresh.views.keys()];
  for (const id of missing) {
    const view = fresh.views.get(id);
    const isOfUser = written[id] !== undefined || indexOf(views, namesOf(id)) < views.length;
    if (view === undefined || isOfUser) continue;
    // The missing view is put before the views that follow it in a new dashboard.
    const later = ids.slice(ids.indexOf(id) + 1).flatMap(namesOf);
    views.splice(indexOf(views, later), 0, view);
    changed.push(view);
    hashes[id] = hashOf(view);
  }
  if (changed.length === 0) return { file, written: hashes };
  const used = new Set(changed.flatMap(({ order = [] }) => order));
  const needed = Object.entries(fresh.properties).filter(([column]) => used.has(column));
  return {
    file: {
      ...file,
      formulas: { ...fresh.formulas, ...(isRecord(file.formulas) ? file.formulas : {}) },
      properties: {
        ...Object.fromEntries(needed),
        ...(isRecord(file.properties) ? file.properties : {}),
      },
      views,
    },
    written: hashes,
  };
}

/** Returns the hashes of the views of a new dashboard. */
export function hashesOf({ views }: Dashboard): WrittenViews {
  return Object.fromEntries(Array.from(views, ([id, view]) => [id, hashOf(view)]));
}

/** Reads the stored hashes. Invalid data is ignored. */
export function writtenIn(stored: unknown): WrittenViews {
  const entries = isRecord(stored) ? Object.entries(stored) : [];
  return Object.fromEntries(entries.filter(([, hash]) => typeof hash === 'string'));
}

/** Returns the index of the first view with one of these names; the number of views if there is none. */
function indexOf(views: readonly unknown[], names: readonly string[]): number {
  const at = views.findIndex((view) => names.includes(nameOf(view) ?? ''));
  return at < 0 ? views.length : at;
}

function nameOf(view: unknown): string | undefined {
  return isRecord(view) && typeof view['name'] === 'string' ? view['name'] : undefined;
}

/** Returns a hash that does not depend on the order of members, because other programs change this order. */
function hashOf(view: unknown): string {
  return shortHash(JSON.stringify(sorted(view)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value ?? null;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return members.map(([name, member]) => [name, sorted(member)]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
