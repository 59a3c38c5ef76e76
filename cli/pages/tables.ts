/** Tables of pages, in boxes that scroll by themselves and that keys reach. */
import { type Html, html } from './html.ts';

type Cell = Html | string | number;

/** @param about what a screen reader calls it */
export function tableHtml(
  about: string,
  kind: string,
  titles: readonly string[],
  rows: readonly (readonly Cell[])[],
): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${about}"><table class="${kind}">
<thead><tr>${titles.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  )}</tbody></table></div>`;
}

/** A table that opens when it is asked for; nothing if it has no rows. */
export function folded(
  title: string,
  titles: readonly string[],
  rows: readonly (readonly Cell[])[],
  of = '',
): Html {
  if (rows.length === 0) return html``;
  return html`<details><summary>${title} (${rows.length})</summary>${tableHtml(title + of, 'places', titles, rows)}</details>`;
}
