/**
 * React looks at every commit where the selection is, to put it back if the commit disturbs it. For a focused
 * element whose `contentEditable` reads 'true' it walks the element's whole DOM up to the caret: most of the time
 * of a keystroke in a long text. Slate puts the selection back itself, so the walk is for nothing. An own getter
 * that answers 'TRUE' (which HTML takes for the same) while the element has the focus stops it. The attribute
 * stays 'true'; the browser and Slate go by that and by `isContentEditable`, so input methods, paste and drag
 * don't notice.
 */
export function stopCommitWalk(element: HTMLElement): () => void {
  const inherited = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'contentEditable');
  Object.defineProperty(element, 'contentEditable', {
    configurable: true,
    get(): string {
      const value = inherited?.get?.call(element) as string;
      return value === 'true' && element.ownerDocument.activeElement === element ? 'TRUE' : value;
    },
    set(value: string) {
      inherited?.set?.call(element, value);
    },
  });
  return () => {
    Reflect.deleteProperty(element, 'contentEditable');
  };
}
