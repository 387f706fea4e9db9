import type { PdfAssets } from '../../pdf/read/factories';
import type { PackedAssets } from './protocol';
import { splitFiles, unpack } from '../rpc/packed';

/**
 * The binary files that pdf.js asks for. They are unpacked when they are first needed: most PDFs need none.
 */
export class Assets implements PdfAssets {
  readonly #packed: PackedAssets;
  #cmaps: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

  constructor(packed: PackedAssets) {
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
