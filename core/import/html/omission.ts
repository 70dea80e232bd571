/** What isn't taken over: elements that have no place in a letter, and what a page hides from its readers. */
import type { Element } from 'hast';
import type { NoticeCounter } from '../notices.ts';
import { attribute, childElements, classes, textContent } from './element.ts';
import type { Style } from './style.ts';
import { HIDING_CLASSES, LEFT_OUT } from './tags.ts';

/** A box of a task list, as Markdown programs write it. */
export function isCheckbox(element: Element): boolean {
  return (
    element.tagName === 'input' &&
    attribute(element, 'type') === 'checkbox' &&
    attribute(element, 'disabled') !== undefined
  );
}

export function checkboxSign(element: Element): string {
  return attribute(element, 'checked') === undefined ? '☐ ' : '☑ ';
}

/** Whether the element is left out with all that it holds; if that is worth telling, it is told. */
export function isLeftOut(element: Element, notices: NoticeCounter): boolean {
  const { tagName } = element;
  if (!LEFT_OUT.has(tagName)) return false;
  if (tagName === 'head') {
    for (const script of childElements(element, 'script')) isLeftOut(script, notices);
    return true;
  }
  const what = LEFT_OUT.get(tagName);
  if (what !== undefined && !(tagName === 'input' && attribute(element, 'type') === 'hidden')) {
    notices.add('left-out', what, 1, textContent(element) || attribute(element, 'src'));
  }
  return true;
}

export function isHidden(element: Element, style: Style): boolean {
  return (
    attribute(element, 'hidden') !== undefined ||
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    classes(element).some((name) => HIDING_CLASSES.has(name))
  );
}
