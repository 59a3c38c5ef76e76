/** One image on a page: picture, fixups, prologue, parts, symbols, facts. */
import type { ImageView, ViewedFixup, ViewedSymbol } from '../../image/view/view.ts';
import { factRows, hex, membersOf, structureMarks, targetText, whereText } from '../reports/map-text.ts';
import { CELL, shown } from '../reports/shown.ts';
import { type Html, html } from './html.ts';
import { type Picture, pictureOf, scale } from './picture.ts';
import { definitions } from './rules.ts';

/**
 * @param id a name that no other image on the page has
 * @param of what tells screen readers its parts from those of other images
 */
export function imageHtml(view: ImageView, id: string, of = ''): Picture {
  const ordered = { ...view, fixups: [...view.fixups].sort((a, b) => a.offset - b.offset) };
  const { markup, styles } = pictureOf(ordered, id, of);
  const page = html`<div class="image" id="${id}">
${markup}
${fixupsHtml(ordered, id, of)}
<div class="columns">
${prologueHtml(view, of)}
${partsHtml(view, of)}
</div>
${symbolsHtml(view, of)}
<details open><summary>Facts</summary>${definitions(factRows(view))}</details>
</div>
`;
  return { markup: page, styles };
}

/** What a page says of an image in one line. */
export function titleLine({ map, fixups }: ImageView): string {
  const many = `${fixups.length} fixup${fixups.length === 1 ? '' : 's'}`;
  return `${map.arch}, format ${map.format}, ${many}, ${map.size} bytes, ${map.memsz} in memory`;
}

function fixupsHtml(view: ImageView, id: string, of: string): Html {
  const { fixups, map } = view;
  if (fixups.length === 0)
    return html`<p class="none">No fixups: nothing in this image depends on the load base.</p>`;
  const place = scale(map.size);
  return html`<section class="fixups" aria-label="Fixups${of}"><h2>Fixups</h2>
<div class="search"><label for="${id}-q">Search</label><input id="${id}-q" type="search" autocomplete="off" spellcheck="false"><span role="status">${fixups.length} of ${fixups.length}</span></div>
<div class="columns">
<div class="scroll"><table role="grid" aria-label="Fixups${of}; arrow keys go from one to the next, Tab to the rule of the chosen one" aria-rowcount="${fixups.length + 1}">
<thead role="rowgroup"><tr role="row" aria-rowindex="1">${['Offset', 'Kind', 'Type', 'Where', 'Symbol + addend'].map((title) => html`<th role="columnheader" scope="col">${title}</th>`)}</tr></thead>
<tbody role="rowgroup">
${fixups.map((fixup, at) => fixupRow(fixup, at, place))}
</tbody></table></div>
<aside class="about" tabindex="0" role="region" aria-label="The chosen fixup${of} and its rule"><p>Choose a fixup to see its rule: by pointing at it, or with the arrow keys in the table.</p></aside>
</div></section>`;
}

function fixupRow(fixup: ViewedFixup, at: number, place: (offset: number) => number): Html {
  const aim = fixup.to === undefined ? '' : `${place(fixup.to)}`;
  return html`<tr role="row" tabindex="${at === 0 ? 0 : -1}" aria-rowindex="${at + 2}" data-x="${place(fixup.offset)}" data-to="${aim}" data-rule="${fixup.type}"><td role="gridcell">${hex(fixup.offset)}</td><td role="gridcell">${fixup.kind}</td><td role="gridcell">${shown(fixup.type)}</td><td role="gridcell">${whereText(fixup, CELL)}</td><td role="gridcell">${targetText(fixup, CELL)}</td></tr>
`;
}

function prologueHtml({ prologue }: ImageView, of: string): Html {
  if (!prologue) return html``;
  return html`<section aria-label="Prologue${of}"><h2>Prologue</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Listing of the prologue${of}"><table class="listing">
<thead><tr>${['Offset', 'Bytes', 'Instruction'].map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${prologue.map(
    ({
      kind,
      offset,
      bytes,
      text,
    }) => html`<tr class="${kind}"><td>${hex(offset)}</td><td>${bytes}</td><td>${shown(text)}</td></tr>
`,
  )}</tbody></table></div></section>`;
}

function partsHtml({ parts, fixups }: ImageView, of: string): Html {
  const count = (from: number, to: number): string => {
    const inside = fixups.filter(({ offset }) => offset >= from && offset < to).length;
    return inside === 0 ? '' : `${inside}`;
  };
  return html`<section aria-label="Memory${of}"><h2>Memory</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Parts of the memory${of}"><table class="parts">
<thead><tr>${['Offset', 'Size', 'Fixups', 'Part'].map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${parts.map(
    ({
      kind,
      name,
      offset,
      size,
    }) => html`<tr><td>${hex(offset)}</td><td>${size}</td><td>${kind === 'section' ? count(offset, offset + size) : ''}</td><td><span class="swatch ${kind}" aria-hidden="true"></span>${shown(name)}${kind === 'zeros' ? ' (zeros)' : ''}</td></tr>
`,
  )}</tbody></table></div></section>`;
}

function symbolsHtml({ symbols }: ImageView, of: string): Html {
  if (symbols.length === 0) return html``;
  return html`<details><summary>Symbols (${symbols.length})</summary><div class="scroll" tabindex="0" role="region" aria-label="Symbols${of}"><table class="symbols">
<thead><tr>${['Offset', 'Size', 'Section', 'Symbol'].map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${symbols.map(symbolRows)}</tbody></table></div></details>`;
}

/** A symbol, and behind it the members of the structure that it is. */
function symbolRows(symbol: ViewedSymbol): Html {
  const { offset, size, section, name } = symbol;
  const marks = [...symbol.is, ...structureMarks(symbol)];
  const row = (at: number, bytes: number, what: string): Html =>
    html`<tr><td>${hex(at)}</td><td>${bytes}</td><td>${shown(section)}</td><td>${what}</td></tr>
`;
  return html`${row(offset, size, `${shown(name)}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`)}${membersOf(symbol).map((member) => row(member.offset, member.size, `${shown(name)}.${member.name}`))}`;
}
