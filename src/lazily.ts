/**
 * Creates a value on first use and caches it. Use it for module-level values, because creating them would
 * slow every start of the app.
 */
export function lazily<Made>(make: () => Made): () => Made {
  let kept: { readonly made: Made } | undefined;
  return () => (kept ??= { made: make() }).made;
}
