/**
 * What the full-width value must satisfy before it is cut down to its field.
 *
 * A check is read against the value as wide as the machine's word, so nothing has been truncated yet.
 */

import { withoutPieces } from './pieces.ts';

export interface Check {
  /**
   * - `signed`: -2^(bits-1) <= X < 2^(bits-1)
   * - `unsigned`: 0 <= X < 2^bits
   * - `either`: -2^(bits-1) <= X < 2^bits (the field may be read both ways)
   * With `rounded`, for fields of rounded slices, both limits are lower by 2^(rounded - 1).
   */
  readonly range?: {
    readonly kind: 'signed' | 'unsigned' | 'either';
    readonly bits: number;
    readonly rounded?: number;
  };
  /** How code reads what moves with the image: with its sign, though what does not move may be read either way. */
  readonly moving?: 'signed';
  /** X must be a multiple of this many bytes (a power of two). */
  readonly multipleOf?: number;
  /**
   * Bit 0 of X is no part of a distance but tells the state in which its target runs (Arm: 1 for Thumb). `required`:
   * it must be set. `exempt`: where it is set, `multipleOf` does not apply.
   */
  readonly odd?: 'required' | 'exempt';
  /** What so many leading pieces leave of the magnitude of X must be below 2^bits, and such a multiple (Arm). */
  readonly rest?: { readonly without: number; readonly bits: number; readonly multipleOf?: number };
}

/** Signed; `rounded` is the lowest value bit of the field's rounded slice. */
export function signed(bits: number, { rounded }: { readonly rounded?: number } = {}): Check {
  return { range: { kind: 'signed', bits, ...(rounded === undefined ? {} : { rounded }) } };
}

export function unsigned(bits: number): Check {
  return { range: { kind: 'unsigned', bits } };
}

/** `moving`: how code reads addresses that move with the image, if not either way, too. */
export function either(bits: number, moving: { readonly moving?: 'signed' } = {}): Check {
  return { range: { kind: 'either', bits }, ...moving };
}

/** What is asked of a value that moves with the image. */
export function movingCheck({ moving, ...check }: Check): Check {
  const { range } = check;
  return range && moving ? { ...check, range: { ...range, kind: moving } } : check;
}

/** The psABI states that no check is made (its `_NC` types): excess bits of the value are dropped on purpose. */
export const unchecked: Check = {};

/** The value must be a multiple of `bytes`; combined with a range by passing it as `also`. */
export function multipleOf(bytes: number, also: Check = unchecked): Check {
  if (!Number.isInteger(bytes) || bytes < 2 || (bytes & (bytes - 1)) !== 0)
    throw new RangeError(`${bytes} is not a power of two above 1`);
  return { ...also, multipleOf: bytes };
}

/** X must be odd: its target runs in Thumb state. */
export function odd(also: Check): Check {
  return { ...also, odd: 'required' };
}

/** What `check` asks of X applies to even values only, as far as it is about multiples. */
export function unlessOdd(check: Check): Check {
  return { ...check, odd: 'exempt' };
}

/** What `without` leading pieces leave of the magnitude of X must be below 2^bits. */
export function restBelow(without: number, bits: number, multipleOf?: number): Check {
  return { rest: { without, bits, ...(multipleOf === undefined ? {} : { multipleOf }) } };
}

/** Whether X, of any sign, leaves what the check admits. */
export function leavesRest(
  { without, bits, multipleOf = 1 }: NonNullable<Check['rest']>,
  X: bigint,
): boolean {
  const rest = withoutPieces(X < 0n ? -X : X, without);
  return rest < 1n << BigInt(bits) && rest % BigInt(multipleOf) === 0n;
}

/** True when X, of any sign, is not the multiple that the check asks for. */
export function isMisaligned({ multipleOf: bytes, odd: state }: Check, X: bigint): boolean {
  if (bytes === undefined || (state === 'exempt' && X % 2n !== 0n)) return false;
  return X % BigInt(bytes) !== 0n;
}

/** The values a range admits: `min` included, `max` excluded. */
export function limits(range: NonNullable<Check['range']>): { min: bigint; max: bigint } {
  const half = 1n << BigInt(range.bits - 1);
  switch (range.kind) {
    case 'signed': {
      const down = range.rounded === undefined ? 0n : 1n << BigInt(range.rounded - 1);
      return { min: -half - down, max: half - down };
    }
    case 'unsigned':
      return { min: 0n, max: half * 2n };
    case 'either':
      return { min: -half, max: half * 2n };
  }
}

/** The check in words, for messages and documentation; without `moving`, which is another. */
export function checkText(check: Check): string {
  const parts: string[] = [];
  if (check.range) {
    const { kind, bits, rounded } = check.range;
    const down = rounded === undefined ? '' : ` - 2^${rounded - 1}`;
    const low = kind === 'unsigned' ? '0' : `-2^${bits - 1}${down}`;
    const high = kind === 'signed' ? `2^${bits - 1}${down}` : `2^${bits}`;
    parts.push(`${low} <= X < ${high}`);
  }
  if (check.multipleOf) {
    const unless = check.odd === 'exempt' ? ' or odd' : '';
    parts.push(`X is a multiple of ${check.multipleOf}${unless}`);
  }
  if (check.odd === 'required') parts.push('X is odd');
  if (check.rest) {
    const { without, bits, multipleOf } = check.rest;
    const left = without === 0 ? '|X|' : `|X| without ${without} leading piece${without > 1 ? 's' : ''}`;
    const multiple = multipleOf === undefined ? '' : ` and a multiple of ${multipleOf}`;
    parts.push(bits === 0 ? `${left} is 0` : `${left} is below 2^${bits}${multiple}`);
  }
  return parts.join(' and ') || 'none';
}
