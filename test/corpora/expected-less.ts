/**
 * Cases whose expected form tells less than the input, or tells it in the way of that editor alone, with the
 * reason.
 */
export interface Less {
  readonly why: string;
}

const NO_SPACE: Less = {
  why: 'the input has no space there, nor has the corpus’ own normalized.html; the model is that of another capture',
};
const SHEET_ITALIC: Less = {
  why: 'the input’s style sheet sets the style italic; the editor reads no sheet',
};
const TITLE: Less = { why: 'Word’s Title is a heading here, a paragraph there' };
const ONE_STYLE: Less = {
  why: 'the editor gives all items of a level the first one’s numbering; the input says “2.” after “a.”',
};
const LINK: Less = { why: 'a link’s underline is its look, not a mark' };

export const LESS: Readonly<Record<string, Less>> = {
  'basic-styles--italic-starting-text--safari.word2016': NO_SPACE,
  'basic-styles--multiple-styles-multiline--safari.word2016': NO_SPACE,
  'basic-styles--multiple-styles-single-line--safari.word2016': NO_SPACE,
  'link--combined--safari.word2016': NO_SPACE,
  'list--heading3-styled--safari.word2016': NO_SPACE,
  'bookmark--other--word': { why: 'the editor of that test has no lists' },
  'list--heading7--safari.word2016': SHEET_ITALIC,
  'list--heading7--word2016': SHEET_ITALIC,
  'list--multi-block--word': {
    why: 'paragraphs that continue an item by the style sheet’s margin; the editor reads no sheet',
  },
  'list--multi-skip-level-deep--word': {
    why: 'the editor sets “Eee” deeper than “Ddd”; in the input both are of level 6',
  },
  'list--nested-multiple--safari.word2016': ONE_STYLE,
  'list--nested-multiple--word2016': ONE_STYLE,
  'list--resume-template--safari.word2016': TITLE,
  'list--resume-template--word2016': TITLE,
  'list--styled--safari.word2016': LINK,
  'paste-from-google-docs--br-paragraph--simple-paragraphs': {
    why: 'the editor of that test has no headings; the input has h1',
  },
  'google doc checklist': { why: 'the editor drops the line through what is done' },
  '57 escaping ~~~': { why: 'pre without code is a paragraph there' },
};
