/** UTF-16 units of context on each side. */
const CONTEXT = 40;

/** Words with those around them, without line feeds; no character cut in two. */
export function contextOf(
  text: string,
  from: number,
  to: number,
): { readonly before: string; readonly found: string; readonly after: string } {
  const line = (part: string) => part.replaceAll(/[\n\t]/g, ' ');
  const start = Math.max(0, from - CONTEXT);
  return {
    before: line(text.slice(start, from)).replace(/^[\udc00-\udfff]/, ''),
    found: line(text.slice(from, to)),
    after: line(text.slice(to, to + CONTEXT)).replace(/[\ud800-\udbff]$/, ''),
  };
}
