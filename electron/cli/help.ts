export const HELP = `Pamphleteer without a window.

  pamphleteer import FILE… [--to json|html|text] [--kind KIND] [-o OUT]
      Letters from Word, OpenDocument, PDF, mail, saved pages, HTML, Markdown or text, normalised. A file that
      can’t be read is named, the others come in, and the exit status is 2.

  pamphleteer reply --letter FILE… [--references FILE] --draft FILE -o OUT.pamphlet [--json]
      A project from a finished draft, whose quotations are found in the letters. A quotation that isn't
      found is listed with the passage that comes nearest, and stays in its answer.

  pamphleteer export PROJECT --to html|pdf|docx|markdown [--paper a5|half-letter] [--with-notes] [-o OUT]
      The pamphlet; with --with-notes a working copy, marked as such, with private notes, tags and comments.

  pamphleteer export PROJECT --to annotations [--with-notes] [-o OUT.json]
      The highlights as W3C Web Annotations; private notes only with --with-notes.

  pamphleteer export PROJECT --to coverage-csv [--bom] [-o OUT.csv]
      A table of all sentences of the letters: what has become of each, and where it is answered. --bom for
      spreadsheets that don't know UTF-8 without it.

  pamphleteer export PROJECT --to works-bib|works-ris|works-csl [--cited] [-o OUT]
      The works as BibTeX, RIS or CSL-JSON; with --cited those that are cited, letters among them.

  pamphleteer check PROJECT [--json]
      What is damaged, misquoted, leads nowhere or isn't answered yet, and how much of each letter is.

  pamphleteer locate --in FILE --selectors FILE.json [--letter CODE]
      Where W3C selectors, annotations or text fragments lead in a letter's plain text, as JSON: offsets in
      UTF-16 units, with confidence. --letter names the letter where FILE is a project.

  pamphleteer annotate PROJECT --letter CODE --annotations FILE.json -o OUT.pamphlet [--json]
      Annotations from Hypothesis, Recogito or any program that keeps to the W3C model, as highlights with
      private notes.

Options
  --language TAG   the language of what tells none itself, such as en-GB (import, reply)
  --kind KIND      what the letters are, which says how their codes begin (import, reply): letter, article,
                   statement, review, comment, mail, own, work, agency, organisation, individual, reviewer,
                   editor or party
  --json           the result as JSON
  -o, --output     the file to write; the standard output when absent or "-"
  -h, --help       this text
  -V, --version    the version of the program

Exit status: 0 fine, 1 something was found, 2 bad input or usage. Results go to the standard output, words for
a person to the standard error.
`;
