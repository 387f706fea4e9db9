import type { App, TFile } from 'obsidian';
import { frontmatterIn } from '../../app/frontmatter-in';
import { namePartsOf, titleNames } from '../../note/title-name';
import type { Pair } from '../pairs';

/** The paths of a PDF and its note. */
export interface Plan {
  readonly pdf: string;
  readonly note: string;
}

/**
 * Finds new paths for a PDF and its note. The new name is made from facts in the note. A name that another
 * file already has is not used.
 */
export class Plans {
  constructor(
    private readonly app: App,
    /** Returns the pattern of names; see the setting `renamePattern`. */
    private readonly pattern: () => string,
    /** The name of each kind of document in the user's language. */
    private readonly kinds: Readonly<Record<string, string>>,
  ) {}

  /**
   * Tries the name without a number, then the names with a number. Returns the first paths that are free and
   * not in `refused`. Returns undefined if none of the facts in the pattern is known.
   */
  async free(pair: Pair, refused: readonly string[]): Promise<Plan | undefined> {
    const { pdf, note } = pair;
    const properties = frontmatterIn(await this.app.vault.cachedRead(note));
    const parts = namePartsOf(properties, pdf.basename, (kind) => this.kinds[kind]);
    const names = titleNames(this.pattern(), parts, `.${pdf.extension}`);
    for (const name of names ?? []) {
      const plan = { pdf: beside(pdf, name), note: beside(note, name) };
      if (!this.isTaken(pair, plan) && !refused.includes(plan.pdf) && !refused.includes(plan.note))
        return plan;
    }
    return undefined;
  }

  /**
   * Returns whether another file or folder has one of the paths in `plan`. Upper and lower case make no
   * difference, because some file systems ignore case.
   */
  isTaken({ pdf, note }: Pair, plan: Plan): boolean {
    const wanted = [plan.pdf, plan.note].map((path) => path.toLowerCase());
    const siblings = [...(pdf.parent?.children ?? []), ...(note.parent?.children ?? [])];
    return siblings.some((one) => one !== pdf && one !== note && wanted.includes(one.path.toLowerCase()));
  }

  /**
   * Returns the new paths at which the disk already has another file. A path that changes only in case is not
   * returned, because the file at this path can be the renamed file itself.
   */
  async onDisk(to: Plan, from: Plan): Promise<readonly string[]> {
    const there: string[] = [];
    for (const which of ['pdf', 'note'] as const) {
      const isOther = to[which].toLowerCase() !== from[which].toLowerCase();
      if (isOther && (await this.app.vault.adapter.exists(to[which]))) there.push(to[which]);
    }
    return there;
  }
}

/** Returns the current paths of a PDF and its note. */
export function pathsOf({ pdf, note }: Pair): Plan {
  return { pdf: pdf.path, note: note.path };
}

/** Returns whether both plans have the same paths. */
export function isSame(one: Plan, other: Plan): boolean {
  return one.pdf === other.pdf && one.note === other.note;
}

function beside({ path, name, extension }: TFile, newName: string): string {
  return `${path.slice(0, path.length - name.length)}${newName}.${extension}`;
}
