import type { DraftFact } from '../../../llm/draft';
import {
  BETWEEN,
  DEFINED_AS,
  NO_PARTY,
  OF_NAME,
  ORGANISATION,
  PERSON_TITLE,
} from '../../../text/lexicon/contract';
import { isRoleName } from '../../../text/lexicon/parties';
import type { Unit } from '../units';

/** The parties are looked for in this number of units (see `units.ts`) at the beginning of a contract. */
const REACH = 40;
/** Maximum number of characters between the name of a party and its role. */
const LONGEST_DESCRIPTION = 500;

const OPENING = '["“”„‟«「『]';
const CLOSING = '["“”»」』]';
/**
 * Matches the words that define a party's role: `(the "Tenant")`, `– nachfolgend „Mieter“ genannt –`,
 * `, hereinafter "Client"`, `as Lender`.
 */
const DEFINITION = new RegExp(
  [
    `(?:[(（[]\\s*(?:${DEFINED_AS}[\\s:：,]*)?|(?:[\\s,，]|[–—-]\\s*)${DEFINED_AS}[\\s:：,]*)`,
    `(?:[Tt]he |der |die |kurz )*(${OPENING})?(?:[Tt]he |der |die )?((?:\\p{Lu}[\\p{L}-]*)(?: \\p{Lu}[\\p{L}-]*){0,2})(${CLOSING})?`,
    '(?:[^()（）\\n]{0,40}[)）\\]]|\\s*genannt\\s*[–—-]?)?',
  ].join(''),
  'gu',
);

const TOKEN = "(?:\\p{Lu}|\\d+\\p{L})[\\p{L}\\p{M}\\p{N}.&'’+-]*";
const PARTICLE = '(?:&|\\+|de|da|la|van|von|vom|zu|zur|der|den|di|del|bin|al|y|e|für|of|for|the|and|und)';
const NAME = new RegExp(
  `^(?:${TOKEN})(?:\\s+(?:${PARTICLE}\\s+){0,2}${TOKEN}){0,8}(?:,\\s*${ORGANISATION}\\b\\.?)*`,
  'u',
);
const HAS_FORM = new RegExp(`(?:^|[\\s,])${ORGANISATION}\\.?(?=[\\s,]|$)`, 'u');
const UP_TO_FORM = new RegExp(`^.*?(?:[\\s,]${ORGANISATION}\\b\\.?)+(?=[\\s,]|$)`, 'u');
const NO_NAME = new RegExp(`\\b${NO_PARTY}\\b`, 'iu');
const JOINT = /\s(?:and|und|for|für|the)\s/u;
const OF = new RegExp(`(?:^|\\s)(?:(?!${OF_NAME})[\\p{L}.'’-]+)\\s+of\\s`, 'u');
const TITLES = new RegExp(`^(?:(?:the|der|die|dem|den|and|und|by)\\s+|${PERSON_TITLE}\\b\\.?\\s+)+`, 'iu');
const MARKER = /^\s*(?:[(（]?(?:\d{1,2}|[a-z]|[ivx]{1,4})[)）.]\s+|[•●▪–-]\s+)/iu;

/**
 * Returns a fact for each party that the beginning of a contract defines, such as `Acme Ltd, a company … (the
 * "Tenant")`. The name of the fact is the role. If the contract gives a short name (`Acme`) instead of a
 * role, the name of the fact is the parameter `party`.
 */
export function definedParties(units: readonly Unit[], party: string): DraftFact[] {
  const text = new Joined(units.slice(0, REACH));
  const found: DraftFact[] = [];
  let before = 0;
  for (const match of text.all.matchAll(DEFINITION)) {
    const [all, opening, role = '', closing] = match;
    const isRole = isRoleName(role);
    const isQuoted = opening !== undefined && closing !== undefined;
    if (!isRole && !isQuoted) continue;
    const from = Math.max(before, match.index - LONGEST_DESCRIPTION);
    const name = nameBefore(text.all.slice(from, match.index));
    before = match.index + all.length;
    if (name === undefined) continue;
    const isAlias = name.text.toLowerCase().includes(role.toLowerCase());
    if (!isRole && !isAlias) continue;
    const refs = text.numbersOf(from + name.at, before);
    found.push({ name: isRole ? role : party, value: name.text, quote: name.text, refs });
  }
  return found;
}

