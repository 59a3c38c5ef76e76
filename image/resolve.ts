/**
 * Evaluates every relocation with the reference model: at link base 0 for building, where the motion analysis tells
 * what is final from what is left to do, or directly at any base, without that analysis, to check the former.
 */
import { checkText } from '../relocator-dsl/check.ts';
import { fieldMotion } from '../relocator-dsl/motion.ts';
import { readContainer, writeContainer } from './bytes.ts';
import { InputError } from './errors.ts';
import type { Application, ImageSource, LateValues, Layout } from './source.ts';
import { placeText, type Trouble, throwTroubles } from './troubles.ts';

/** A relocation that cannot be finished at build time. */
export interface Fixup {
  readonly application: Application;
  /** The value at link base 0, a machine word, and how it changes with the load base. */
  readonly value: bigint;
  /** 0 for late symbols whose value does not move otherwise. */
  readonly coefficient: -1n | 0n | 1n;
  /** True when the value is exact for any slide, false when only for multiples of a page. */
  readonly linear: boolean;
}

/** The load base must be a multiple of `bytes` on account of `why`. */
export interface Modulus {
  readonly bytes: bigint;
  readonly why: string;
}

export interface Resolved {
  /** The bytes [imageOffset, size) at link base 0. */
  readonly image: Uint8Array;
  readonly fixups: readonly Fixup[];
  /** The strictest one. */
  readonly modulus: Modulus;
  readonly settled: number;
}

const NOTHING_LATE: LateValues = new Map();

/**
 * Resolves the image at link base 0.
 * @throws InputError naming every relocation that fails, or that overlaps another
 */
export function resolve(source: ImageSource, layout: Layout): Resolved {
  const applications = source.applications(layout);
  checkOverlaps(applications);
  const image = source.contents(layout);
  const troubles: Trouble[] = [];
  const fixups: Fixup[] = [];
  let modulus: Modulus = { bytes: 1n, why: 'nothing' };
  let settled = 0;
  for (const application of applications) {
    const { rule, value: expression, target, motion, origin } = application;
    const model = modelOf(source, application);
    const value = model.value(application.letters(0n, NOTHING_LATE));
    const moves = fieldMotion({ ...rule, value: expression }, motion);
    const multiple = BigInt(rule.check.multipleOf ?? 1);
    const needed = moves.coefficient !== 0n && multiple > moves.modulus ? multiple : moves.modulus;
    if (needed > modulus.bytes) modulus = { bytes: needed, why: placeText(origin) };
    const trouble = (why: string, remedy: string): void => {
      troubles.push({ ...origin, why, remedy });
    };
    insert(source, image, application, layout.imageOffset, value);
    const { coefficient } = moves;
    if (coefficient !== 0n && coefficient !== 1n && coefficient !== -1n) {
      trouble(`its value changes by ${coefficient} times the slide`, 'rewrite the expression in the source');
    } else if (target.kind === 'late' || coefficient !== 0n) {
      if (target.kind !== 'late' && value % multiple !== 0n) {
        trouble(
          `value 0x${value.toString(16)} is not a multiple of ${multiple}`,
          `align the symbol and its addend to ${multiple} bytes`,
        );
      }
      fixups.push({ application, value, coefficient, linear: moves.modulus === 1n });
    } else {
      settled++;
      const why = model.check(value);
      if (why !== undefined) trouble(why, remedyFor(application, value));
    }
  }
  throwTroubles(troubles);
  return { image, fixups, modulus, settled };
}

/**
 * The image as it stands at `base`, every relocation evaluated there.
 * @param skip blob offsets of relocations that are left as at link base 0
 * @throws InputError naming every relocation whose check fails at that base
 */
export function resolveAt(
  source: ImageSource,
  layout: Layout,
  base: bigint,
  late: LateValues,
  skip: ReadonlySet<number>,
): Uint8Array {
  const applications = source.applications(layout);
  checkOverlaps(applications);
  const image = source.contents(layout);
  const troubles: Trouble[] = [];
  for (const application of applications) {
    const model = modelOf(source, application);
    const skipped = skip.has(application.offset);
    const value = model.value(application.letters(skipped ? 0n : base, late));
    const why = skipped ? undefined : model.check(value);
    if (why !== undefined) {
      const remedy = `choose another load base than 0x${base.toString(16)}`;
      troubles.push({ ...application.origin, why, remedy });
    }
    insert(source, image, application, layout.imageOffset, value);
  }
  throwTroubles(troubles);
  return image;
}

function modelOf({ model }: ImageSource, { rule }: Application) {
  const found = model.rules.get(rule.name);
  if (!found) throw new RangeError(`${rule.name} has no reference model`);
  return found;
}

function insert(
  source: ImageSource,
  image: Uint8Array,
  application: Application,
  imageOffset: number,
  value: bigint,
): void {
  const { machine } = source.architecture;
  const { bytes, kind } = application.rule.field;
  const order = kind === 'word' ? machine.dataOrder : machine.instructionOrder;
  const at = application.offset - imageOffset;
  const old = readContainer(image, at, bytes, order);
  writeContainer(image, at, bytes, order, modelOf(source, application).insert(old, value));
}

function remedyFor({ rule, target }: Application, value: bigint): string {
  const multiple = BigInt(rule.check.multipleOf ?? 1);
  if (value % multiple !== 0n) return `align the symbol and its addend to ${multiple} bytes`;
  const range = rule.check.range ? `it must satisfy ${checkText(rule.check)}; ` : '';
  if (target.kind === 'absolute')
    return `${range}choose a wider relocation or another address for the symbol`;
  return `${range}bring the two places nearer together, or compile with a larger code model (-mcmodel=large)`;
}

/** @throws InputError naming both when two relocations touch the same bytes */
function checkOverlaps(applications: readonly Application[]): void {
  const sorted = [...applications].sort((a, b) => a.offset - b.offset);
  const troubles: string[] = [];
  for (const [index, application] of sorted.entries()) {
    const following = sorted[index + 1];
    if (!following || application.offset + application.rule.field.bytes <= following.offset) continue;
    troubles.push(
      `${placeText(application.origin)} and ${placeText(following.origin)} patch the same bytes; ` +
        'the order in which they apply is not defined, so rebuild the object',
    );
  }
  if (troubles.length > 0) throw new InputError(troubles);
}
