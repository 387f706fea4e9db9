import type { Action, Digest } from './digest';

/** Matches owners such as "both parties". The user is one of the parties and has to act, too. */
const EVERYBODY = /双方|各方|^(?:both|all|the|each)?\s*(?:of the )?part(?:y|ies)$|both parties|all parties/iu;

/**
 * Returns whether a to-do is somebody else's. A to-do is the user's if its owner contains one of the user's
 * names. If its owner is a role, such as 甲方, it is also the user's when a fact gives this role to the user
 * (`甲方: 晴川公司`). Returns false for a to-do without an owner, because it may be the user's.
 * @param me the names with which documents refer to the user
 */
export function isOfOthers({ owner }: Action, { facts }: Digest, me: readonly string[]): boolean {
  const names = me.map(plain).filter((name) => name !== '');
  if (names.length === 0 || plain(owner) === '' || EVERYBODY.test(owner.trim())) return false;
  const role = withoutArticle(owner);
  const holders = facts.filter(({ name }) => rolesIn(name).includes(role)).map(({ value }) => value);
  return ![owner, ...holders].some((each) => names.some((name) => has(plain(each), name)));
}

/** Returns the roles in the name of a fact: 甲方 and 委托方 if the name is `甲方（委托方）`. */
function rolesIn(name: string): readonly string[] {
  return name.split(/[（()）/]/u).map(withoutArticle);
}

function withoutArticle(role: string): string {
  return plain(role).replace(/^the /, '');
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Latin names must be whole words; Chinese names may be a part of a longer name. */
function has(text: string, name: string): boolean {
  return /^[\p{Script=Han}\p{N} ]+$/u.test(name)
    ? text.replaceAll(' ', '').includes(name.replaceAll(' ', ''))
    : ` ${text} `.includes(` ${name} `);
}
