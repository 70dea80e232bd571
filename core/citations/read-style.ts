/**
 * A style file (.csl) of anybody's, checked: independent, of CSL 1, small enough, with all that it calls for, and
 * without a macro that calls itself. What isn't CSL is refused with a sentence.
 */
import type { CslNode } from 'citeproc';
import { XmlElement, readXml, type XmlNode } from '../import/xml.ts';

/** UTF-16 units: five times the longest style that is published. */
const LONGEST = 1_000_000;

export interface ReadStyle {
  readonly name: string;
  readonly node: CslNode;
}
export type StyleResult =
  { readonly ok: true; readonly style: ReadStyle } | { readonly ok: false; readonly message: string };

const refused = (message: string): StyleResult => ({ ok: false, message });

/** @param file the name that sentences give it */
export function readStyle(file: string, csl: string): StyleResult {
  if (csl.length > LONGEST)
    return refused(`“${file}” is too large for a citation style. Nothing was taken from it.`);
  const text = csl.replace(/^\ufeff/, '').trim();
  const root = /<!DOCTYPE|<!ENTITY/i.test(text) ? undefined : readXml(text);
  if (!root) return refused(`“${file}” isn’t a citation style: it isn’t well-formed XML.`);
  if (root.name === 'locale')
    return refused(`“${file}” holds the words of a language, not a citation style.`);
  if (root.name !== 'style') return refused(`“${file}” isn’t a citation style (CSL).`);
  const info = child(root, 'info');
  const name = info && child(info, 'title')?.text.replace(/\s+/g, ' ').trim();
  if (!name) return refused(`“${file}” isn’t a whole citation style: it doesn’t say its name.`);
  const parent = info.children.find(
    (node) => node instanceof XmlElement && node.attributes['rel'] === 'independent-parent',
  );
  if (parent instanceof XmlElement) {
    const href = parent.attributes['href']?.split('/').pop();
    return refused(
      `“${name}” only says that it is like another style${href ? `, “${href}”` : ''}. Open that style instead.`,
    );
  }
  if (!root.attributes['version']?.startsWith('1.'))
    return refused(
      `“${name}” is of a version of CSL that isn’t understood here. Get a newer one of the same style.`,
    );
  if (!child(root, 'citation'))
    return refused(`“${name}” isn’t a whole citation style: it doesn’t say how to cite.`);
  const macros = new Map(children(root, 'macro').map((macro) => [macro.attributes['name'] ?? '', macro]));
  const missing = callsIn(root).find((called) => !macros.has(called));
  if (missing !== undefined) return refused(`“${name}” is damaged: its part “${missing}” isn’t there.`);
  if (goesRound(macros)) return refused(`“${name}” is damaged: one of its parts leads back to itself.`);
  return { ok: true, style: { name: name.slice(0, 200), node: toNode(root) } };
}

function children(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter(
    (node): node is XmlElement => node instanceof XmlElement && node.name === name,
  );
}
const child = (element: XmlElement, name: string): XmlElement | undefined => children(element, name)[0];

/** Names of the macros that are called within an element. */
function callsIn(element: XmlElement): readonly string[] {
  const own = element.name === 'macro' ? undefined : element.attributes['macro'];
  const inner = element.children.flatMap((node) => (node instanceof XmlElement ? callsIn(node) : []));
  return own === undefined ? inner : [own, ...inner];
}

function goesRound(macros: ReadonlyMap<string, XmlElement>): boolean {
  const state = new Map<string, 'open' | 'done'>();
  const visit = (name: string): boolean => {
    if (state.get(name) === 'done') return false;
    if (state.get(name) === 'open') return true;
    state.set(name, 'open');
    const macro = macros.get(name);
    const round = macro ? callsIn(macro).some(visit) : false;
    state.set(name, 'done');
    return round;
  };
  return [...macros.keys()].some(visit);
}

/** Text only where it says something: in terms and in what `info` tells. */
function toNode(element: XmlElement): CslNode {
  const kept = element.children.flatMap((node: XmlNode): (CslNode | string)[] => {
    if (node instanceof XmlElement) return node.name.includes(':') ? [] : [toNode(node)];
    const text =
      node.type === 'text' || node.type === 'cdata' ? (node as unknown as { text: string }).text : '';
    return text.trim() === '' ? [] : [text];
  });
  return { name: element.name, attrs: { ...element.attributes }, children: kept };
}
