/**
 * Reads annotations that other programs made: JSON-LD of the W3C Web Annotation model (one, a list, a page or a
 * collection), what Hypothesis' API gives (`rows`), and Recogito's JSON. What breaks a rule of the model is refused,
 * each with the rule; the others are read all the same.
 */
import { refusal, type Refusal } from './annotation-rules.ts';
import type { Selector } from './annotation-selectors.ts';
import { readSelectors } from './read-selectors.ts';

export interface ReadAnnotation {
  /** As its program calls it; empty where it doesn't. */
  readonly id: string;
  /** For each passage that it is about, the ways to find it. */
  readonly targets: readonly (readonly Selector[])[];
  /** What was annotated, as a URL; empty where that isn't told. */
  readonly source: string;
  /** What the annotator wrote, as plain text; paragraphs parted by a line feed. */
  readonly note: string;
  readonly tags: readonly string[];
}

export interface ReadAnnotations {
  readonly annotations: readonly ReadAnnotation[];
  readonly refused: readonly Refusal[];
}

type Raw = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
const words = (value: unknown): string => (typeof value === 'string' ? value : '');

const CONTEXT_IRI = /^https?:\/\/www\.w3\.org\/ns\/anno\.jsonld$/;

/** @param json As parsed; anything. */
export function readAnnotations(json: unknown): ReadAnnotations {
  const annotations: ReadAnnotation[] = [];
  const refused: Refusal[] = [];
  const { items, context } = itemsOf(json);
  if (items.length === 0) refused.push(refusal('none', -1, ''));
  items.forEach((item, index) => {
    const read = isRecord(item) ? readOne(item, context) : 'object';
    const id = isRecord(item) ? words(item['id']) : '';
    if (typeof read === 'string') refused.push(refusal(read, index, id));
    else annotations.push(read);
  });
  return { annotations, refused };
}

/** The annotations in whatever holds them; `context` when what holds them says that it is of the model. */
function itemsOf(json: unknown): { readonly items: readonly unknown[]; readonly context: boolean } {
  if (Array.isArray(json)) return { items: json, context: false };
  if (!isRecord(json)) return { items: [], context: false };
  const context = hasContext(json);
  if (Array.isArray(json['rows'])) return { items: json['rows'], context: false };
  if (Array.isArray(json['items'])) return { items: json['items'], context };
  const first = json['first'];
  if (isRecord(first) && Array.isArray(first['items'])) return { items: first['items'], context };
  if (Array.isArray(json['annotations'])) return { items: json['annotations'], context };
  return { items: isPage(json) ? [] : [json], context };
}

const isPage = (json: Raw) =>
  listOf(json['type']).some((type) => /^Annotation(Page|Collection)$/.test(words(type)));

function hasContext(json: Raw): boolean {
  return listOf(json['@context']).some((each) => CONTEXT_IRI.test(words(each)));
}

function readOne(item: Raw, context: boolean): ReadAnnotation | Refusal['rule'] {
  if (typeof item['uri'] === 'string' || 'references' in item) return readHypothesis(item);
  if (Array.isArray(item['bodies'])) return readRecogito(item);
  return readModel(item, context);
}

/** Sections of the recommendation are named in annotation-rules.ts. */
function readModel(item: Raw, context: boolean): ReadAnnotation | Refusal['rule'] {
  if (!context && !hasContext(item)) return 'context';
  if (typeof item['id'] !== 'string' || item['id'] === '') return 'id';
  if (!listOf(item['type']).includes('Annotation')) return 'type';
  const targets = listOf(item['target']);
  if (targets.length === 0) return 'target';
  if ('body' in item && 'bodyValue' in item) return 'body-or-value';
  if ('bodyValue' in item && typeof item['bodyValue'] !== 'string') return 'body-value';
  const bodies = [...listOf(item['body']), ...('bodyValue' in item ? [{ value: item['bodyValue'] }] : [])];
  for (const body of bodies) {
    if (isRecord(body) && listOf(body['type']).includes('TextualBody') && typeof body['value'] !== 'string')
      return 'textual-body';
  }
  const read = readTargets(targets);
  if (typeof read === 'string') return read;
  return { id: item['id'], ...read, ...readBodies(bodies) };
}

/** As `https://api.hypothes.is` gives a row: `uri`, `text`, `tags`, `target`, and `references` for a reply. */
function readHypothesis(item: Raw): ReadAnnotation | Refusal['rule'] {
  if (listOf(item['references']).length > 0) return 'reply';
  const read = readTargets(listOf(item['target']));
  if (typeof read === 'string') return read;
  const tags = listOf(item['tags'])
    .map(words)
    .filter((tag) => tag !== '');
  const source = read.source || words(item['uri']);
  return { id: words(item['id']), targets: read.targets, source, note: plainText(words(item['text'])), tags };
}

/** Recogito's text annotator: `bodies`, and a target with `selector: [{ quote, start, end }]`. */
function readRecogito(item: Raw): ReadAnnotation | Refusal['rule'] {
  if (!isRecord(item['target'])) return 'target';
  const read = readTargets([item['target']]);
  if (typeof read === 'string') return read;
  return { id: words(item['id']), ...read, ...readBodies(listOf(item['bodies'])) };
}

function readTargets(
  targets: readonly unknown[],
): Pick<ReadAnnotation, 'targets' | 'source'> | Refusal['rule'] {
  const found: (readonly Selector[])[] = [];
  let source = '';
  for (const target of targets) {
    const own = isRecord(target) ? target['source'] : target;
    source ||= words(isRecord(own) ? own['id'] : own);
    const given = isRecord(target) ? target['selector'] : undefined;
    // A whole resource, unless its address leads into it.
    const selector =
      given ?? (source.includes(':~:') ? { type: 'FragmentSelector', value: source } : undefined);
    const selectors = readSelectors(listOf(selector));
    if (typeof selectors === 'string') return selectors;
    found.push(...selectors);
  }
  return found.length === 0 ? 'selector' : { targets: found, source };
}

function readBodies(bodies: readonly unknown[]): Pick<ReadAnnotation, 'note' | 'tags'> {
  const notes: string[] = [];
  const tags: string[] = [];
  for (const body of bodies) {
    const value = typeof body === 'string' ? '' : isRecord(body) ? words(body['value']).trim() : '';
    if (value === '' || !isRecord(body)) continue;
    if (listOf(body['purpose']).includes('tagging')) tags.push(value);
    else notes.push(/html/.test(words(body['format'])) ? plainText(value) : value);
  }
  return { note: notes.join('\n'), tags };
}

/** Without the tags of the little HTML that annotators' editors write. */
function plainText(html: string): string {
  return html
    .replace(/<\/(?:p|div|li|blockquote)>|<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};
