import { rolesIn } from './names';

const CONSENT =
  /(?:经|取得|征得)[^，,。；;\n]{0,12}?(?:同意|批准|许可|授权)|\b[\w ]{1,20}['’]s?\s(?:prior )?(?:written )?(?:consent|approval)|\b(?:consent|approval) (?:of|from) the \w+/giu;

/** True when a statement has another party agree than the passage does. */
export function turnsConsent(statement: string, passage: string): boolean {
  const read = givers(passage);
  const said = givers(statement);
  return read.length > 0 && said.length > 0 && !said.some((role) => read.includes(role));
}

function givers(text: string): string[] {
  return (text.match(CONSENT) ?? []).flatMap((words) => [...rolesIn(words)]);
}
