const FULL_WIDTH = /[\uff01-\uff5e\u3000]/g;

/** Full-width letters, digits and signs as their plain forms; every offset stays what it was. */
export function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}
