/** What is made when it is first asked for, and kept: every start of the app pays for what is made with a module. */
export function lazily<Made>(make: () => Made): () => Made {
  let kept: { readonly made: Made } | undefined;
  return () => (kept ??= { made: make() }).made;
}
