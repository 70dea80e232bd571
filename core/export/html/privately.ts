/** What is private, in a working copy: set apart by a broken frame. */
import type { Element } from 'hast';
import type { PrivateGroup, PublishedPrivate } from '../publication.ts';
import { element, type Child } from './element.ts';

const lines = (text: string): Child => text.split('\n').map((line) => element('p', { dir: 'auto' }, line));

export function privateElement(items: readonly PublishedPrivate[]): Element {
  return element(
    'aside',
    { class: 'private' },
    items.map(({ label, by, quote, text, replies }) =>
      element(
        'div',
        {},
        element('p', { class: 'label' }, label, by !== undefined && ` · ${by}`),
        quote !== undefined && element('blockquote', { dir: 'auto' }, quote),
        lines(text),
        replies?.map((reply) =>
          element('div', { class: 'reply' }, element('p', { class: 'label' }, reply.by), lines(reply.text)),
        ),
      ),
    ),
  );
}

/** Those that stand at no point; nothing where there are none. */
export function privateGroups(groups: readonly PrivateGroup[] | undefined): Child {
  if (!groups || groups.length === 0) return undefined;
  return groups.map(({ place, items }) =>
    element('div', {}, element('h3', {}, place), privateElement(items)),
  );
}
