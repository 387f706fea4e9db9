/** One language's words for sentences about a bill. */
interface BillWords {
  readonly invoice: string;
  readonly receipt: string;
  /** The words before the seller, the buyer and the due date. */
  readonly from: string;
  readonly to: string;
  readonly due: string;
  readonly pay: (amount: string, day: string) => string;
}

const EN: BillWords = {
  invoice: 'Invoice',
  receipt: 'Receipt',
  from: 'from',
  to: 'to',
  due: 'due',
  pay: (amount, day) => `Pay ${amount}${day === '' ? '' : ` by ${day}`}`,
};

const WORDS: Readonly<Record<string, BillWords>> = {
  en: EN,
  de: {
    invoice: 'Rechnung',
    receipt: 'Beleg',
    from: 'von',
    to: 'an',
    due: 'fällig am',
    pay: (amount, day) => `${amount}${day === '' ? '' : ` bis ${day}`} bezahlen`,
  },
  fr: {
    invoice: 'Facture',
    receipt: 'Reçu',
    from: 'de',
    to: 'à',
    due: 'échéance',
    pay: (amount, day) => `Payer ${amount}${day === '' ? '' : ` avant le ${day}`}`,
  },
  es: {
    invoice: 'Factura',
    receipt: 'Recibo',
    from: 'de',
    to: 'a',
    due: 'vencimiento',
    pay: (amount, day) => `Pagar ${amount}${day === '' ? '' : ` antes del ${day}`}`,
  },
  it: {
    invoice: 'Fattura',
    receipt: 'Ricevuta',
    from: 'di',
    to: 'a',
    due: 'scadenza',
    pay: (amount, day) => `Pagare ${amount}${day === '' ? '' : ` entro il ${day}`}`,
  },
  nl: {
    invoice: 'Factuur',
    receipt: 'Bon',
    from: 'van',
    to: 'aan',
    due: 'vervaldatum',
    pay: (amount, day) => `${amount}${day === '' ? '' : ` vóór ${day}`} betalen`,
  },
};

/** The parts of the sentence about a bill, as the bill writes them. A missing part is an empty text. */
export interface BillParts {
  readonly number: string;
  readonly seller: string;
  readonly buyer: string;
  readonly amount: string;
  readonly due: string;
}

/**
 * Returns a sentence that introduces a bill. The sentence is in the given language (BCP 47), or in English if
 * the words of that language are missing here.
 */
export function billSentence(
  language: string,
  isReceipt: boolean,
  { number, seller, buyer, amount, due }: BillParts,
): string {
  const after = (word: string, part: string): string => (part === '' ? '' : ` ${word} ${part}`);
  if (language.startsWith('zh')) {
    const parties = `${seller === '' ? '' : `，销售方 ${seller}`}${buyer === '' ? '' : `，购买方 ${buyer}`}`;
    const money = `${amount === '' ? '' : `，金额 ${amount}`}${due === '' ? '' : `，付款期限 ${due}`}`;
    return `${isReceipt ? '收据' : '发票'}${number === '' ? '' : ` ${number}`}${parties}${money}。`;
  }
  const words = WORDS[language.slice(0, 2)] ?? EN;
  const name = `${isReceipt ? words.receipt : words.invoice}${number === '' ? '' : ` ${number}`}`;
  const parties = `${after(words.from, seller)}${after(words.to, buyer)}`;
  return `${name}${parties}${amount === '' ? '' : `, ${amount}`}${due === '' ? '' : `, ${words.due} ${due}`}.`;
}

/** Returns the text of the task to pay an amount. `day` is the last day for the payment, or empty. */
export function payment(language: string, amount: string, day: string): string {
  if (language.startsWith('zh')) return `${day === '' ? '' : `在${day}前`}支付 ${amount}`;
  return (WORDS[language.slice(0, 2)] ?? EN).pay(amount, day);
}
