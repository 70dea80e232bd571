/** Which elements begin a new block, which are left out and how that is told. */

export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search ' +
    'section summary table tbody td tfoot th thead tr ul xmp listing plaintext'
  ).split(' '),
);

/** What is left out with all that it holds; the value names the notice, or nothing where none is due. */
export const LEFT_OUT: ReadonlyMap<string, string | undefined> = new Map([
  ['head', undefined],
  ['style', undefined],
  ['link', undefined],
  ['meta', undefined],
  ['base', undefined],
  ['title', undefined],
  ['template', undefined],
  ['noscript', undefined],
  ['colgroup', undefined],
  // Settings that Office puts among the text where a program has opened its conditional comments.
  ['xml', undefined],
  ['o:officedocumentsettings', undefined],
  ['w:worddocument', undefined],
  ['w:latentstyles', undefined],
  ['script', 'script'],
  ['input', 'form-control'],
  ['select', 'form-control'],
  ['textarea', 'form-control'],
  ['button', 'form-control'],
  ['datalist', 'form-control'],
  ['progress', 'form-control'],
  ['meter', 'form-control'],
  ['iframe', 'frame'],
  ['frame', 'frame'],
  ['frameset', 'frame'],
  ['noframes', undefined],
  ['noembed', undefined],
  ['object', 'frame'],
  ['embed', 'frame'],
  ['applet', 'frame'],
  ['portal', 'frame'],
  ['audio', 'media'],
  ['video', 'media'],
  ['canvas', 'media'],
  ['svg', 'media'],
  ['map', undefined],
]);

/** Classes by which pages hide text from sight and leave it to screen readers. */
export const HIDING_CLASSES: ReadonlySet<string> = new Set([
  'sr-only',
  'visually-hidden',
  'visuallyhidden',
  'screen-reader-text',
]);

/** Classes by which writing programs mark lines of verse. */
export const VERSE_CLASSES: ReadonlySet<string> = new Set([
  'verse',
  'poem',
  'poetry',
  'stanza',
  'line-block',
]);
