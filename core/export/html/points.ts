/** Parts and points: passages quoted, and what is answered. */
import type { Element } from 'hast';
import { captions, letterCode } from '../captions.ts';
import { privateElement } from './privately.ts';
import type {
  PublishedChange,
  PublishedPart,
  PublishedContent,
  PublishedPoint,
  PublishedQuotation,
} from '../publication.ts';
import { blockNodes } from './blocks.ts';
import { inlineNodes, waysNodes, type Setting } from './content.ts';
import { element, type Child } from './element.ts';

/** @param links the letters' own addresses by the code of the letter, for the `cite` of quotations */
export function partElement(
  part: PublishedPart,
  links: ReadonlyMap<string, string>,
  setting: Setting,
): Element {
  const rank = Math.min(5, 1 + depthOf(part));
  const title = `${part.anchor}_title`;
  return element(
    'section',
    { class: `part depth-${depthOf(part)}`, id: part.anchor, ariaLabelledBy: title },
    element(
      'header',
      {},
      part.number !== '' &&
        element(
          'p',
          { class: 'kicker' },
          setting.words.part.replace('{number}', () => part.number),
        ),
      element(
        `h${rank}`,
        { id: title },
        part.title ||
          (part.number === ''
            ? setting.words.untitled
            : setting.words.part.replace('{number}', () => part.number)),
      ),
      part.respondsTo !== undefined &&
        element('p', { class: 'about' }, `${setting.words.inResponseTo} ${part.respondsTo}`),
    ),
    part.lead.length > 0 && element('div', { class: 'text' }, blockNodes(part.lead, rank, setting)),
    part.points.map((point) => pointElement(point, rank + 1, links, setting)),
  );
}

/** 1 for "2", 2 for "2.1": sections with a level left out nest without a gap, as headings must. */
export function depthOf(part: PublishedPart): number {
  return part.depth;
}

function pointElement(
  point: PublishedPoint,
  rank: number,
  links: ReadonlyMap<string, string>,
  setting: Setting,
): Element {
  const { name, master, see } = point;
  const { words } = setting;
  const title = `${point.anchor}_title`;
  return element(
    'article',
    { class: master ? 'point master' : 'point', id: point.anchor, ariaLabelledBy: title },
    element(
      'header',
      { class: point.title === '' && !master ? 'untitled' : undefined },
      master
        ? element(
            `h${rank}`,
            { id: title },
            element('span', { class: 'kicker' }, name),
            point.title !== '' && [' ', point.title],
          )
        : element(
            `h${rank}`,
            { id: title },
            element('span', { class: 'number' }, point.number),
            ' ',
            point.title || element('span', { class: 'hidden' }, name),
          ),
      element('a', { class: 'permalink', href: `#${point.anchor}`, ariaLabel: name }, '#'),
    ),
    master !== undefined &&
      master.length > 0 &&
      element('p', { class: 'uses' }, waysNodes(words.answers, '{places}', master, setting)),
    point.continuation && element('p', { class: 'continuation' }, inlineNodes(point.continuation, setting)),
    quotations(point, links, setting),
    point.answerType !== undefined && element('p', { class: 'answer-type' }, point.answerType),
    point.answer.length > 0 && element('div', { class: 'text' }, blockNodes(point.answer, rank, setting)),
    see.length > 0 && element('p', { class: 'see' }, waysNodes(words.see, '{name}', see, setting)),
    point.changes && changesElement(point.changes, rank, setting),
    point.privately && privateElement(point.privately),
  );
}

/** Told by its frame and its heading, not by colour. */
function changesElement(changes: readonly PublishedChange[], rank: number, setting: Setting): Element {
  return element(
    'section',
    { class: 'changes', ariaLabel: setting.words.changesMade },
    element('p', { class: 'label' }, setting.words.changesMade),
    changes.map(({ place, wording }) =>
      element(
        'div',
        { class: 'change' },
        place !== '' && element('p', { class: 'place' }, place),
        wording.length > 0 && element('div', { class: 'text' }, blockNodes(wording, rank, setting)),
      ),
    ),
  );
}

function quotations(
  { quotations: all, arrangement }: PublishedPoint,
  links: ReadonlyMap<string, string>,
  setting: Setting,
): Child {
  const sources = captions(all);
  const figures = all.map((quotation, i) =>
    quotationElement(quotation, sources[i] ?? [], links.get(letterCode(quotation)), setting),
  );
  if (arrangement === 'sequence' || figures.length < 2) return figures;
  const against = () => element('p', { class: 'against' }, setting.words.against);
  if (figures.length === 2)
    return element('div', { class: 'contrast pair' }, figures[0], against(), figures[1]);
  const sides = figures.map((figure, i) => element('div', { class: 'side' }, i > 0 && against(), figure));
  return element('div', { class: 'contrast many' }, sides);
}

function quotationElement(
  quotation: PublishedQuotation,
  source: PublishedContent,
  cite: string | undefined,
  setting: Setting,
): Element {
  const { passage, code, blocks, language, direction } = quotation;
  return element(
    'figure',
    { class: 'quotation' },
    element('blockquote', { cite, lang: language, dir: direction }, blockNodes(blocks, 5, setting)),
    element(
      'figcaption',
      {},
      setting.anchors.has(passage)
        ? element('a', { class: 'code', href: `#${passage}` }, code)
        : element('span', { class: 'code' }, code),
      ' ',
      inlineNodes(source, setting),
    ),
  );
}
