/**
 * Remembers what has the focus and where its selection is; the function that it gives brings both back. Radix gives
 * the focus of a dialog back to the button that opened it only, and our dialogs are opened by keys and menus.
 */
export function keepFocus(): () => void {
  const element = document.activeElement;
  const selection = getSelection();
  const { anchorNode = null, anchorOffset = 0, focusNode = null, focusOffset = 0 } = selection ?? {};
  return () => {
    if (!(element instanceof HTMLElement) || !element.isConnected) return;
    element.focus({ preventScroll: true });
    if (anchorNode && focusNode && element.contains(anchorNode) && element.contains(focusNode)) {
      getSelection()?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    }
  };
}
