/** Characters of a selection that are taken for words to look for. */
const LONGEST = 200;

/** The words that are selected, to be looked for: those of one line, and not a whole passage. */
export function selectedWords(): string {
  const { activeElement } = document;
  const field =
    activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement
      ? activeElement
      : undefined;
  if (field?.closest('.find-bar')) return '';
  const words = field
    ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
    : (getSelection()?.toString() ?? '');
  const line = words.replaceAll('\ufeff', '').trim();
  return line.includes('\n') || line.length > LONGEST ? '' : line;
}
