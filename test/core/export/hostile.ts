/** A project whose every free text tries to break out of where it is put. */
import type { Project } from '../../../core/document/project.ts';

export const HOSTILE = `<script>alert(1)</script>"'></style><img src=https://evil.example/x onerror=alert(1)> ]]>--> \u0000\u202e`;

const TEXTS = new Set([
  ...['text', 'title', 'subtitle', 'byline', 'date', 'series', 'number', 'motto', 'mottoSource', 'colophon'],
  ...['literal', 'family', 'given', 'container-title', 'publisher', 'locator', 'alternative', 'label'],
  ...['addressee', 'name', 'code', 'quote', 'language'],
]);
const LINKS = new Set(['link', 'URL']);

/** The project with hostile words in all its texts, each still at least as long as it was. */
export function hostile(project: Project, words = HOSTILE, url = 'javascript:alert(1)'): Project {
  const turned = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return LINKS.has(key) ? url : TEXTS.has(key) ? `${words}${value}` : value;
    if (Array.isArray(value)) return value.map((item) => turned(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, turned(inner, name)]));
  };
  return turned(project) as Project;
}
