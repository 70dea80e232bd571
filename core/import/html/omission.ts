/** What isn't taken over: elements that have no place in a letter, and what a page hides from its readers. */
import type { NoticeCounter } from '../notices.ts';
import { attribute, childElements, classes, textContent } from './element.ts';
import type { Style } from './style.ts';
import { HIDING_CLASSES, LEFT_OUT } from './tags.ts';
import type { Element } from './tree.ts';

/** @param begins Whether an item of a list begins here, as the lists of things to do have it. */
export function isCheckbox(element: Element, begins: boolean): boolean {
  return (
    element.tagName === 'input' &&
    attribute(element, 'type') === 'checkbox' &&
    (begins || attribute(element, 'disabled') !== undefined)
  );
}

export function checkboxSign(checked: boolean): string {
  return checked ? '☑ ' : '☐ ';
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
  if (what === undefined || (tagName === 'input' && attribute(element, 'type') === 'hidden')) return true;
  // Drawings that are hidden from those who listen are ornaments.
  if (tagName === 'svg' && attribute(element, 'aria-hidden') === 'true') return true;
  notices.add('left-out', what, 1, textContent(element) || attribute(element, 'src'));
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

/** Remarks that Word keeps beside the text, and the marks that lead to them; the list is told once for each. */
export function isWordComment(element: Element, style: Style, notices: NoticeCounter): boolean {
  const part = style.get('mso-element');
  if (part === 'comment-list') {
    const remarks = childElements(element, 'div').length;
    notices.add('left-out', 'remark', Math.max(remarks, 1), textContent(element));
    return true;
  }
  return (
    (element.tagName === 'a' && classes(element).includes('msocomanchor')) ||
    (element.tagName === 'hr' && classes(element).includes('msocomoff'))
  );
}
