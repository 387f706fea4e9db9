/**
 * Restores a text that the build has made ASCII (`build/packed-words.mjs`). Between two `~`, three signs from
 * `0` to `X` are the digits of one UTF-16 unit, to the base of 41. That is half of what `\uXXXX` takes.
 */
export function fromDense(text: string): string {
  return text.replace(/~([0-X]*)~/g, (_, run: string) =>
    run.replace(/.../g, (digits) => {
      const [a, b, c] = [0, 1, 2].map((at) => digits.charCodeAt(at) - 48) as [number, number, number];
      return String.fromCharCode((a * 41 + b) * 41 + c);
    }),
  );
}
