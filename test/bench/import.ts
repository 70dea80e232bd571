/** How long a web page of a million words takes to become a letter, beside parsing it alone. */
import { parse } from 'parse5';
import { countingIds } from '../../core/document/id.ts';
import type { Project } from '../../core/document/project.ts';
import { importHtml } from '../../core/import/html.ts';
import { blockText } from '../../core/text/canonical.ts';

export interface ImportBench {
  /** Characters of HTML. */
  readonly size: number;
  /** Milliseconds; the fastest of three runs. */
  readonly own: number;
  /** The same for the HTML parser with its own tree. */
  readonly parsing: number;
}

/** The first letter as a saved page: headings, emphasis, links, lists and quotations among its paragraphs. */
function pageOf(project: Project): string {
  const body = (project.letters[0]?.blocks ?? []).map((block, i) => {
    const [first = '', second = '', ...rest] = blockText(block).split(' ');
    const words = `<b>${first}</b> <a href="https://quillhaven.example/${i}">${second}</a> ${rest.join(' ')}`;
    if (i % 50 === 0) return `<h2 class="head">${first} ${second}</h2>\n<p style="margin:0">${words}</p>`;
    if (i % 20 === 3) return `<ul><li>${words}</li></ul>`;
    if (i % 20 === 7) return `<blockquote><p>${words}</p></blockquote>`;
    return `<p class="text"><span style="font-style:italic">${first}</span> ${words}</p>`;
  });
  return `<!doctype html><html lang="en"><head><title>Statement</title></head><body>${body.join('\n')}</body></html>`;
}

function fastest(run: () => unknown): number {
  let best = Infinity;
  for (let i = 0; i < 3; i++) {
    const begun = performance.now();
    run();
    best = Math.min(best, performance.now() - begun);
  }
  return best;
}

export function benchImport(project: Project): ImportBench {
  const html = pageOf(project);
  return {
    size: html.length,
    parsing: fastest(() => parse(html)),
    own: fastest(() => importHtml(html, countingIds('b'))),
  };
}
