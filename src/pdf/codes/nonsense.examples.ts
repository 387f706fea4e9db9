/**
 * Texts in one font as pdf.js reads them, and whether they are nonsense. `unmapped` is set for a font without
 * a mapping to Unicode.
 */
export const nonsenseExamples: readonly {
  readonly text: string;
  readonly isNonsense: boolean;
  readonly unmapped?: true;
}[] = [
  { text: 'Each party may end this agreement with 30 days\u2019 notice.', isNonsense: false },
  {
    text: '\u672c\u5408\u540c\u81ea\u53cc\u65b9\u7b7e\u5b57\u76d6\u7ae0\u4e4b\u65e5\u8d77\u751f\u6548\uff0c\u6709\u6548\u671f\u4e24\u5e74\u3002',
    isNonsense: false,
  },
  {
    text: '\u03b2\u53d7\u4f53\u963b\u6ede\u5242\u548c\u03b3\u5c04\u7ebf\u3001\u03b1\u7c92\u5b50\u3001kg\u3001\u03a9\u503c\u3001\u03bcg\u6d53\u5ea6\u3001\u03b4\u6ce2\u3001\u03b8\u8282\u5f8b',
    isNonsense: false,
  },
  { text: 'x\u03b1+y\u03b2=z\u03b3, a\u03bb\u2192b\u03bc, \u03c3x\u03c3y\u2265\u0127/2', isNonsense: false },
  {
    text: '\u3053\u306e\u5951\u7d04\u66f8\u306f\u30ec\u30f3\u30bf\u30eb\u5951\u7d04\u306e\u6761\u4ef6\u3092\u5b9a\u3081\u308b\u3002',
    isNonsense: false,
  },
  {
    text: 'C\u00e1c b\u00ean th\u1ecfa thu\u1eadn \u0111i\u1ec1u kho\u1ea3n c\u1ee7a h\u1ee3p \u0111\u1ed3ng n\u00e0y nh\u01b0 sau. '.repeat(
      3,
    ),
    isNonsense: false,
  },
  {
    text: '\u1019\u1004\u103a\u1039\u1002\u101c\u102c\u1015\u102b \u0915\u093f\u0930\u093e\u092f\u0947\u0926\u093e\u0930 \u0e1c\u0e39\u0e49\u0e40\u0e0a\u0e48\u0e32',
    isNonsense: false,
  },
  {
    text: '\u1229\u04be B \u0847\u2cb4\u1863\u1e37\u1c6b\u1e4d\u0627\u1200\u5216\u1e05\u0a05\u13a0',
    isNonsense: true,
  },
  { text: '\u1229\u04be\u1863', isNonsense: false },
  { text: '\u1229\u04be\u1863', isNonsense: true, unmapped: true },
  {
    text: '\u72b2\u72be\u72b2\u72ae\u72cb\u72c9\u72c5\u72c0\u72bb\u72ae\u72ca\u72cb\u72aa\u72bf\u72c6\u72b2\u72be',
    isNonsense: true,
  },
  { text: '\u00ce\u00cbV\u00cf\u00d06\u00c7\u00c8\u00c9 '.repeat(20), isNonsense: true },
  {
    text: '\u306e\u524a\u9664\u30fb\u30a4\u30f3\u30b9\u30c8\u30fc\u30eb\u306b\u3064\u3044\u3066',
    isNonsense: false,
    unmapped: true,
  },
];
