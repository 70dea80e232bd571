/** Sets of answer types that genres use, named in the language of the document, for they are printed. */
import type { IdSource } from '../document/id.ts';
import type { AnswerType } from '../document/project.ts';

export const ANSWER_TYPE_SETS = ['opinion', 'pleading', 'revision'] as const;
export type AnswerTypeSet = (typeof ANSWER_TYPE_SETS)[number];

type Names = Readonly<Record<AnswerTypeSet, readonly string[]>>;

const NAMES: Readonly<Record<string, Names>> = {
  en: {
    opinion: ['Agreed', 'Agreed in part', 'Disagreed'],
    pleading: ['Admitted', 'Denied', 'Without knowledge, and therefore denied'],
    revision: ['Change made', 'No change'],
  },
  de: {
    opinion: ['Zustimmung', 'Teilweise Zustimmung', 'Widerspruch'],
    pleading: ['Zugestanden', 'Bestritten', 'Mit Nichtwissen bestritten'],
    revision: ['Geändert', 'Nicht geändert'],
  },
  fr: {
    opinion: ['D’accord', 'D’accord en partie', 'En désaccord'],
    pleading: ['Admis', 'Nié', 'Ignoré'],
    revision: ['Modifié', 'Non modifié'],
  },
  es: {
    opinion: ['De acuerdo', 'De acuerdo en parte', 'En desacuerdo'],
    pleading: ['Se admite', 'Se niega', 'Se desconoce'],
    revision: ['Modificado', 'Sin cambios'],
  },
  it: {
    opinion: ['D’accordo', 'D’accordo in parte', 'In disaccordo'],
    pleading: ['Ammesso', 'Contestato', 'Ignorato'],
    revision: ['Modificato', 'Non modificato'],
  },
  nl: {
    opinion: ['Eens', 'Deels eens', 'Oneens'],
    pleading: ['Erkend', 'Betwist', 'Niet bekend'],
    revision: ['Gewijzigd', 'Niet gewijzigd'],
  },
  he: {
    opinion: ['מסכימים', 'מסכימים בחלקו', 'חולקים'],
    pleading: ['מודים', 'מכחישים', 'אין ידיעה'],
    revision: ['שונה', 'לא שונה'],
  },
  ar: {
    opinion: ['موافقة', 'موافقة جزئية', 'عدم موافقة'],
    pleading: ['إقرار', 'إنكار', 'لا علم'],
    revision: ['تمّ التعديل', 'دون تعديل'],
  },
};

/** @param language BCP 47; only its primary subtag counts. English for a language that isn't here. */
export function answerTypesOf(set: AnswerTypeSet, language: string, newId: IdSource): readonly AnswerType[] {
  const primary = /^[a-z]+/.exec(language.toLowerCase())?.[0] ?? '';
  const names = ((Object.hasOwn(NAMES, primary) && NAMES[primary]) || NAMES['en'])?.[set] ?? [];
  return names.map((name, i) => ({
    id: newId(),
    name,
    // The first of the revision's says that something was changed.
    ...(set === 'revision' && i === 0 ? { asks: 'changes' as const } : {}),
  }));
}
