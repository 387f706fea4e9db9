/**
 * Creates a value on first use and caches it. Use it for module-level values: if they were created when the
 * module loads, every start of the app would be slower.
 */
export function lazily<Made>(make: () => Made): () => Made {
  let kept: { readonly made: Made } | undefined;
  return () => (kept ??= { made: make() }).made;
}
