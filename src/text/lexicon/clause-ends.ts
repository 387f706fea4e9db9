/** Marks after which a clause ends. A comma within a figure (1,200) is none. */
export const CLAUSE_END = /[，；;：:]|,(?!\d)|、(?=但|并|且)|\s[–—]\s|\t/gu;
