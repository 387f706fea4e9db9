/**
 * A regular expression that is made when it is first asked for. Character properties (`\p{L}`) take an engine long to
 * look up, and what is made with the module is paid for at every start of the app.
 */
export function lateExpression(source: string, flags: string): () => RegExp {
  let made: RegExp | undefined;
  return () => (made ??= new RegExp(source, flags));
}
