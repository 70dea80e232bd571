/**
 * The page's style sheet: one column of book type with a margin for numbers and codes, light and dark, from 320 px
 * up, and for paper. Colours stand here alone, as custom properties.
 */
import type { HtmlFont } from './page.ts';
import { PRINT } from './style-print.ts';

const LIGHT = `
  --paper: #fbfaf7; --ink: #1f1d1a; --ink-2: #69645b; --hairline: #e4e0d8; --line: #cfc9bd;
  --accent: #1c5c63; --accent-soft: rgb(28 92 99 / 9%);
  --tint-1: #f6e3a1; --tint-2: #c9e2ef; --tint-3: #d3e8c5; --tint-4: #f4cfc4; --tint-5: #e0d3ee; --tint-6: #e3ddcf;
  --rule-1: #8a6800; --rule-2: #2d6f94; --rule-3: #4b7a2d; --rule-4: #ab4a30; --rule-5: #71509c; --rule-6: #756b56;`;

const DARK = `
  --paper: #1c1b19; --ink: #e9e5dc; --ink-2: #a9a398; --hairline: #33312d; --line: #4a4741;
  --accent: #7fc0c4; --accent-soft: rgb(127 192 196 / 12%);
  --tint-1: #4d4320; --tint-2: #203f50; --tint-3: #2e4322; --tint-4: #552d23; --tint-5: #40305a; --tint-6: #423d31;
  --rule-1: #d8b450; --rule-2: #7fb8d8; --rule-3: #9cc87c; --rule-4: #e5937b; --rule-5: #bb9fe2; --rule-6: #b8ad95;`;

