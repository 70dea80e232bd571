/** Which parts of a project's outline are folded up; remembered on this computer. */
const KEY = 'folded';
/** Projects that are remembered. */
const KEPT = 30;

function read(): Record<string, readonly string[]> {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof known === 'object' && known !== null ? (known as Record<string, readonly string[]>) : {};
  } catch {
    return {};
  }
}

export function readFolded(project: string): ReadonlySet<string> {
  const known = read()[project];
  return new Set(Array.isArray(known) ? known.filter((id) => typeof id === 'string') : []);
}

export function rememberFolded(project: string, sections: ReadonlySet<string>): void {
  const { [project]: _, ...others } = read();
  const entries = Object.entries(others).slice(-KEPT);
  if (sections.size > 0) entries.push([project, [...sections]]);
  localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(entries)));
}
