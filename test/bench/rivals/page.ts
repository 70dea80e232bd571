/**
 * The same text in a bare contenteditable or in CodeMirror 6, as the page's query asks: `?editor=codemirror`. The
 * text and its marked stretches (UTF-16 units, half-open) come from data.js beside the page.
 */
import { EditorState, RangeSetBuilder, StateField } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

interface Data {
  readonly paragraphs: readonly string[];
  readonly marks: readonly (readonly [paragraph: number, from: number, to: number])[];
}

const { paragraphs, marks } = (globalThis as unknown as { data: Data }).data;
const SECTION = 100;

function bare(): void {
  const byParagraph = new Map<number, (readonly [number, number])[]>();
  for (const [at, from, to] of marks) byParagraph.set(at, [...(byParagraph.get(at) ?? []), [from, to]]);
  const scroll = document.createElement('div');
  const text = document.createElement('div');
  scroll.id = 'scroll';
  text.id = 'text';
  text.contentEditable = 'true';
  for (let i = 0; i < paragraphs.length; i += SECTION) {
    const section = document.createElement('div');
    paragraphs.slice(i, i + SECTION).forEach((words, j) => {
      const p = document.createElement('p');
      p.dataset.paragraph = String(i + j);
      let done = 0;
      for (const [from, to] of byParagraph.get(i + j) ?? []) {
        const mark = document.createElement('span');
        mark.className = 'marked';
        mark.textContent = words.slice(from, to);
        p.append(words.slice(done, from), mark);
        done = to;
      }
      if (done < words.length) p.append(words.slice(done));
      section.append(p);
    });
    text.append(section);
  }
  scroll.append(text);
  document.body.append(scroll);
  const middle = text.querySelector(`[data-paragraph="${paragraphs.length >> 1}"]`);
  middle?.scrollIntoView({ block: 'center' });
  text.focus({ preventScroll: true });
  if (middle?.firstChild) getSelection()?.collapse(middle.firstChild.firstChild ?? middle.firstChild, 1);
}

function codeMirror(): void {
  const starts: number[] = [];
  let length = 0;
  for (const words of paragraphs) {
    starts.push(length);
    length += words.length + 1;
  }
  const builder = new RangeSetBuilder<Decoration>();
  const marked = Decoration.mark({ class: 'marked' });
  for (const [at, from, to] of marks) builder.add((starts[at] ?? 0) + from, (starts[at] ?? 0) + to, marked);
  const passages = StateField.define<DecorationSet>({
    create: () => builder.finish(),
    update: (set, { changes }) => set.map(changes),
    provide: (field) => EditorView.decorations.from(field),
  });
  const middle = (starts[paragraphs.length >> 1] ?? 0) + 10;
  const view = new EditorView({
    parent: document.body,
    state: EditorState.create({
      doc: paragraphs.join('\n'),
      selection: { anchor: middle },
      extensions: [EditorView.lineWrapping, passages],
    }),
  });
  view.dispatch({ effects: EditorView.scrollIntoView(middle, { y: 'center' }) });
  view.focus();
}

if (new URLSearchParams(location.search).get('editor') === 'codemirror') codeMirror();
else bare();
document.body.dataset.ready = 'true';