/** Matches the lender in an acknowledgement of a debt: `今借到王芳（…）人民币…`, `今向王芳借…` */
const LENT = /今(?:借到|向)([\u4e00-\u9fff·]{2,20}?)(?=[（(，,]|人民币|现金|借|处)/u;

/** Returns the lender in an acknowledgement of a debt, as a fact that is called `name`. */
export function lenderOf(units: readonly Unit[], name: string): DraftFact | undefined {
  for (const { text, numbers } of units.slice(0, REACH)) {
    const value = LENT.exec(text)?.[1];
    if (value !== undefined) return { name, value, quote: value, refs: numbers };
  }
  return undefined;
}

/**
 * Returns the name and the offset of the party that a text mentions last, such as `Acme Ltd` in `… between
 * Acme Ltd, a company in Leeds`. Undefined when the text mentions no party.
 */
function nameBefore(text: string): { readonly text: string; readonly at: number } | undefined {
  const starts = Array.from(text.matchAll(new RegExp(`\\n|\\b${BETWEEN}\\b\\s*:?`, 'giu')), (match) => ({
    at: match.index + match[0].length,
    isBetween: match[0].trim() !== '',
  }));
  // Searches backwards from the end for a name that starts a paragraph, or that follows a word such as
  // `between`. The search stops at such a word.
  for (const start of [{ at: 0, isBetween: true }, ...starts].reverse()) {
    const segment = text.slice(start.at).split('\n')[0] ?? '';
    const lead = segment.length - strip(segment).length;
    const name = nameAt(segment.slice(lead));
    if (name !== '') return { text: name, at: start.at + lead };
    if (start.isBetween && segment.trim() !== '') return undefined;
  }
  return undefined;
}

function strip(segment: string): string {
  return segment
    .replace(/^[\s;,.)"”]+/u, '')
    .replace(MARKER, '')
    .replace(TITLES, '');
}

/** Returns the name with which a text begins, or an empty text. */
function nameAt(text: string): string {
  let name = NAME.exec(text)?.[0] ?? '';
  if (HAS_FORM.test(name)) name = UP_TO_FORM.exec(name)?.[0] ?? name;
  else {
    name = name.split(JOINT)[0] ?? '';
    const of = OF.exec(name);
    if (of !== null) name = name.slice(0, name.indexOf(' of ', of.index));
  }
  const words = name.split(/\s+/u).length;
  const isName =
    words > 1 && name.length >= 4 && name.length <= 80 && !NO_NAME.test(name) && !isRoleName(name);
  return isName ? name.replace(/,$/u, '') : '';
}

/** The text of several units. Sentences of a paragraph are joined with a space, paragraphs with a newline. */
class Joined {
  readonly all: string;
  readonly #ends: readonly (readonly [number, readonly number[]])[];

  constructor(units: readonly Unit[]) {
    const ends: [number, readonly number[]][] = [];
    let all = '';
    let paragraph = units[0]?.paragraph;
    for (const unit of units) {
      if (all !== '') all += unit.paragraph === paragraph ? ' ' : '\n';
      all += unit.text.replace(/\t/gu, '\n');
      paragraph = unit.paragraph;
      ends.push([all.length, unit.numbers]);
    }
    this.all = all;
    this.#ends = ends;
  }

  /** Returns the numbers of the sentences between two offsets. */
  numbersOf(from: number, to: number): number[] {
    let start = 0;
    return this.#ends.flatMap(([end, numbers]) => {
      const isWithin = start < to && end > from;
      start = end;
      return isWithin ? numbers : [];
    });
  }
}
