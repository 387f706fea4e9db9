import type { PdfAssets } from '../../pdf/read/factories';
import type { PackedAssets } from './protocol';
import { splitFiles, unpack } from '../../packed';

/**
 * The binary files that pdf.js requests. They are unpacked only on request, because most PDFs need none.
 */
export class Assets implements PdfAssets {
  readonly #packed: PackedAssets;
  #cmaps: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

  constructor(packed: PackedAssets) {
    this.#packed = packed;
  }

  /** @throws Error when there is no CMap with that name. */
  async cmap(name: string): Promise<Uint8Array> {
    this.#cmaps ??= unpack(this.#packed.cmaps).then(splitFiles);
    const bytes = (await this.#cmaps).get(name);
    if (bytes === undefined) throw new Error(`There is no CMap ${name}.`);
    // The result is a copy, because pdf.js may transfer the buffer.
    return bytes.slice();
  }

  async openjpeg(): Promise<Uint8Array> {
    return new Uint8Array(await unpack(this.#packed.openjpeg));
  }
}
