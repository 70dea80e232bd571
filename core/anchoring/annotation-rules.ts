/** Why an annotation is refused: the rule that it breaks, worded in this one place. */

/** Numbers of sections are those of the W3C Recommendation "Web Annotation Data Model" of 23 February 2017. */
const RULES = {
  none: 'There is no annotation in it.',
  object: 'An annotation has to be an object.',
  context:
    'An annotation has to have http://www.w3.org/ns/anno.jsonld as its @context, or to be in a page that has (3.1).',
  id: 'An annotation has to have exactly one id, an IRI (3.1).',
  type: 'The type of an annotation has to be Annotation (3.1).',
  target: 'An annotation has to have at least one target (3.1).',
  'body-or-value': 'An annotation with bodyValue may not have a body too (3.2.5).',
  'body-value': 'bodyValue has to be a single string (3.2.5).',
  'textual-body': 'A TextualBody has to have exactly one value, a string (3.2.4).',
  selector: 'It marks no passage: its target has no selector (4.2).',
  'selector-type': 'A selector has to be an object with a type (4.2).',
  'selector-unknown': 'None of its selectors is of a kind that can be resolved in a text.',
  'quote-exact': 'A TextQuoteSelector has to have exactly one exact, a string (4.2.4).',
  'quote-context': 'A TextQuoteSelector may have one prefix and one suffix, each a string (4.2.4).',
  'position-numbers':
    'start and end of a TextPositionSelector have to be whole numbers, not negative (4.2.5).',
  'position-order': 'A TextPositionSelector may not end before it starts (4.2.5).',
  'range-ends': 'A RangeSelector has to have exactly one startSelector and one endSelector (4.2.8).',
  'fragment-value': 'A FragmentSelector has to have exactly one value, a string (4.2.1).',
  reply: 'It is a reply to another annotation and marks no passage of its own.',
} as const;

export type AnnotationRule = keyof typeof RULES;

export interface Refusal {
  readonly rule: AnnotationRule;
  /** Place among the annotations of the file, from 0; -1 where it is of the file as a whole. */
  readonly index: number;
  /** As the annotation calls itself; empty where it doesn't. */
  readonly id: string;
  /** An English sentence that says the rule. */
  readonly message: string;
}

export function refusal(rule: AnnotationRule, index: number, id: string): Refusal {
  return { rule, index, id, message: RULES[rule] };
}
