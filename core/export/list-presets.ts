/** The usual lists of an answer, in the languages that publications have words in: name, and what an entry is called. */
export interface ListPreset {
  readonly name: string;
  readonly label: string;
}

type Kind = 'demands' | 'conclusions' | 'commitments' | 'requests' | 'changes';
type Words = Readonly<Record<Kind, readonly [name: string, label: string]>>;

const en: Words = {
  demands: ['Demands', 'Demand'],
  conclusions: ['Conclusions', 'Conclusion'],
  commitments: ['Commitments', 'Commitment'],
  requests: ['Requests', 'Request'],
  changes: ['Changes made', 'Change'],
};

const WORDS: Readonly<Record<string, Words>> = {
  en,
  de: {
    demands: ['Forderungen', 'Forderung'],
    conclusions: ['Ergebnisse', 'Ergebnis'],
    commitments: ['Zusagen', 'Zusage'],
    requests: ['Bitten', 'Bitte'],
    changes: ['Änderungen', 'Änderung'],
  },
  fr: {
    demands: ['Demandes', 'Demande'],
    conclusions: ['Conclusions', 'Conclusion'],
    commitments: ['Engagements', 'Engagement'],
    requests: ['Requêtes', 'Requête'],
    changes: ['Modifications', 'Modification'],
  },
  es: {
    demands: ['Peticiones', 'Petición'],
    conclusions: ['Conclusiones', 'Conclusión'],
    commitments: ['Compromisos', 'Compromiso'],
    requests: ['Solicitudes', 'Solicitud'],
    changes: ['Cambios', 'Cambio'],
  },
  it: {
    demands: ['Richieste', 'Richiesta'],
    conclusions: ['Conclusioni', 'Conclusione'],
    commitments: ['Impegni', 'Impegno'],
    requests: ['Domande', 'Domanda'],
    changes: ['Modifiche', 'Modifica'],
  },
  nl: {
    demands: ['Eisen', 'Eis'],
    conclusions: ['Conclusies', 'Conclusie'],
    commitments: ['Toezeggingen', 'Toezegging'],
    requests: ['Verzoeken', 'Verzoek'],
    changes: ['Wijzigingen', 'Wijziging'],
  },
  he: {
    demands: ['דרישות', 'דרישה'],
    conclusions: ['מסקנות', 'מסקנה'],
    commitments: ['התחייבויות', 'התחייבות'],
    requests: ['בקשות', 'בקשה'],
    changes: ['שינויים', 'שינוי'],
  },
  ar: {
    demands: ['المطالب', 'المطلب'],
    conclusions: ['الاستنتاجات', 'الاستنتاج'],
    commitments: ['التعهّدات', 'التعهّد'],
    requests: ['الطلبات', 'الطلب'],
    changes: ['التغييرات', 'التغيير'],
  },
};

/** @param language BCP 47; English for one that isn't here */
export function listPresets(language: string): readonly ListPreset[] {
  const primary = /^[a-z]+/.exec(language.toLowerCase())?.[0] ?? '';
  const words = (Object.hasOwn(WORDS, primary) ? WORDS[primary] : undefined) ?? en;
  return Object.values(words).map(([name, label]) => ({ name, label }));
}
