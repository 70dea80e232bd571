/** How the page prints from a browser: A4 and Letter in one measure, A5 and half-letter in smaller type. */
export const PRINT = `
@page { margin: 20mm 18mm 22mm; }
@media print {
  :root { --paper: white; --ink: black; --ink-2: #444; --hairline: #bbb; --line: #999; --accent: black; --measure: 100%; }
  html { font-size: 10.5pt; }
  body { padding: 0; line-height: 1.45; orphans: 2; widows: 2; }
  .skip, .permalink, .back, .contents { display: none; }
  a { color: inherit; text-decoration: none; }
  .cover { min-height: 60vh; break-after: page; }
  main > section { margin-top: 0; padding-top: 2.5rem; }
  main > .part:not(.depth-2, .depth-3), main > :is(.letters, .notes, .bibliography), .letter + .letter { break-before: page; }
  .letter + .letter { border-top: 0; padding-top: 0; }
  main > :first-child { break-before: avoid; }
  h1, h2, h3, h4, h5, h6, header { break-after: avoid; }
  .quotation, .entry, .picture, tr, li { break-inside: avoid; }
  figcaption, .attribution { break-before: avoid; }
  .contrast.pair { display: grid; grid-template-columns: 1fr auto 1fr; gap: 5mm; margin-block: 1.3rem; }
  .contrast.pair .quotation { margin: 0; }
  .contrast.pair .against { margin: 0; align-self: center; }
  .contrast.many { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm 6mm; margin-block: 1.3rem; }
  .contrast.many .side { display: flex; flex-direction: column; }
  .contrast.many .quotation { flex: auto; margin: 0; }
  .contrast.many .against { margin: 0 0 1mm; text-align: start; }
  .contrast.many .side:first-child { padding-top: 5mm; }
  .table { overflow: visible; }
  mark { background: none; --rule: black; }
  .bracket { color: black; }
}
@media print and (max-width: 165mm) {
  @page { margin: 14mm 13mm 16mm; }
  html { font-size: 9pt; }
}
`;