const BASE = `
:root { color-scheme: light dark; ${LIGHT}
  --text: 'Source Serif 4', 'Noto Serif Hebrew', 'Amiri', 'Iowan Old Style', Georgia, serif;
  --label: 'Inter', 'Noto Serif Hebrew', 'Amiri', system-ui, sans-serif;
  --measure: 35rem; --margin: 1.25rem; }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
@media (prefers-contrast: more) { :root { --ink-2: var(--ink); --hairline: var(--ink-2); --line: var(--ink); } }

*, ::before, ::after { box-sizing: border-box; }
html { font-size: 106.25%; scroll-padding-top: 1.5rem; -webkit-text-size-adjust: none; text-size-adjust: none; }
@media (min-width: 40rem) { html { font-size: 115%; } }
body { margin: 0; padding: 0 var(--margin) 5rem; background: var(--paper); color: var(--ink);
  font: 400 1rem/1.6 var(--text); font-variant-numeric: oldstyle-nums; font-kerning: normal;
  overflow-wrap: break-word; }
:lang(ar), :lang(he) { line-height: 1.8; }
body > *, main > * { max-width: var(--measure); margin-inline: auto; }
main { outline: none; }
p, ul, ol, blockquote, figure, table { margin: 0; padding: 0; }
h1, h2, h3, h4, h5, h6 { margin: 0; font-weight: 600; line-height: 1.25; text-wrap: balance; }
a { color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px;
  text-underline-offset: 0.18em; text-decoration-color: color-mix(in srgb, currentcolor 45%, transparent); }
a:hover { text-decoration-color: currentcolor; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
:target { scroll-margin-top: 1.5rem; }
sup, sub { font-size: 0.7em; line-height: 0; font-variant-numeric: lining-nums; }
code { font: 0.86em/1 ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; }
hr { border: 0; margin: 2rem auto; width: 4rem; border-top: 1px solid var(--line); }
img { max-width: 100%; height: auto; border-radius: 2px; }
.smallcaps { font-variant-caps: small-caps; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: fixed; inset-block-start: 0.75rem; inset-inline-start: 0.75rem; z-index: 1; padding: 0.4rem 0.8rem;
  background: var(--paper); border: 1px solid var(--accent); border-radius: 4px; font: 500 0.8rem var(--label); }
.skip:not(:focus) { transform: translateY(-300%); }
.kicker, .series, .about, .label, figcaption, .code, .number, .permalink, .date {
  font-family: var(--label); font-variant-numeric: lining-nums; }

.cover { padding: clamp(3.5rem, 14vh, 8rem) 0 clamp(2.5rem, 8vh, 4.5rem); text-align: center; }
.cover h1 { font-size: clamp(2.1rem, 1.2rem + 4.4vw, 3.3rem); line-height: 1.08; letter-spacing: -0.015em; }
.series { margin-bottom: 1.4rem; color: var(--ink-2); font-size: 0.72rem; font-weight: 500; letter-spacing: 0.09em;
  text-transform: uppercase; }
:lang(ar) .series, :lang(ar) .kicker, :lang(he) .series, :lang(he) .kicker { letter-spacing: 0; }
.subtitle { margin-top: 1.1rem; font-size: 1.2rem; line-height: 1.4; font-style: italic; color: var(--ink-2); text-wrap: balance; }
.byline { margin-top: 2.2rem; font-size: 1.05rem; }
.date { margin-top: 0.35rem; font-size: 0.75rem; color: var(--ink-2); }
.motto { max-width: 25rem; margin: 3rem auto 0; padding-top: 1.6rem; position: relative; }
.motto::before { content: ''; position: absolute; top: 0; left: 50%; width: 3rem; margin-left: -1.5rem;
  border-top: 1px solid var(--line); }
.motto blockquote { font-style: italic; line-height: 1.5; text-wrap: balance; }
.motto figcaption { margin-top: 0.6rem; font-size: 0.72rem; color: var(--ink-2); }

.contents { padding: 1.6rem 0 2rem; border-block: 1px solid var(--hairline); }
.contents h2 { font: 500 0.72rem var(--label); letter-spacing: 0.09em; text-transform: uppercase; color: var(--ink-2); }
.contents ol { list-style: none; }
.contents > ol { margin-top: 0.9rem; }
.contents li > ol { margin-top: 0.25rem; }
.contents > ol > li { margin-top: 0.55rem; }
.contents li li { font-size: 0.92rem; line-height: 1.45; margin-top: 0.2rem; padding-inline-start: 0.3rem; }
.contents li li li { padding-inline-start: 1.5rem; }
.contents a { color: inherit; text-decoration: none; }
.contents a:hover { color: var(--accent); text-decoration: underline; }
.contents li li a { display: block; }
.contents li li a:has(.number) { display: grid; grid-template-columns: minmax(1.7rem, auto) 1fr; column-gap: 0.5rem; }
.contents .number { max-width: 7rem; color: var(--ink-2); font-size: 0.72rem; line-height: 1.9; text-align: end;
  overflow-wrap: anywhere; }

main > section { margin-top: 4.5rem; }
main > section > h2, .part > header > :is(h2, h3, h4, h5) { font-size: 1.75rem; line-height: 1.18; letter-spacing: -0.01em; }
.part:is(.depth-2, .depth-3) > header > :is(h3, h4, h5) { font-size: 1.4rem; }
main > section > h2 { margin-bottom: 1.4rem; }
.part > header { margin-bottom: 1.6rem; }
.kicker { margin-bottom: 0.5rem; color: var(--ink-2); font-size: 0.72rem; font-weight: 500; letter-spacing: 0.09em;
  text-transform: uppercase; }
.about { margin-top: 0.6rem; color: var(--ink-2); font-size: 0.75rem; line-height: 1.5; text-wrap: pretty; }

.text, .quotation blockquote, .letter-body { hyphens: auto; hyphenate-limit-chars: 7 3 3; text-wrap: pretty; }
:is(.text, .letter-body, .quotation blockquote, .quotation blockquote blockquote) > * + *, li > p { margin-top: 0.85em; }
li > :is(ul, ol) { margin-top: 0.3em; }
:is(.text, .letter-body, blockquote) :is(ul, ol) { padding-inline-start: 1.6rem; }
:is(.text, .letter-body, blockquote) li + li { margin-top: 0.3em; }
li::marker { color: var(--ink-2); font-variant-numeric: lining-nums; }
:is(.text, .letter-body) :is(h3, h4, h5, h6) { margin-top: 1.6em; font-size: 1.08rem; }
:is(.text, .letter-body) > :first-child { margin-top: 0; }
:is(.text, .letter-body) blockquote { padding-inline-start: 1.2rem; border-inline-start: 2px solid var(--hairline); }
.text blockquote { font-size: 0.94em; }
.attribution { color: var(--ink-2); font-size: 0.9em; }
.verse { white-space: pre-wrap; hyphens: none; }
.preformatted { white-space: pre-wrap; hyphens: none; font: 0.82em/1.5 ui-monospace, Menlo, Consolas, monospace; }
.picture { margin-block: 1.5em; }
figcaption { color: var(--ink-2); font-size: 0.72rem; line-height: 1.5; }
.picture figcaption { margin-top: 0.5rem; }
.table { overflow-x: auto; margin-block: 1.3em; }
table { border-collapse: collapse; width: 100%; font-size: 0.88rem; line-height: 1.4; hyphens: none;
  font-variant-numeric: lining-nums tabular-nums; border-block: 1px solid var(--ink-2); }
th, td { padding: 0.35rem 0.9rem 0.35rem 0; text-align: start; vertical-align: baseline; }
th { font-weight: 600; }
thead th { border-bottom: 1px solid var(--line); }
tbody tr + tr > * { border-top: 1px solid var(--hairline); }

.point { margin-top: 3rem; }
.point > header { position: relative; margin-bottom: 1rem; }
.point > header > :is(h3, h4, h5, h6) { font-size: 1.2rem; }
.point .number { color: var(--accent); font-size: 0.86em; font-weight: 600; margin-inline-end: 0.35em; }
.permalink { position: absolute; inset-block-start: 0; inset-inline-end: 0; padding: 0 0.4rem; font-size: 0.95rem;
  color: var(--ink-2); text-decoration: none; opacity: 0; transition: opacity 100ms; }
:is(.point > header:hover, .point:target) .permalink, .permalink:focus-visible { opacity: 1; }
@media (hover: none) { .permalink { opacity: 0.65; } }
.point > header > :is(h3, h4, h5, h6) { padding-inline-end: 1.6rem; }
.point:target > header :is(h3, h4, h5, h6) { box-shadow: 0 2px 0 var(--accent); width: fit-content; }

.quotation { margin-block: 1.3rem; padding-inline-start: 1.2rem; border-inline-start: 2px solid var(--line); }
.quotation blockquote { font-size: 0.95rem; line-height: 1.55; }
.quotation blockquote blockquote { padding-inline-start: 1rem; }
.quotation figcaption { margin-top: 0.55rem; }
.code { display: inline-block; max-width: 100%; font-size: 0.72rem; font-weight: 600; overflow-wrap: anywhere; }
q { quotes: none; }
q + .code, .text .code { font-family: inherit; font-size: inherit; font-weight: 400; }
figcaption .code { margin-inline-end: 0.45em; }
a.code { text-decoration: none; }
a.code:hover { text-decoration: underline; }
.against { margin: -0.3rem 0; color: var(--ink-2); font-size: 0.95rem; font-style: italic; text-align: center; }

.answer-type { margin-block: 1.1rem -0.4rem; font-size: 0.95rem; font-weight: 600; }
.answer-type + .text { margin-top: 1rem; }
.changes { margin-block: 1.5rem; padding: 0.9rem 1.1rem 1rem; border: 1px solid var(--ink-2); }
.changes > .label { font-size: 0.78rem; font-weight: 600; }
.change { margin-top: 0.5rem; }
.change + .change { margin-top: 0.8rem; padding-top: 0.7rem; border-top: 1px solid var(--line); }
.changes .place { font-size: 0.82rem; color: var(--ink-2); }
.working-copy { max-width: 40rem; margin: 0 auto 2rem; padding: 0.6rem 1rem; border: 2px dashed var(--ink-2);
  font-weight: 600; text-align: center; }
.private { margin-block: 1.2rem; padding: 0.8rem 1.1rem; border: 1px dashed var(--ink-2); font-size: 0.86rem; line-height: 1.5; }
.private > div + div { margin-top: 0.7rem; }
.private .label { font-size: 0.76rem; font-weight: 600; }
.private blockquote { margin: 0.1rem 0; padding-inline-start: 0.8rem; border-inline-start: 2px solid var(--line); color: var(--ink-2); }
.private .reply { margin: 0.4rem 0 0; padding-inline-start: 1rem; }

.point > .see { margin-top: 0.85em; font-style: italic; }
.point > .uses { margin-block: -0.4rem 1rem; color: var(--ink-2); font: 0.78rem/1.5 var(--label);
  font-variant-numeric: lining-nums; text-wrap: pretty; }
.master > header .kicker { display: block; margin-bottom: 0.35rem; }

.entry { padding: 0.9rem 1.1rem 1rem; border: 1px solid var(--line); border-radius: 4px; }
.entry .label { display: block; margin-bottom: 0.25rem; font-size: 0.72rem; font-weight: 600; text-decoration: none; }
.entry .label:hover { text-decoration: underline; }
:is(.entry, .entries li, .notes li, .bibliography li, .letter-body *):target { background: var(--accent-soft);
  border-radius: 4px; box-shadow: 0 0 0 0.4rem var(--accent-soft); }
.notes ol { padding-inline-start: 2.2rem; }
.entries ol { list-style: none; }
.entries li { display: grid; grid-template-columns: minmax(1.5rem, auto) 1fr; column-gap: 0.7rem; align-items: baseline; }
.entries li + li { margin-top: 0.7rem; }
.entries .number { color: var(--accent); font-size: 0.86em; font-weight: 600; text-align: end; }
.entries .from { font: 0.72rem var(--label); font-variant-numeric: lining-nums; white-space: nowrap; }
.entries .from a { color: var(--ink-2); }
.continuation { margin: 0 0 0.6rem; color: var(--ink-2); font-size: 0.84rem; font-style: italic; }
.withdrawn { color: var(--ink-2); font-size: 0.84rem; }
.notes ol, .bibliography ul { font-size: 0.88rem; line-height: 1.5; }
.notes li + li, .bibliography li + li { margin-top: 0.5rem; }
.bibliography ul { list-style: none; }
.bibliography li { padding-inline-start: 1.6rem; text-indent: -1.6rem; overflow-wrap: break-word; }
.bibliography li:has(.entry-mark) { padding-inline-start: 2.4rem; text-indent: -2.4rem; }
.entry-mark { display: inline-block; min-width: 2.4rem; text-indent: 0; padding-inline-end: 0.4rem; box-sizing: border-box; }
.note-mark a { padding: 0 0.15em; font-weight: 600; text-decoration: none; }
.back { padding: 0 0.3em; font-family: var(--label); text-decoration: none; }
.reference { color: inherit; }
.colophon { margin-top: 5rem; padding-top: 1.6rem; border-top: 1px solid var(--hairline); color: var(--ink-2);
  font-size: 0.84rem; line-height: 1.5; font-style: italic; text-wrap: pretty; }

.letter { margin-top: 3.2rem; }
.letter + .letter { padding-top: 3.2rem; border-top: 1px solid var(--hairline); }
.letter > header { margin-bottom: 1.6rem; }
.letter h3 { font-size: 1.35rem; }
.letter-body { font-size: 0.95rem; }
.letter-note { color: var(--ink-2); font-size: 0.9em; }
mark { color: inherit; background: color-mix(in srgb, var(--tint) 50%, transparent); text-decoration: underline;
  text-decoration-color: var(--rule); text-decoration-thickness: 1.5px; text-underline-offset: 0.2em; }
.lane-1 { text-underline-offset: 0.34em; }
.lane-2 { text-underline-offset: 0.46em; }
${[1, 2, 3, 4, 5, 6].map((n) => `.style-${n} { --tint: var(--tint-${n}); --rule: var(--rule-${n}); }`).join('\n')}
mark.style-2 { text-decoration-style: double; text-decoration-thickness: 1px; }
mark.style-3 { text-decoration-style: dotted; text-decoration-thickness: 2px; }
mark.style-4 { text-decoration-style: dashed; }
mark.style-5 { text-decoration-style: wavy; text-decoration-thickness: 1px; }
mark.style-6 { text-decoration-thickness: 3px; }
.bracket { font: 600 0.66rem/1.3 var(--label); font-variant-numeric: lining-nums; font-style: normal;
  color: var(--rule); margin-inline-end: 0.35em; scroll-margin-top: 5rem; hyphens: none;
  text-transform: none; letter-spacing: 0; user-select: none; -webkit-user-select: none; }
.bracket .code { font-size: inherit; }
.bracket a { font-weight: 500; text-decoration: none; margin-inline-start: 0.4em; }
.bracket a:hover { text-decoration: underline; }
.code + .hidden + a::before { content: '→\\00a0' / ''; color: var(--ink-2); }
.bracket:dir(rtl) .code + .hidden + a::before { content: '←\\00a0' / ''; }
.bracket:target { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
`;

