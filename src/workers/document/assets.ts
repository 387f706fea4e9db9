import { splitFiles, unpack } from '../rpc/packed';

/** Binary parts pdf.js asks for by name. Unpacked when first asked for: most PDFs need none. */
export class Assets {
  readonly #packed: { readonly cmaps: string; readonly openjpeg: string };
  #cmaps: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

  constructor(packed: { readonly cmaps: string; readonly openjpeg: string }) {
    this.#packed = packed;
  }

  /** @throws Error when there is no CMap of that name. */
  async cmap(name: string): Promise<Uint8Array> {
    this.#cmaps ??= unpack(this.#packed.cmaps).then(splitFiles);
    const bytes = (await this.#cmaps).get(name);
    if (bytes === undefined) throw new Error(`There is no CMap ${name}.`);
    // A copy: pdf.js may hand the buffer on, and all CMaps share one.
    return bytes.slice();
  }

  async openjpeg(): Promise<Uint8Array> {
    return new Uint8Array(await unpack(this.#packed.openjpeg));
  }
}
