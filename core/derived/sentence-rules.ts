/**
 * What Unicode's sentence borders (UAX 29, as Intl.Segmenter has them) get wrong in letters: abbreviations,
 * initials, ordinals, enumerators, and speech that goes on after its mark. Each rule takes a border away; none adds
 * one, but that an opening bracket goes with the words that it opens. A border too few hides nothing, for what of a
 * sentence is left over is told all the same (coverage.ts); one too many makes sentences of "Mr." and "J.".
 */

/**
 * Abbreviations that don't end a sentence whatever follows, by primary language; without the last full stop, lower
 * case. Those that often end one (etc., Ltd., a.m., usw.) aren't here: of these the capital letter that follows is
 * believed.
 */
const NEVER_LAST: Readonly<Record<string, string>> = {
  en: 'mr mrs ms messrs dr prof rev revd hon fr st mt sr gen col capt lt maj sgt cllr gov sen rep pres supt hr viz cf vs eg ie e.g i.e approx esq',
  de: 'hr hrn fr frl dr prof dipl ing mag st vgl bzw bspw z.b d.h u.a i.d.r sog ca evtl ggf geb gem inkl insb insbes lt max min mind urspr zzgl abzgl betr bzgl',
  fr: 'm mm mme mmes mlle mlles me mes dr pr st ste cf éd env av bd',
  es: 'sr sra sres srta d dña dr dra prof ud uds vd vds lic ing sto sta p.ej cf aprox av avda',
  it: 'sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa avv ing on rag geom cfr ecc.mo egr gent spett p.es',
  pt: 'sr sra srs sras dr dra prof profa eng exmo exma v.exa cf av d',
  nl: 'dhr mevr mw mr dr drs ir ing prof bijv bv d.w.z m.b.t i.v.m o.a z.o.z vgl st',
  sv: 'hr fr dr prof t.ex bl.a d.v.s dvs s.k jfr ca',
  da: 'hr fr dr prof f.eks bl.a dvs jf ca',
  nb: 'hr fr dr prof f.eks bl.a dvs jf ca',
  pl: 'dr prof mgr inż ks św np tzn tzw por ul al im',
  cs: 'dr prof ing mgr bc sv např tzv tj srov ul pí p',
  ru: 'г гг г-н г-жа т.е т.к т.н т.д см ср ул им проф др',
};

/** Those that don't end a sentence where a number follows ("No. 7", "Abs. 2", "p. 4", "3 Sept. 1907"). */
const BEFORE_NUMBERS: Readonly<Record<string, string>> = {
  en: 'no nos p pp vol vols fig figs ch chap sec sect art para paras cl l ll n nn app ed eq ex pt bk jan feb mar apr jun jul aug sep sept oct nov dec c ca circa tel ext reg',
  de: 'nr nrn s abs art abb anm aufl bd bde kap ziff lit rn rdnr par st tab teil tel jan feb märz apr jun jul aug sep sept okt nov dez',
  fr: 'n nº no p pp art chap fig vol t al tél janv févr avr juil sept oct nov déc',
  es: 'n núm nº p pp pág págs art cap fig vol tel ene feb mar abr jun jul ago sept oct nov dic',
  it: 'n nn p pp pag art artt cap fig vol co tel gen feb mar apr mag giu lug ago set ott nov dic',
  pt: 'n nº p pp pág art cap fig vol tel jan fev mar abr jun jul ago set out nov dez',
  nl: 'nr nrs p pp blz art hfst fig lid tel jan feb mrt apr jun jul aug sep sept okt nov dec',
  sv: 'nr s sid kap fig art',
  da: 'nr s kap fig art stk',
  nb: 'nr s kap fig art',
  pl: 'nr s str art ust pkt rozdz rys tel',
  cs: 'č s str čl odst kap obr tel',
  ru: 'с стр ст п пп рис гл №',
};

/** Languages that write ordinals with a full stop: "3. Mai", "II. Teil". */
const DOTTED_ORDINALS = new Set(
  'de da nb nn no fi cs sk pl hu hr sl sr bs et lv lt is fo lb tr sv dsb hsb'.split(' '),
);

/** Dotted letters after which a sentence does end before a capital: "at 3 p.m. We left." */
const MAY_BE_LAST = new Set(['a.m', 'p.m', 'b.c', 'a.d', 'b.c.e', 'c.e']);

