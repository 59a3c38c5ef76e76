/** What all reference models share: the text of their types, of whole words and of functions that no machine changes. */
import { sharedFieldStatements } from './fields.ts';

export const TYPES = `/** What every reference model exports, so that one image pipeline serves all of them. */

/** The psABI's letters, in bytes; two's complement of any width. Unused letters may be absent. */
export interface Letters {
  readonly S?: bigint | undefined;
  readonly A?: bigint | undefined;
  readonly P?: bigint | undefined;
  readonly L?: bigint | undefined;
  readonly G?: bigint | undefined;
  readonly GOT?: bigint | undefined;
  readonly B?: bigint | undefined;
  readonly Z?: bigint | undefined;
  readonly T?: bigint | undefined;
  readonly E?: bigint | undefined;
  readonly TOC?: bigint | undefined;
  readonly GP?: bigint | undefined;
  readonly V?: bigint | undefined;
  readonly O?: bigint | undefined;
  readonly H?: bigint | undefined;
}

/** Where a value goes. */
export interface ReferenceField {
  /** Size of the container in bytes. */
  readonly bytes: 1 | 2 | 3 | 4 | 8 | 16;
  readonly kind: 'word' | 'instruction';
  /** The container is two halves: the first at P, the second A bytes behind it. */
  readonly apart?: true;
  /** The container is one instruction of a bundle, or the last two; the low two bits of P number it. */
  readonly bundled?: 1 | 2;
  /** The container with X, an unsigned machine word, inserted and all other bits kept. */
  insert(container: bigint, value: bigint): bigint;
  /** The value bits a container holds, zero-extended. */
  extract(container: bigint): bigint;
}

export interface ReferenceRule extends ReferenceField {
  readonly name: string;
  readonly type: number;
  /** X as an unsigned machine word. */
  value(letters: Letters): bigint;
  /** Why X, an unsigned machine word, fails its check, or undefined. */
  check(value: bigint): string | undefined;
}

export interface ReferenceModel {
  readonly arch: string;
  readonly rules: ReadonlyMap<string, ReferenceRule>;
}
`;

/** What models import from the file of which TYPES is the text. */
export const TYPE_NAMES: readonly string[] = ['ReferenceField', 'ReferenceModel', 'ReferenceRule'];

/** By name. */
const FUNCTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    given: `/** The letters that \`formula\` needs. @throws TypeError naming the first that has no value */
export function given<Name extends keyof Letters>(
  letters: Letters,
  formula: string,
  ...names: Name[]
): Given<Name> {
  if (areGiven(letters, names)) return letters;
  const missing = names.find((name) => letters[name] === undefined);
  throw new TypeError(\`no value for \${missing} in \${formula}\`);
}`,
    page: `/** The start of the 4 KiB page in which \`address\` lies. */
export function page(address: bigint): bigint {
  return address & ~0xfffn;
}`,
    clear: `/** \`address\` with its low \`bits\` bits cleared. */
export function clear(address: bigint, bits: number): bigint {
  return address - BigInt.asUintN(bits, address);
}`,
    wordUnlessOdd: `/** \`distance\`, if it is even rounded up to a multiple of 4. */
export function wordUnlessOdd(distance: bigint): bigint {
  return distance & 1n ? distance : (distance + 3n) & ~3n;
}`,
    withoutPieces: `/** What so many leading pieces, of eight bits from an even one on, leave of a magnitude. */
export function withoutPieces(magnitude: bigint, count: number): bigint {
  let rest = magnitude;
  for (let index = 0; index < count; index++) rest &= (1n << pieceStart(rest)) - 1n;
  return rest;
}`,
    rotatedPiece: `/** The leading piece of a magnitude, and above it half of how far it is rotated to the right. */
export function rotatedPiece(magnitude: bigint): bigint {
  const start = pieceStart(magnitude);
  return (magnitude >> start) | (start === 0n ? 0n : (16n - start / 2n) << 8n);
}`,
    unrotated: `/** The magnitude that such a piece stands for. */
export function unrotated(held: bigint): bigint {
  const right = (held >> 8n) * 2n;
  const piece = held & 0xffn;
  return ((piece >> right) | (piece << (32n - right))) & 0xffff_ffffn;
}`,
    unchecked: `/** The check that refuses nothing. */
export function unchecked(): undefined {
  return undefined;
}`,
    outOfRange: `/** The refusal of a value that is not within \`limits\`. */
export function outOfRange(value: bigint, limits: string): string {
  return \`value \${signedHex(value)} is out of range, \${limits}\`;
}`,
    notMultiple: `/** The refusal of a value that is not a multiple of \`bytes\`. */
export function notMultiple(value: bigint, bytes: number): string {
  return \`value \${signedHex(value)} is not a multiple of \${bytes}\`;
}`,
    notOdd: `/** The refusal of a value that is not odd. */
export function notOdd(value: bigint): string {
  return \`value \${signedHex(value)} is not odd\`;
}`,
  }),
);

const FIELDS = sharedFieldStatements();

/** What models import from the file of which COMMON is the text. */
export const COMMON_NAMES: readonly string[] = [...FUNCTIONS.keys(), ...FIELDS.keys()];

export const COMMON = `/** What the rules of all machines have in common. */
import type { Letters, ReferenceField } from './types.ts';

/** Letters of which some certainly have a value. */
export type Given<Name extends keyof Letters> = Letters & { readonly [Each in Name]: bigint };

function areGiven<Name extends keyof Letters>(
  letters: Letters,
  names: readonly Name[],
): letters is Given<Name> {
  return names.every((name) => letters[name] !== undefined);
}

function signedHex(value: bigint): string {
  return value < 0n ? \`-0x\${(-value).toString(16)}\` : \`0x\${value.toString(16)}\`;
}

/** The lowest bit of the leading piece of a magnitude: even, and at most seven bits below the highest that is set. */
function pieceStart(magnitude: bigint): bigint {
  let start = 0n;
  while (magnitude >> start > 0xffn) start += 2n;
  return start;
}

${[...FUNCTIONS.values()].join('\n\n')}

${[...FIELDS.values()].map((text) => text.replace(/^const /m, 'export const ')).join('\n\n')}
`;

/** \`value\` as a machine word: by name, as above. */
export function wordFunctions(wordBits: 32 | 64): ReadonlyMap<string, string> {
  return new Map(
    Object.entries({
      word: `/** \`value\` as an unsigned word of ${wordBits} bits. */
function word(value: bigint): bigint {
  return BigInt.asUintN(${wordBits}, value);
}`,
      signedWord: `/** \`value\` as a signed word of ${wordBits} bits. */
function signedWord(value: bigint): bigint {
  return BigInt.asIntN(${wordBits}, value);
}`,
    }),
  );
}
