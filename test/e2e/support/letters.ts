/** Letters about the town library of Quillhaven, as other programs would put them on the clipboard. */

export interface Copied {
  readonly html?: string;
  readonly text: string;
}

/** Headings, a list, a table, emphasis, a link, a note; and what must not come in. */
export const statement: Copied = {
  html: `<!doctype html><html><head><title>Statement of the council</title>
<meta name="author" content="Town Clerk of Quillhaven">
<script>window.canary = 'ran';</script></head><body>
<h1>The library and its costs</h1>
<p>The number of visitors has <em>fallen by half</em> since 2019, and the roof will need mending before the winter.
<img src="x" onerror="window.canary = 'ran'"></p>
<p>We have read every letter that was sent to us.<sup><a href="#fn1" id="fnref1">1</a></sup> Most of them praise the
building, and <strong>few of them say</strong> who is to pay for it.</p>
<h2>What we propose</h2>
<ul><li>to close the reading room in October;</li><li>to sell the building to the highest bidder;</li>
<li>to put the large print in the leisure centre.</li></ul>
<table><tr><th>Year</th><th>Visitors</th></tr><tr><td>2019</td><td>41,200</td></tr><tr><td>2025</td><td>20,900</td></tr></table>
<p>The figures are on <a href="https://council.quillhaven.example/figures">the council’s page</a>, and everybody may
look at them. The decision falls on the second of June.</p>
<p id="fn1">There were two hundred and twelve of them. <a href="#fnref1">↩</a></p>
</body></html>`,
  text: 'The library and its costs',
};

export const comment: Copied = {
  text: `To the Gazette

I climbed those seven steps for forty years, and nobody counted me on any of them.

If the door had been counted on a market day the number would be another one. The clerk counts on Mondays, when the place is shut until noon.

Nora Vane
`,
};

/** One paragraph each for what is tried again and again. */
export const short: Copied = {
  text: `The first paragraph says that the roof is leaking and that slates are dear this year.

The second paragraph says that the books are damp and that nobody reads them.

The third paragraph says that the reading room will be closed on the first of October.
`,
};