export interface SentenceRules {
  readonly neverLast: ReadonlySet<string>;
  readonly beforeNumbers: ReadonlySet<string>;
  readonly dottedOrdinals: boolean;
  readonly language: string;
}

const rules = new Map<string, SentenceRules>();

/** @param language BCP 47; its primary subtag counts. A language without lists has the rules alone. */
export function sentenceRules(language: string): SentenceRules {
  const primary = /^[a-z]+/i.exec(language)?.[0].toLowerCase() ?? '';
  let known = rules.get(primary);
  if (!known) {
    const list = (of: Readonly<Record<string, string>>) => new Set(of[primary]?.split(' '));
    known = {
      neverLast: list(NEVER_LAST),
      beforeNumbers: list(BEFORE_NUMBERS),
      dottedOrdinals: DOTTED_ORDINALS.has(primary),
      language: primary,
    };
    rules.set(primary, known);
  }
  return known;
}

/** The last word with its full stop, such as "Mr." or "z.B."; what stands before it is no letter or digit. */
const LAST_WORD = /(?<![\p{L}\p{N}.])([\p{L}\p{M}\p{N}.№º-]*[\p{L}\p{N}№º])\.\s*$/u;
const LETTER = /\p{L}/u;
/** "U.S.", "i.e.": single letters, each with its full stop. */
const DOTTED_LETTERS = /^\p{L}\p{M}*(?:\.-?\p{L}\p{M}*)+$/u;
/** "J.", "J.-P." */
const INITIAL = /^(?:\p{Lu}\p{M}*\.-)?\p{Lu}\p{M}*$/u;
const ENUMERATOR = /^\s*[([]?(?:\p{N}{1,3}|\p{L}|[ivxlc]{1,6})[.)\]]*\s*$/iu;
const NUMBER_AHEAD = /^[\s([„“"'§]*(?:\p{N}|[IVXLC]+\b)/u;
/** Speech or a bracket that closes after its own mark, as in: "Why?" she asked. */
const CLOSED_MARK = /[\p{Sentence_Terminal}…][\p{Pe}\p{Pf}"']+\s*$/u;
const LOWER_AHEAD = /^[\s\p{Pd},;:]*\p{Ll}/u;

/** How far back and ahead the rules look, in UTF-16 units. */
export const SIGHT = 40;

/**
 * Whether a border isn't one.
 *
 * @param first whether the sentence that would end here is the first of its block
 * @param before the end of the sentence that would end here, at most {@link SIGHT} units, and no more than it
 * @param whole whether `before` is all of that sentence
 * @param after the beginning of what follows
 */
export function isNoBorder(
  { neverLast, beforeNumbers, dottedOrdinals, language }: SentenceRules,
  { first, before, whole, after }: { first: boolean; before: string; whole: boolean; after: string },
): boolean {
  if (/[\n\r\u2028\u2029\u0085]$/.test(before)) return false;
  if (whole && first && ENUMERATOR.test(before)) return true;
  if (CLOSED_MARK.test(before))
    return LOWER_AHEAD.test(after) || (language === 'ja' && /^(?:と|って)/.test(after));
  const word = LAST_WORD.exec(before)?.[1];
  if (word === undefined) return false;
  const lower = word.toLowerCase();
  if (neverLast.has(lower)) return true;
  if (beforeNumbers.has(lower) && NUMBER_AHEAD.test(after)) return true;
  if (/^\p{Ll}\p{M}*$/u.test(word)) return true;
  if (DOTTED_LETTERS.test(word)) return !MAY_BE_LAST.has(lower);
  const rest = before.slice(0, before.lastIndexOf(`${word}.`)).trimEnd();
  if (INITIAL.test(word)) {
    // "So did I." is the one word of a letter that ends sentences.
    return !(language === 'en' && word === 'I') || rest === '' || rest.endsWith('.');
  }
  const isOrdinal = dottedOrdinals && /^(?:\p{N}{1,2}|[IVXLC]{1,6})$/u.test(word);
  // In "nach Abs. 2." the number has been counted by what stands before it.
  return (
    isOrdinal && LETTER.test(after) && !beforeNumbers.has(LAST_WORD.exec(rest)?.[1]?.toLowerCase() ?? '')
  );
}
