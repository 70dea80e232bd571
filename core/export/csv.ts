/**
 * Tables as RFC 4180 has them: every cell in quotation marks, rows ended by CR LF. A spreadsheet would take a cell
 * that begins with one of = + - @ for a formula and do what it says; such cells get an apostrophe before them. Cells
 * that begin with apostrophes and then one of these get one more, so that taking one away from each cell that begins
 * so gives back the words.
 */

/** As spreadsheets read them: full-width forms too, after white space, and after our own mark. */
const FORMULA = /^'*\s*[=+\-@＝＋－＠]/;

function cell(text: string): string {
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
