import type { Sentence } from '../../text/sentence';
import { halfWidth } from '../../text/width';
import { rolesAt, rolesIn } from './names';
import type { Mention } from './names';
import { organisationsAt } from './organisations';

/** Names of one party: keys of its roles, and its organisation. */
interface Party {
  readonly keys: Set<string>;
  /** The word it is called by when names are made one. */
  readonly word: string;
}

/** 乙方：王小明, First Harbor Bank (the “Lender”): names that only the definition shows to be names. */
const BEHIND_COLON = /^[^:]{1,30}:\s*([\u4e00-\u9fff·]{2,12}|\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,4})(?=\s*(?:[,，;；(。]|$))/u;
const BEFORE_BRACKET = /(\p{Lu}[\p{L}&.'’-]+(?:\s\p{Lu}[\p{L}&.'’-]+){1,5}),?\s\((?=[^)]*["“'‘])/gu;

/** Characters between an organisation and the bracket that says what it is called. */
const REACH = 80;
/** A definition stands near the beginning; more sentences are not looked at. */
const MOST_SENTENCES = 400;
/** What stands between a role and a name when one is said to be the other. */
const NAMING = /^(?:的?(?:名称|单位))?\s*(?:为|是|:|：|\bis(?: the)?\b)\s*[\u4e00-\u9fff]{0,12}(?:\p{Lu}[\p{L}&.'’-]*\s)*$/u;
const MAIN: readonly string[] = ['a', 'b', 'c', 'd'];

/**
 * Calls each party by one name, as the document defines it: 甲方（出租人）：…有限公司, … Ltd. (the “Provider”).
 * What it does not define stays as it is.
 */
export class Parties {
  readonly #parties: Party[] = [];
  readonly #literals: string[] = [];

  constructor(sentences: readonly Sentence[]) {
    for (const { text } of sentences.slice(0, MOST_SENTENCES)) this.#read(halfWidth(text));
  }

  /** The text with every defined organisation and role replaced by its party's one name. */
  rename(text: string): string {
    let renamed = '';
    let from = 0;
    for (const { key, at, end } of namesAt(text, this.#literals)) {
      const party = this.#parties.find(({ keys }) => keys.has(key));
      if (party === undefined || at < from) continue;
      renamed += text.slice(from, at) + party.word;
      from = end;
    }
    return renamed + text.slice(from);
  }

  /** True when a text says that a party is called what another is: 购买方为 the seller's name. */
  confuses(text: string): boolean {
    const names = namesAt(text, this.#literals);
    return names.some(({ key, at }, index) => {
      const before = names[index - 1];
      if (before === undefined || isOrganisation(key) === isOrganisation(before.key)) return false;
      const [one, other] = [before.key, key].map((each) => this.#parties.find(({ keys }) => keys.has(each)));
      return one !== undefined && other !== undefined && one !== other && NAMING.test(text.slice(before.end, at));
    });
  }

  #read(text: string): void {
    const literals = literalsIn(text);
    for (const names of definitionsIn(text, literals)) {
      this.#define(names);
      this.#literals.push(...names.map(({ word }) => word).filter((word) => literals.includes(word)));
    }
  }

  #define(names: readonly (Mention & { readonly word: string })[]): void {
    const [first] = names;
    if (first === undefined || names.length < 2) return;
    const known = this.#parties.find(({ keys }) => names.some(({ key }) => keys.has(key)));
    const keys = new Set([...(known?.keys ?? []), ...names.map(({ key }) => key)]);
    // Two parties, or two organisations, are never one.
    if (MAIN.filter((key) => keys.has(key)).length > 1 || [...keys].filter(isOrganisation).length > 1) return;
    if (known !== undefined) for (const key of keys) known.keys.add(key);
    else this.#parties.push({ keys, word: names.find(({ key }) => !isOrganisation(key))?.word ?? first.word });
  }
}

function isOrganisation(key: string): boolean {
  return key.startsWith('=');
}

function literalsIn(text: string): string[] {
  const found = [BEHIND_COLON.exec(text)?.[1], ...Array.from(text.matchAll(BEFORE_BRACKET), (match) => (isAddress(text, match.index) ? undefined : match[1]))];
  return found.flatMap((name) => (name === undefined || rolesIn(name).size > 0 || organisationsAt(name).length > 0 ? [] : [name]));
}

/** The end of an organisation's address: `Ltd., a company … at 14 Row, Port (the …)`. */
function isAddress(text: string, at: number): boolean {
  const last = organisationsAt(text.slice(0, at)).at(-1);
  return last !== undefined && !/[()]/u.test(text.slice(last.end, at)) && /\d/u.test(text.slice(last.end, at));
}

function namesAt(text: string, literals: readonly string[]): Mention[] {
  const organisations = organisationsAt(text).map(({ name, at, end }) => ({ key: `=${name}`, at, end }));
  const named = literals.flatMap((name) => {
    const at = text.indexOf(name);
    return at < 0 ? [] : [{ key: `=${name}`, at, end: at + name.length }];
  });
  return [...organisations, ...named, ...rolesAt(text)].sort((a, b) => a.at - b.at || b.end - a.end);
}

/** The names that a sentence says are one party's. */
function definitionsIn(text: string, literals: readonly string[]): (Mention & { readonly word: string })[][] {
  const names = namesAt(text, literals).map((mention) => ({ ...mention, word: text.slice(mention.at, mention.end) }));
  return [...groups(names, text)].filter((group) => group.length > 1);
}

function* groups<Name extends Mention>(names: readonly Name[], text: string): Generator<Name[]> {
  const roles = names.filter(({ key }) => !isOrganisation(key));
  const organisations = names.filter(({ key }) => isOrganisation(key));
  // 甲方（出租人）
  for (const [index, role] of roles.entries()) {
    const next = roles[index + 1];
    if (next !== undefined && /^\s*\($/u.test(text.slice(role.end, next.at)) && /^\s*\)/u.test(text.slice(next.end))) yield [role, next];
  }
  const [only] = organisations;
  const colon = text.indexOf(':');
  // 甲方：…有限公司
  if (only !== undefined && colon > 0 && colon < 30 && colon < only.at) {
    const [role] = roles;
    if (role !== undefined && role.end <= colon) yield [role, only];
  }
  for (const [index, organisation] of organisations.entries()) {
    const end = Math.min(organisations[index + 1]?.at ?? text.length, organisation.end + REACH);
    const bracket = /\([^)]*\)/u.exec(text.slice(organisation.end, end));
    if (bracket === null) continue;
    const from = organisation.end + bracket.index;
    const inside = roles.filter(({ at }) => at > from && at < from + bracket[0].length);
    if (inside.length > 0) yield [organisation, ...inside];
  }
}
