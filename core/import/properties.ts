/** What office programs note about a document. They fill it in themselves, so that it's offered, never taken. */
import type { Proposed, ProposedField } from './imported.ts';
import { elementsOf, type XmlElement } from './xml.ts';

const FIELDS: Readonly<Record<string, ProposedField>> = {
  'dc:title': 'title',
  'dc:creator': 'author',
  'meta:initial-creator': 'author',
  'dcterms:created': 'date',
  'meta:creation-date': 'date',
  'dc:date': 'date',
  'dc:language': 'language',
  'dc:publisher': 'publisher',
};

/** Dublin Core's elements among the children, as Word's `core.xml` and OpenDocument's `meta.xml` have them. */
export function documentProperties(parent: XmlElement | undefined): Proposed[] {
  const found = elementsOf(parent).flatMap(({ name, text }): Proposed[] => {
    const field = FIELDS[name];
    const value = text.replace(/\s+/g, ' ').trim();
    if (!field || value === '') return [];
    return [
      {
        field,
        value: field === 'date' ? value.slice(0, 10) : value,
        foundIn: 'document properties',
        guessed: true,
      },
    ];
  });
  return found.filter(
    ({ field, value }, i) => found.findIndex((f) => f.field === field && f.value === value) === i,
  );
}
