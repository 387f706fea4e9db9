/**
 * Names of contract parties that a statement must not swap: 甲方 and 乙方, Party A and Party B, Buyer and Seller.
 * A name in one language counts as found when the document uses its counterpart in another.
 */
interface Role {
  readonly key: string;
  readonly pattern: RegExp;
}

const ROLES: readonly Role[] = [
  { key: 'a', pattern: /甲方|Party A\b|甲(?=[、乙])/giu },
  { key: 'b', pattern: /乙方|Party B\b/giu },
  { key: 'c', pattern: /丙方|Party C\b/giu },
  { key: 'd', pattern: /丁方|Party D\b/giu },
  { key: 'buyer', pattern: /买方|买受人|需方|购买方|采购方|采购人|\b(?:Buyer|Purchaser)\b/giu },
  { key: 'seller', pattern: /卖方|出卖人|供方|销售方|供应商|供货方|\b(?:Seller|Vendor|Supplier)\b/giu },
  { key: 'lessor', pattern: /出租人|出租方|\b(?:Lessor|Landlord)\b/giu },
  { key: 'lessee', pattern: /承租人|承租方|\b(?:Lessee|Tenant)\b/giu },
  { key: 'lender', pattern: /出借人|贷款人|\bLender\b/giu },
  { key: 'borrower', pattern: /借款人|\bBorrower\b/giu },
  { key: 'licensor', pattern: /许可方|\bLicensor\b/giu },
  { key: 'licensee', pattern: /被许可方|\bLicensee\b/giu },
  { key: 'employer', pattern: /用人单位|雇主|\bEmployer\b/giu },
  { key: 'employee', pattern: /劳动者|雇员|\bEmployee\b/giu },
  { key: 'client', pattern: /委托方|委托人|\b(?:Client|Customer)\b/giu },
  { key: 'contractor', pattern: /受托方|受托人|承包人|承包方|\b(?:Contractor|(?:Service )?Provider)\b/giu },
  { key: 'discloser', pattern: /披露方|\bDisclosing Party\b/giu },
  { key: 'receiver', pattern: /接收方|\bReceiving Party\b/giu },
  { key: 'company', pattern: /\b[Tt]he Company\b/gu },
  { key: 'consultant', pattern: /\bConsultant\b/gu },
  { key: 'agent', pattern: /代理方|\bAgent\b/gu },
  { key: 'principal', pattern: /被代理方|\bPrincipal\b/gu },
  { key: 'franchisor', pattern: /特许人|\bFranchisor\b/gu },
  { key: 'franchisee', pattern: /被特许人|\bFranchisee\b/gu },
  { key: 'distributor', pattern: /经销商|\bDistributor\b/gu },
  { key: 'manufacturer', pattern: /\bManufacturer\b/gu },
  { key: 'guarantor', pattern: /保证人|担保人|\bGuarantor\b/gu },
  { key: 'insurer', pattern: /保险人|\bInsurer\b/gu },
  { key: 'insured', pattern: /被保险人|\bInsured\b/gu },
  { key: 'publisher', pattern: /\bPublisher\b/gu },
  { key: 'author', pattern: /\bAuthor\b/gu },
  { key: 'investor', pattern: /投资方|投资人|\bInvestor\b/gu },
];

/** What an obligation is worded with; the party right before it is the one obliged. */
const MODALS: readonly RegExp[] = [
  /应当|应该|必须|须|应|不得|需要?|负责|承担|有权|可以|无权/u,
  /\b(?:shall|must|will|may|agrees? to|is required to|is obliged to|undertakes? to)\b/iu,
];

/** Who has to agree is not who has to act. */
const CONSENT = /(?:未?经|征得|取得)[^，,。；;：:\n]{0,30}?(?:同意|许可|批准|授权)/gu;

/** Keys of the roles a text names. `许可方` within `被许可方` does not count. */
export function rolesIn(text: string): Set<string> {
  return new Set(rolesAt(text).map((mention) => mention.key));
}

/** A name of a party in a text; `end` is exclusive. */
export interface Mention {
  readonly key: string;
  readonly at: number;
  readonly end: number;
}

/** The roles a text names, in order. */
export function rolesAt(text: string): Mention[] {
  const found = ROLES.flatMap(({ key, pattern }) =>
    Array.from(text.matchAll(pattern), (match) => ({ key, at: match.index, end: match.index + match[0].length })),
  );
  return found
    .filter((one) => !found.some((other) => other.at < one.at && other.end >= one.end))
    .sort((a, b) => a.at - b.at);
}

/** The roles that a text says must or may do something: in each clause with a modal verb, those named before it. */
function obligedIn(text: string): Set<string> {
  return new Set(beforeModals(text).flat());
}

/** Of a statement only the one named first in each clause: it says who the subject is. */
function subjectsIn(text: string): Set<string> {
  return new Set(beforeModals(text).flatMap(([first]) => first ?? []));
}

function beforeModals(text: string): string[][] {
  return text.replace(CONSENT, ' ').split(/[，,。；;：:\n]/u).flatMap((clause) =>
    MODALS.flatMap((pattern) => {
      const modal = pattern.exec(clause);
      return modal === null ? [] : [rolesAt(clause.slice(0, modal.index)).map((mention) => mention.key)];
    }),
  );
}

/** What stands between two parties when one does something to or for the other. */
const TOWARDS =
  /^(?:[^。；;]{0,40}(?:向|给|对|为|委托|聘请|授权)|\s(?:\w+\s){0,4}?(?:pays?|delivers?|provides?|notif(?:y|ies)|grants?|indemnif(?:y|ies)|reimburses?|supplies|supply|appoints?|engages?|to)\s(?:the\s)?)$/iu;

/** Who does something towards whom, as `from>to`: 甲方向乙方, the Client shall pay the Provider. */
function directionsIn(text: string): Set<string> {
  const directions = new Set<string>();
  const all = rolesAt(text);
  for (const [index, from] of all.entries()) {
    const to = all[index + 1];
    if (to === undefined || to.key === from.key) continue;
    if (TOWARDS.test(text.slice(from.end, to.at))) directions.add(`${from.key}>${to.key}`);
  }
  return directions;
}

/** Where a statement's parties are looked for: the quote or cited sentences, and the passage around them. */
export interface PartyContext {
  readonly near: readonly string[];
  readonly passage: string;
}

/**
 * True when a statement, or who is said to own it, puts a party in another's place: names a role the passage never names, obliges another than
 * the nearest text that obliges anyone, or turns round who does something towards whom.
 */
export function swapsParties(statement: string, owner: string, { near, passage }: PartyContext): boolean {
  const named = rolesIn(passage);
  if ([...rolesIn(statement), ...rolesIn(owner)].some((role) => !named.has(role))) return true;
  const obliged = near.map(obligedIn).find((roles) => roles.size > 0);
  if (obliged !== undefined && [...subjectsIn(statement), ...rolesIn(owner)].some((role) => !obliged.has(role))) return true;
  const directions = near.map(directionsIn).find((each) => each.size > 0) ?? directionsIn(passage);
  return [...directionsIn(statement)].some((direction) => {
    const reverse = direction.split('>').reverse().join('>');
    return !directions.has(direction) && directions.has(reverse);
  });
}
