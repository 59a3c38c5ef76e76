/** An image drawn to scale: its parts, its fixups, and the way of the prologue through them as arcs. */
import { loopsOf } from '../../image/view/chain.ts';
import type { ImagePart } from '../../image/view/parts.ts';
import type { ImageView } from '../../image/view/view.ts';
import { hex } from '../reports/map-text.ts';
import { shown } from '../reports/shown.ts';
import { type Html, html } from './html.ts';

const WIDTH = 1000;
const ARCS = 104;
const BAR = 46;
const AIM = 64;
/** Parts of that share of the picture have their names in it on small screens, too. */
const BROAD = 0.24;
/** No more marks than this are drawn: those that fall on one place are one mark. */
const MOST_MARKS = 250;

export interface Picture {
  readonly markup: Html;
  /** Rules that put labels where their parts are. */
  readonly styles: string;
}

/** Where offsets are in a picture of the first `size` bytes. */
export function scale(size: number): (offset: number) => number {
  return (offset) => round((Math.min(Math.max(offset, 0), size) / Math.max(size, 1)) * WIDTH);
}

/**
 * @param id a name for the picture that no other on the page has
 * @param of what tells screen readers its parts from those of others
 */
export function pictureOf(view: ImageView, id: string, of: string): Picture {
  const { map, parts } = view;
  const whole = scale(map.memsz);
  const place = scale(map.size);
  const inFile = parts.filter(({ offset, kind }) => offset < map.size && kind !== 'zeros');
  const zoomed = map.size < map.memsz * 0.98;
  const labels = inFile.flatMap((part, at) => {
    const [left, right] = [place(part.offset), place(part.offset + part.size)];
    return right - left < WIDTH * 0.07 || part.kind === 'gap'
      ? []
      : [{ part, name: `${id}-l${at}`, left, right, broad: right - left >= WIDTH * BROAD ? ' broad' : '' }];
  });
  const summary = `${map.memsz} bytes of memory${of} to scale, with ${view.fixups.length} fixups; the tables below tell the same`;
  const overview = html`<svg class="overview" viewBox="0 0 ${WIDTH} 40" preserveAspectRatio="none" aria-hidden="true">
${parts.map((part) => bar(part, whole, 0, 16))}
<path class="lens" d="M0 16 L0 40 L${WIDTH} 40 L${whole(map.size)} 16 Z"/></svg>
`;
  const markup = html`<div class="picture">
<p class="ends" aria-hidden="true"><span>0x0</span><span>${hex(map.memsz)}</span></p>
${zoomed ? overview : html``}<div class="stage"><svg class="drawing" role="img" aria-label="${summary}" viewBox="0 0 ${WIDTH} ${ARCS + BAR + AIM}" preserveAspectRatio="none">
${arcs(view, place)}
${inFile.map((part) => bar(part, place, ARCS, BAR))}
${marks(view, place)}
<path class="aim" d=""/><rect class="pick" x="-9" y="${ARCS - 6}" width="3" height="${BAR + 12}"/></svg>
<div class="labels" aria-hidden="true">${labels.map(({ part, name, broad }) => html`<span class="${name}${broad}">${shown(part.name)}</span>`)}</div></div>
<p class="ends" aria-hidden="true"><span>0x0</span><span>${hex(map.size)}</span></p>
<p class="legend" aria-hidden="true"><span class="code">prologue</span><span class="table">table</span><span class="section">section</span>${zoomed ? html`<span class="zeros">zeros</span>` : html``}<span class="fixup">fixup</span><span class="way">the prologue's way</span><span class="aim">where the chosen one leads</span></p>
</div>`;
  const styles = labels.map(
    ({ name, left, right }) => `.${name}{left:${left / 10}%;width:${round((right - left) / 10)}%}`,
  );
  return { markup, styles: styles.join('\n') };
}

function bar(part: ImagePart, place: (offset: number) => number, y: number, height: number): Html {
  const x = place(part.offset);
  // What is thinner than a line would not be seen.
  const width = Math.max(round(place(part.offset + part.size) - x), part.size > 0 ? 1.5 : 0);
  return html`<rect class="${part.kind}" x="${x}" y="${y}" width="${width}" height="${height}"><title>${shown(part.name)}, ${hex(part.offset)}, ${part.size} bytes</title></rect>
`;
}

/** Fixups as lines over the bar; what falls on one place is one line, and knows the first and last of its fixups. */
function marks({ fixups }: ImageView, place: (offset: number) => number): Html[] {
  const found: { x: number; first: number; last: number }[] = [];
  fixups.forEach(({ offset }, at) => {
    const x = step(place(offset), fixups.length);
    const mark = found.at(-1);
    if (mark && mark.x === x) mark.last = at;
    else found.push({ x, first: at, last: at });
  });
  return found.map(({ x, first, last }) => {
    const fixup = fixups[first];
    const more = last > first ? ` and ${last - first} more` : '';
    const what = fixup ? `${hex(fixup.offset)} ${fixup.type}${more}` : '';
    return html`<rect class="mark" data-first="${first}" data-last="${last}" x="${round(x - 1)}" y="${ARCS}" width="2.4" height="${BAR}"><title>${what}</title></rect>
`;
  });
}

/** From the table to the first fixup of each loop, and from each to the next one. */
function arcs(view: ImageView, place: (offset: number) => number): Html {
  const { offset, size } = view.map.prologue.table;
  const begin = step(place(offset + size / 2), view.fixups.length);
  const seen = new Set<string>();
  for (const loop of loopsOf(view)) {
    let from = begin;
    for (const fixup of loop) {
      const to = step(place(fixup.offset), view.fixups.length);
      if (to !== from) seen.add(arc(from, to));
      from = to;
    }
  }
  return html`<path class="way" d="${[...seen].join(' ')}"/>`;
}

function arc(from: number, to: number): string {
  const height = Math.min(ARCS - 8, 14 + Math.abs(to - from) * 0.55);
  // A quadratic curve rises half as high as its control point.
  return `M${from} ${ARCS}Q${round((from + to) / 2)} ${round(ARCS - 2 * height)} ${to} ${ARCS}`;
}

/** Where a mark is drawn: of many, those that fall on one place are drawn there. */
function step(x: number, count: number): number {
  return count <= MOST_MARKS ? x : round(Math.round((x / WIDTH) * MOST_MARKS) * (WIDTH / MOST_MARKS));
}

function round(x: number): number {
  return Math.round(x * 10) / 10;
}
