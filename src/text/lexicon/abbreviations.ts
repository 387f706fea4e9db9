import { wordsOf } from '../words';

/**
 * After one of these abbreviations, a period never ends a sentence, because a name or an example follows. All
 * lists here are in lower case, without the period at the end.
 */
export const TITLES: ReadonlySet<string> = new Set(
  wordsOf(
    'mr mrs ms messrs dr prof rev hon gen col capt lt sgt st mt e.g i.e cf vs viz approx resp incl excl',
    'esp attn re',
  ),
);

/**
 * After one of these abbreviations, a period does not end a sentence if a number follows: `No. 5`, `Fig. 3`,
 * `Art. IV`.
 */
export const BEFORE_NUMBERS: ReadonlySet<string> = new Set(
  wordsOf(
    'no nos fig figs eq eqs tab art arts sec secs ch chap p pp vol para paras cl app ex ref refs ver rev',
    'op nr ca c tel ext max min jan feb mar apr jun jul aug sep sept oct nov dec',
  ),
);

/** After one of these abbreviations, a period ends a sentence only if a word of {@link OPENERS} follows. */
export const EITHER: ReadonlySet<string> = new Set(
  wordsOf(
    'inc ltd co corp pvt pty llc llp plc bros dept univ assn intl jr sr esq etc al ed eds a.m p.m u.s u.k',
    'u.s.a u.n e.u d.c ph.d m.d b.a m.a b.s m.s s.a n.v b.v a.g r.o.c p.r.c st ave blvd rd est ibid',
  ),
);

/** Words that begin an English sentence much more often than they follow an abbreviation. */
export const OPENERS: ReadonlySet<string> = new Set(
  wordsOf(
    'a after all although an and any are as at because before but by can do does each either every',
    'finally first for from further furthermore he her here his how however i if in is it its moreover my',
    'neither no nor not notwithstanding of on once our please second she since so some subject such that',
    'the their then there therefore these they this those thus to under unless until upon we what when',
    'where whether which while who with within without you your',
  ),
);

/**
 * After one of these words, a single capital letter is a name and not an initial, so a period after it can
 * end the sentence: `Party A. The …`.
 */
export const LETTERED: ReadonlySet<string> = new Set(
  wordsOf(
    'party appendix annex exhibit schedule section part class type group level vitamin grade phase series',
    'plan option attachment figure table and or',
  ),
);
