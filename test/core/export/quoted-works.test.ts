import { describe, expect, it } from 'vitest';
import { citedReferences } from '../../../core/derived/citations-in-order.ts';
import { renderHtml } from '../../../core/export/html/page.ts';
import { renderMarkdown } from '../../../core/export/markdown.ts';
import { printData } from '../../../core/export/print-data.ts';
import { publish } from '../../../core/export/publish.ts';
import type { Project } from '../../../core/document/project.ts';
import { highlight, letter, paragraphs, point, project, rangeOf, section } from '../derived/quillhaven.ts';

const room = letter(
  'room',
  'W1',
  paragraphs('r', 'A library is a room with a stove in it.', 'What is read there is another matter.'),
  {
    kind: 'work',
    item: {
      type: 'book',
      title: 'A Room with a Stove',
      author: [{ family: 'Ashgrove', given: 'Miriam' }],
      issued: { 'date-parts': [[2019]] },
      publisher: 'Harrow Lane Press',
      'publisher-place': 'Marchester',
    },
  },
);
const marked = (id: string, words: string, more: object = {}) =>
  highlight(id, room, [rangeOf(room.blocks, words)], { quote: words, ...more });

function quoting(citationStyle: string): Project {
  const whole = project({
    letters: [room],
    highlights: [marked('stove', 'a room with a stove'), marked('matter', 'another matter')],
    sections: [section('s', [point('p', ['stove', 'matter'], paragraphs('a', 'So it is.'))])],
  });
  return { ...whole, settings: { ...whole.settings, language: 'en', citationStyle } };
}
const wordsOf = (html: string) => html.replace(/<style>[\s\S]*?<\/style>/g, '').replace(/<[^>]+>/g, '');
const caption = (html: string) =>
  [...html.matchAll(/<figcaption>([\s\S]*?)<\/figcaption>/g)].map(([, inner = '']) => wordsOf(inner).trim());

describe('a passage of an outside work', () => {
  it.each([
    ['apa', ['W1-1 (Ashgrove, 2019, para. 1)', 'W1-2 (Ashgrove, 2019, para. 2)']],
    ['ieee', [expect.stringContaining('[1'), expect.stringContaining('[1')]],
    [
      'chicago-notes',
      [expect.stringContaining('Miriam Ashgrove, A Room with a Stove'), expect.stringContaining('Ashgrove')],
    ],
  ])('is cited as %s has it, and is in the bibliography', (style, captions) => {
    const quoted = quoting(style);
    expect([...citedReferences(quoted)]).toEqual(['room']);
    const publication = publish(quoted);
    const html = renderHtml(publication, { pictures: new Map(), fonts: [] });
    expect(caption(html)).toEqual(captions);
    expect(wordsOf(html)).toContain('Harrow Lane Press');
    expect(publication.parts[0]?.points[0]?.quotations[0]?.cited).toBeDefined();
  });

  it('has the look of the style in every form', () => {
    const publication = publish(quoting('chicago-notes'));
    expect(renderHtml(publication, { pictures: new Map(), fonts: [] })).toContain(
      '<em>A Room with a Stove</em>',
    );
    expect(renderMarkdown(publication)).toContain('*A Room with a Stove*');
    const [quotation] = printData(publication).parts[0]?.points[0]?.quotations ?? [];
    expect(quotation?.cited).toContainEqual({ text: 'A Room with a Stove', marks: ['emphasis'] });
  });

  it('that runs in has its citation in the brackets', () => {
    const quoted = quoting('apa');
    const [part] = quoted.sections;
    const runIn: Project = {
      ...quoted,
      sections: [
        {
          ...part!,
          points: part!.points.map((each) => ({
            ...each,
            quotations: each.quotations.map((quotation) => ({ ...quotation, setting: 'run-in' as const })),
          })),
        },
      ],
    };
    expect(renderMarkdown(publish(runIn))).toContain('“a room with a stove” (Ashgrove, 2019, para. 1)');
  });

  it('of a letter keeps its source line, and nothing is cited', () => {
    const quoted = quoting('apa');
    const ofLetter = {
      ...quoted,
      letters: quoted.letters.map((each) => ({ ...each, kind: 'letter' as const })),
    };
    expect(citedReferences(ofLetter).size).toBe(0);
    expect(publish(ofLetter).parts[0]?.points[0]?.quotations[0]?.cited).toBeUndefined();
  });
});
