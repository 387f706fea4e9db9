import type { App, TFile } from 'obsidian';
import { frontmatterIn } from '../../app/frontmatter-in';
import { namePartsOf, titleNames } from '../../note/title-name';
import type { Pair } from '../commands';

/** The vault paths of a PDF and its note, before or after a renaming. */
export interface Plan {
  readonly pdf: string;
  readonly note: string;
}

/** Finds paths for PDFs and their notes: names are made from the facts in the note, and must be free. */
export class Plans {
  constructor(
    private readonly app: App,
    /** Returns the pattern of names; see the setting `renamePattern`. */
    private readonly pattern: () => string,
    /** The name of each kind of document. */
    private readonly kinds: Readonly<Record<string, string>>,
  ) {}

  /**
   * Returns the first free paths of a PDF and its note that are not among the refused ones; undefined if the
   * pattern has no known value.
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

  /** Returns whether another file or folder has one of these names. File systems may ignore case. */
  isTaken({ pdf, note }: Pair, plan: Plan): boolean {
    const wanted = [plan.pdf, plan.note].map((path) => path.toLowerCase());
    const siblings = [...(pdf.parent?.children ?? []), ...(note.parent?.children ?? [])];
    return siblings.some((one) => one !== pdf && one !== note && wanted.includes(one.path.toLowerCase()));
  }

  /**
   * Returns the new paths at which the disk has a file. A path that differs only in case is the file itself
   * and is left out.
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

/** Returns the path of a file with the new name, in the same folder and with the same extension. */
function beside({ path, name, extension }: TFile, newName: string): string {
  return `${path.slice(0, path.length - name.length)}${newName}.${extension}`;
}
