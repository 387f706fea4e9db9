/**
 * Words of invoices and receipts in seven languages. The patterns are for text in lower case without white
 * space, because the letters of a label often stand apart.
 */

/** What an amount may be called. `payable` is what is left to pay, `gross` the whole with tax. */
export const AMOUNT_LABELS = {
  payable:
    /zahlbetrag|zuzahlen(?:der?)?|offenerbetrag|fälligerbetrag|restbetrag|duepayable|(?:amount|amt|balance|total|sum)(?:now)?(?:due|payable|topay)|payableamount|(?:solde|net|montant|reste|total)àpayer|(?:total|importe|saldo)apagar|(?:totale|netto|importo)(?:da|a)pagare|tebetalen|应付(?:金额|总额|合计)?|实付(?:金额|款)?|应缴(?:金额|费用)?/u,
  gross:
    /brutto(?:summe|betrag|gesamt)?|(?:rechnungs|gesamt|end)(?:betrag|summe)|gesamtpreis|summebrutto|gesamt$|gesamt[:：]|totalttc|montantttc|totalgénéral|(?:grand|invoice|nett?|bill)total|total(?:amount|amt|sales|inclu?d?i?n?g?|incl|rm|due|ttc|factura|general|price|for)?|importetotal|totale(?:fattura|documento|generale|ivato)?|totaal(?:bedrag)?|eindbedrag|factuurbedrag|价税合计|合计金额|总金额|总计|合计/u,
  net: /netto(?:betrag|summe)|rechnungssumme(?:netto|ohne)|summenetto|zwischensumme|nettotal|sub-?total|totalht|montantht|sous-?total|baseimponible|imponibile|subtotaal|totaalexcl|不含税(?:金额|价)?/u,
  tax: /(?:summe|gesamt)?(?:umsatz|mehrwert)steuer|ust\.?gesamt|steuerbetrag|mwst|(?:vat|tax|gst)(?:total|amount)|total(?:vat|tax(?:es)?|gst|tva)|montanttva|totaltaxes|cuotaiva|totaleiva|imposta|btwbedrag|totaalbtw|税额(?:合计)?|合计税额/u,
} as const;

/** What makes an amount beside such a label none of them: parts, counts, payments, rebates. */
export const NO_AMOUNT =
  /zuschl|abschl|rabatt|anzahlung|zuab|qty|quantity|items?\b|items?[(:=]|savings?|saved|discount|rounding|points|change|tender|cash|card|paid|deposit|excl|ohneust|before|weight|remise|acompte|descuento|sconto|korting/u;

/** What a document of a payment calls itself; its number may follow. */
export const BILL_NAMES =
  '(?:handels|teil|schluss|abschlags|sammel|kosten|beitrags)?rechnung(?:skorrektur)?(?:desversicherers)?|gutschrift|rechnungswiederholung|buchungshilfe-keinerechnung|(?:tax|sales|commercial|cash)?invoice|credit(?:note|memo)|facture|avoir|factura|fattura|notadicredito|factuur|creditnota|receipt|cashbill|bill|slip|beleg|document|doc|电子发票|发票|收据';
export const NUMBER_WORDS =
  'nummern?|num|nr\\.?|number|no\\.?|#|n[°º]|núm(?:ero)?\\.?|numéro|numero|id|号码|编号|号';

export const DATE_LABELS =
  /(?:rechnungs|beleg|ausstellungs|invoice|issue|bill(?:ing)?|receipt|factuur|transaction)-?dat(?:um|e)|date(?:of|d')?(?:issue|invoice|facture|émission)|datede(?:la)?facture|datefacture|fecha(?:de)?(?:la)?(?:factura|emisión|expedición)?|data(?:fattura|documento|emissione|di)?|dateofissue|issuedat|开票日期|日期/u;
export const PLAIN_DATE = /^(?:datum|date|fecha|data|日期)(?:&?time|\/time|\/hora)?[:：=.]*/u;
export const NO_BILL_DATE =
  /liefer|leistung|fällig|due|zahlbar|bis|zeitraum|period|bestell|order|version|stylesheet|deliver|livraison|échéance|vencimiento|scadenza|vervaldatum|vertrag|ship|dob|expir|valid|skonto|delivery|service/u;

export const DUE_LABELS =
  /fällig|zahlbar|zahlungsziel|überweisen|duedate|paymentdue|duepayable|dueon|dueby|payby|payableby|payment(?:is)?due|remit|due[:：]|échéance|àpayeravant|àrégleravant|vencimiento|vence|scadenza|vervaldatum|tebetalenvoor|betaal|pleasepay|payment(?:must|should|istobe)|付款(?:期限|截止|日期)|请[于在].{4,16}前(?:付|支付|缴)|缴费(?:期限|截止)|最后付款|到期/u;
export const REBATE = /skonto|rabatt|discount|escompte|descuento|sconto|korting/u;

export const SELLER_LABELS =
  /^(?:rechnungs(?:er)?steller|(?:leistungs)?erbringer|verkäufer|lieferant|seller|vendor|supplier|(?:billed|issued|sold)by|from|vendeur|fournisseur|émetteur|vendedor|proveedor|emisor|venditore|fornitore|cedente|verkoper|leverancier|销售方|销方|卖方)(?:\/[^:：]*|信息|名称)?[:：]?/u;
export const BUYER_LABELS =
  /^(?:rechnungsempfänger|käufer|kunde|leistungsempfänger|rechnungan|buyer|customer|bill(?:ed|ing)?-?to|invoice-?to|sold-?to|client|acheteur|destinataire|adressedefacturation|facturéà|adressedelivraison|comprador|cliente|acquirente|cessionario|destinatario|koper|klant|factuuraan|购买方|购方|买方)(?:\/[^:：]*|信息|名称)?[:：]?/u;

/** Words that end the name of a company, in the languages of the table above. */
export const COMPANY_FORM =
  '(?:GmbH(?:\\s*&\\s*Co\\.?(?:\\s*KG)?)?|mbH|AG|KG|OHG|UG|e\\.?\\s?V\\.?|a\\.\\s?G\\.|SE|S\\.?A\\.?R\\.?L\\.?|SAS|S\\.?A\\.?S?|EURL|S\\.?L\\.?U?\\.?|S\\.?p\\.?A\\.?|S\\.?r\\.?l\\.?|B\\.?V\\.?|N\\.?V\\.?|Ltd\\.?|Limited|LLC|LLP|PLC|Inc\\.?|Corp(?:oration|\\.)?|Company|SDN\\.?\\s*BHD\\.?|S/B|Pty|Pvt|Enterprise|Trading|Bhd)';

/** Words of a bill that was paid, or that the seller collects. */
export const PAID =
  /lastschrift|abgebucht|eingezogen|bankeinzug|dankend erhalten|bereits bezahlt|pr[ée]l[èe]vement|acquitt[ée]e|direct debit|\bpaid in full\b|\bpayment received\b|will be charged|automatische incasso|domiciliaci[óo]n|已付款|已支付|已付清/iu;
