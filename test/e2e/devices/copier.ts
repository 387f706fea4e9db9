import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

interface Version {
  readonly hash: string;
  readonly mtime: number;
}

type Folder = Map<string, Version>;

/** Time between two comparisons of the folders, in ms. */
const comparisonIntervalMs = 60;

/**
 * Copies changes between two folders as sync services do. Each file is copied after its own delay, so the
 * order is random. A copy is written under another name and then renamed, and has the modification time of
 * the original. If both sides have changed a file, the newer version keeps the file's name, and is copied to
 * the other side. If one side has deleted a file and the other has changed it, the file stays. Hidden files
 * are not copied.
 */
export class Copier {
  /** For each path: the hash of the last version that was the same on both sides. */
  readonly #common = new Map<string, string | undefined>();
  readonly #pendingCopies = new Set<string>();
  readonly #known = new Map<string, Version & { readonly size: number }>();
  readonly #ended: Promise<void>;
  #isEnding = false;
  #conflicts = 0;
  #isSame = true;

  constructor(
    private readonly sides: readonly [string, string],
    /** Returns the delay of a path, in ms; null if the path must not be copied now. */
    private readonly delayOf: (path: string) => number | null,
    /**
     * When both sides have changed a file, the older version gets another name (`keep-both`) or is lost
     * (`newest-wins`).
     */
    private readonly onConflict: 'keep-both' | 'newest-wins' = 'keep-both',
  ) {
    this.#ended = this.#run();
  }

  /** How often both sides had changed the same file. */
  get conflicts(): number {
    return this.#conflicts;
  }

  /** True when both folders were equal at the last comparison, and no copy is pending. */
  get isAtRest(): boolean {
    return this.#isSame && this.#pendingCopies.size === 0;
  }

  async close(): Promise<void> {
    this.#isEnding = true;
    await this.#ended;
  }

  async #run(): Promise<void> {
    while (!this.#isEnding) {
      const [left, right] = [await this.#read(this.sides[0]), await this.#read(this.sides[1])];
      const paths = new Set([...left.keys(), ...right.keys(), ...this.#common.keys()]);
      const differing = [...paths].filter((path) => left.get(path)?.hash !== right.get(path)?.hash);
      for (const path of paths) if (!differing.includes(path)) this.#common.set(path, left.get(path)?.hash);
      this.#isSame = differing.length === 0;
      for (const path of differing) if (!this.#pendingCopies.has(path)) this.#send(path);
      await new Promise((resolve) => setTimeout(resolve, comparisonIntervalMs));
    }
  }

  #send(path: string): void {
    const delay = this.delayOf(path);
    if (delay === null) return;
    this.#pendingCopies.add(path);
    setTimeout(() => {
      void this.#deliver(path).finally(() => this.#pendingCopies.delete(path));
    }, delay);
  }

  async #deliver(path: string): Promise<void> {
    if (this.#isEnding) return;
    const [left, right] = [
      await this.#version(this.sides[0], path),
      await this.#version(this.sides[1], path),
    ];
    const common = this.#common.get(path);
    if (left?.hash === right?.hash) return;
    const [one, other] = this.sides;
    if (right?.hash === common) await this.#copy(path, one, other, left);
    else if (left?.hash === common) await this.#copy(path, other, one, right);
    else if (left === undefined) await this.#copy(path, other, one, right);
    else if (right === undefined) await this.#copy(path, one, other, left);
    else await this.#keepBoth(path, left, right);
  }

  async #keepBoth(path: string, left: Version, right: Version): Promise<void> {
    this.#conflicts += 1;
    const leftWins = left.mtime === right.mtime ? left.hash > right.hash : left.mtime > right.mtime;
    const [winner, loser] = leftWins ? this.sides : [this.sides[1], this.sides[0]];
    if (this.onConflict === 'newest-wins') {
      await this.#copy(path, winner, loser, leftWins ? left : right);
      return;
    }
    const aside = path.replace(/(\.\w+)$/, `.sync-conflict-${String(this.#conflicts)}$1`);
    await rename(join(loser, path), join(loser, aside));
    this.#known.delete(join(loser, path));
    await this.#copy(path, winner, loser, leftWins ? left : right);
  }

  async #copy(path: string, from: string, to: string, version: Version | undefined): Promise<void> {
    const target = join(to, path);
    if (version === undefined) await rm(target, { force: true });
    else {
      const bytes = await readFile(join(from, path));
      const arriving = join(to, `.arriving-${createHash('sha256').update(path).digest('hex')}`);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(arriving, bytes);
      await utimes(arriving, version.mtime / 1000, version.mtime / 1000);
      await rename(arriving, target);
    }
    // The file must be hashed again, because two devices' notes of one PDF can have the same time and size.
    this.#known.delete(target);
    this.#common.set(path, version?.hash);
  }

  async #read(side: string): Promise<Folder> {
    const entries = await readdir(side, { recursive: true, withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(side.length + 1));
    const shown = names.filter((name) => !name.split('/').some((part) => part.startsWith('.')));
    const versions = await Promise.all(
      shown.map(async (name) => [name, await this.#version(side, name)] as const),
    );
    return new Map(
      versions.flatMap(([name, version]) => (version === undefined ? [] : [[name, version] as const])),
    );
  }

  /** Returns undefined when the file does not exist. */
  async #version(side: string, path: string): Promise<Version | undefined> {
    const file = join(side, path);
    const found = await stat(file).catch(() => undefined);
    if (found === undefined) return undefined;
    const known = this.#known.get(file);
    if (known?.mtime === found.mtimeMs && known.size === found.size) return known;
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes === undefined) return undefined;
    const version = {
      hash: createHash('sha256').update(bytes).digest('hex'),
      mtime: found.mtimeMs,
      size: found.size,
    };
    this.#known.set(file, version);
    return version;
  }
}