/** A margin at the start of the line for numbers of points and codes of passages; pairs wider than the measure. */
const WIDE = `
@media screen and (min-width: 62rem) {
  .point > header > :is(h3, h4, h5, h6) .number { position: absolute; inset-inline-end: calc(100% + 1.1rem);
    margin: 0; line-height: 1.45; }
  .point > .untitled:has(+ .contrast) > :is(h3, h4, h5, h6) { min-height: 1.45rem; }
  .point > .untitled:not(:has(+ .contrast)) { margin-bottom: 0; }
  .point > .untitled:not(:has(+ .contrast)) > :is(h3, h4, h5, h6) { height: 0; }
  .permalink { inset-inline-end: auto; inset-inline-start: 100%; }
  .contrast.pair { display: grid; grid-template-columns: 1fr auto 1fr; gap: 1.6rem; align-items: stretch;
    width: 54rem; max-width: calc(100vw - 6rem); margin-block: 1.6rem;
    margin-inline: calc((var(--measure) - min(54rem, 100vw - 6rem)) / 2); }
  .contrast.pair .quotation { margin: 0; }
  .contrast.pair .against { margin: 0; align-self: center; }
  .contrast.many { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1.4rem 2rem;
    width: 54rem; max-width: calc(100vw - 6rem); margin-block: 1.6rem;
    margin-inline: calc((var(--measure) - min(54rem, 100vw - 6rem)) / 2); }
  .contrast.many:has(> .side:nth-child(4):last-child) { grid-template-columns: 1fr 1fr; }
  .contrast.many .side { display: flex; flex-direction: column; }
  .contrast.many .quotation { flex: auto; margin: 0; }
  .contrast.many .against { margin: 0 0 0.5rem; line-height: 1.2; text-align: start; }
  .contrast.many .side:first-child { padding-top: calc(0.5rem + 1.14rem); }
  .letter-body { --in: 0rem; }
  .letter-body blockquote { --in: 1.3rem; }
  .letter-body li { --in: 1.6rem; }
  .letter-body :is(li li, blockquote li) { --in: 3.2rem; }
  .letter-body .bracket { float: inline-start; clear: inline-start; width: 6.4rem; line-height: 1.35rem;
    margin-inline: calc(-7.4rem - var(--in)) 0; text-align: end; }
  .letter-body .table .bracket { float: none; width: auto; margin-inline: 0 0.35em; }
}
`;

function fontFace({ family, weight, style, mediaType, base64 }: HtmlFont): string {
  const format = mediaType === 'font/woff2' ? " format('woff2')" : '';
  return `@font-face { font-family: '${family}'; font-weight: ${weight}; font-style: ${style}; font-display: swap; src: url(data:${mediaType};base64,${base64})${format}; }`;
}

export function styleSheet(fonts: readonly HtmlFont[]): string {
  return [...fonts.map(fontFace), BASE, WIDE, PRINT].join('\n');
}
