/** The part of `gifenc` that writes the animated GIFs of the README. The package has no types. */
declare module 'gifenc' {
  /** Colours as `[red, green, blue]`, from 0 to 255. */
  type Palette = readonly (readonly number[])[];

  interface Encoder {
    /** `delay` is the time in ms for which the picture is shown. */
    writeFrame(
      pixels: Uint8Array,
      width: number,
      height: number,
      options: { readonly palette: Palette; readonly delay: number },
    ): void;
    finish(): void;
    bytes(): Uint8Array;
  }

  const gifenc: {
    GIFEncoder(): Encoder;
    /** `rgba` has four bytes per pixel. */
    quantize(rgba: Uint8Array, colours: number): Palette;
    applyPalette(rgba: Uint8Array, palette: Palette): Uint8Array;
  };
  export default gifenc;
}
