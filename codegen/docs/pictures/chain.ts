/** A chain through three words, before and after the prologue. */
import { hex, line, picture, rectangle, text } from './svg.ts';

const BASE = 0x7000n;
/** Where each word is, and what it leads to; both from the base. */
const WORDS = [
  { at: 0x40n, target: 0x88n },
  { at: 0x58n, target: 0x20n },
  { at: 0x90n, target: 0x40n },
] as const;
const [WIDTH, HEIGHT, MARGIN] = [740, 236, 20];
const [TABLE, GAP, CELL] = [104, 24, 88];

export function chainPicture(): string {
  const left = (index: number): number => MARGIN + TABLE + GAP + index * (2 * CELL + GAP);
  const boxes = (y: number, halves: (index: number) => readonly [string, string]): string[] =>
    WORDS.flatMap(({ at }, index) => {
      const x = left(index);
      const [upper, lower] = halves(index);
      return [
        text('quiet', { x, y: y - 8 }, `word at ${hex(at)}`),
        rectangle('image', { x, y }, CELL, 30),
        rectangle('image', { x: x + CELL, y }, CELL, 30),
        text('plain', { x: x + CELL / 2, y: y + 20 }, upper, 'middle'),
        text('strong', { x: x + CELL * 1.5, y: y + 20 }, lower, 'middle'),
      ];
    });
  const next = (index: number): string => hex(WORDS[index]?.at ?? 0n);
  const lead = (from: number, to: number): string => line('moves', { x: from, y: 75 }, { x: to, y: 75 });
  const leads = WORDS.map((_, index) =>
    lead(index === 0 ? MARGIN + TABLE : left(index - 1) + 2 * CELL, left(index)),
  );
  const told = `Three words: each has where the next one is above its target; the prologue adds ${hex(BASE)} to each target.`;
  return picture(WIDTH, HEIGHT, `A chain of fixups. ${told}`, [
    text('strong', { x: MARGIN, y: 26 }, 'as built: next word | target'),
    text('quiet', { x: MARGIN, y: 52 }, 'table'),
    rectangle('image', { x: MARGIN, y: 60 }, TABLE, 30),
    text('plain', { x: MARGIN + TABLE / 2, y: 80 }, next(0), 'middle'),
    ...leads,
    ...boxes(60, (index) => [next(index + 1), hex(WORDS[index]?.target ?? 0n)]),
    text('strong', { x: MARGIN, y: 142 }, `after the prologue ran at ${hex(BASE)}: an address`),
    text('quiet', { x: MARGIN, y: 170 }, 'table'),
    rectangle('image', { x: MARGIN, y: 178 }, TABLE, 30),
    text('plain', { x: MARGIN + TABLE / 2, y: 198 }, '0x0', 'middle'),
    ...boxes(178, (index) => ['0x0', hex((WORDS[index]?.target ?? 0n) + BASE)]),
  ]);
}
