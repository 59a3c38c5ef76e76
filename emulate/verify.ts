/** Runs an image's own prologue in an emulator and holds the result against the reference model. */
import { imageAt } from '../image/apply.ts';
import { type DigestState, digestState } from '../image/map/digest.ts';
import { type EntryRegister, entryRegisters, setRegisters } from '../image/map/entry-registers.ts';
import type { ImageMap, MapBeacon } from '../image/map/map.ts';
import { checkLateValues, openMapped, withinBlock } from '../image/map/mapped.ts';
import { hex, writeContainer } from '../image/memory/bytes.ts';
import { InputError } from '../image/trouble/errors.ts';
import { architectureNamed } from '../relocator-dsl/architectures.ts';
import type { Machine } from '../relocator-dsl/machine.ts';
import { lateAddresses } from './late-addresses.ts';
import { addressBits, emulatedMachine } from './machines/index.ts';
import { FILL, heldBytes, loaded, PAGE, runAt, STACK_SIZE } from './memory.ts';
import { qemuAvailable, runInQemu } from './qemu-user.ts';
import { type RefusedBase, refusedBases } from './refused-bases.ts';
import type { Region, Run, RunResult } from './types.ts';
import { runInUnicorn, unicornAvailable } from './unicorn.ts';

export const EMULATORS = ['unicorn', 'qemu-user'] as const;
export type Emulator = (typeof EMULATORS)[number];

/** The emulators that know the architecture, installed or not. */
export function emulatorsFor(arch: string): readonly Emulator[] {
  return EMULATORS.filter(
    (emulator) => emulator !== 'unicorn' || emulatedMachine(arch)?.unicorn !== undefined,
  );
}

export interface VerifyOptions {
  /** Load bases; default: those of `defaultBases` that the emulator can hold. */
  readonly bases?: readonly bigint[] | undefined;
  /** Addresses of late symbols; those left out get one next to the image. */
  readonly late?: ReadonlyMap<string, bigint> | undefined;
  /** Default: Unicorn, or qemu-user where there is none or it would not survive a damaged image. */
  readonly emulator?: Emulator | undefined;
  /** Told each step as it begins, in words for people; it changes nothing of the result. */
  readonly onStep?: ((step: string) => void) | undefined;
}

export interface VerifiedBase {
  readonly base: bigint;
  /** Instructions from the first byte to the entry; undefined where the emulator does not count. */
  readonly instructions: number | undefined;
  /** What was not as it must be; undefined when everything was. */
  readonly trouble: string | undefined;
}

export interface Verification {
  readonly emulator: Emulator;
  readonly relocations: number;
  readonly bases: readonly VerifiedBase[];
  /** Bases at which the prologue must stop; tried where no bases are given. */
  readonly refused: readonly (VerifiedBase & { readonly why: string })[];
  /** What registers hold when the entry is reached, and what the purgatory must set itself. */
  readonly registers: readonly EntryRegister[];
  /** How the blob stands to the digest of the map; `changed` is no verification whatever the runs say. */
  readonly digest: DigestState;
  /** True when no base had trouble, and nothing was changed where no loader writes. */
  readonly ok: boolean;
}

const GIB4 = 1n << 32n;
/** Of the largest pages that emulated machines have, in bytes. */
const LARGEST_PAGE = 0x4000n;
/** Bytes of the images' memory that runs of one batch may take together. */
const BATCH_MEMORY = 2 ** 26;

/** Undefined when some emulator can run code of `arch`, else what is missing and how to get it. */
export function emulatorMissing(arch: string): string | undefined {
  const unicorn = unicornAvailable(arch);
  const qemu = qemuAvailable(arch);
  if (unicorn === undefined || qemu === undefined) return undefined;
  return `no emulator can run ${arch} code here: ${unicorn}; ${qemu}`;
}

/**
 * Bases worth trying: the lowest page, odd pages, one that is aligned no better than the image needs, just under
 * 4 GiB, above it, and both ends of what the image allows. All are within the map's range and alignment.
 */
export function defaultBases(map: ImageMap): bigint[] {
  const align = BigInt(map.loadAlign);
  const size = (BigInt(map.memsz) + PAGE - 1n) & ~(PAGE - 1n);
  const wanted = [
    PAGE,
    0x7000n,
    0x12_3000n + align,
    0x3fff_f000n,
    0x8000_1000n,
    GIB4 - size,
    GIB4 - size / 2n,
    GIB4 + 0x7000n,
    0x12_3456_7000n,
    0x7fff_ffff_f000n - size,
    map.bases.min < PAGE ? PAGE : map.bases.min,
    map.bases.max,
  ];
  const last = (1n << BigInt(addressBits(machineOf(map)))) - size;
  const bases = new Set<bigint>();
  for (const each of wanted) {
    const base = each - (each % align);
    const allowed = base >= map.bases.min && base <= map.bases.max && withinBlock(map, base);
    if (base >= PAGE && allowed && base <= last) bases.add(base);
  }
  return [...bases].sort((a, b) => (a < b ? -1 : 1));
}

/**
 * Compares the digest of `blob`, then runs its prologue at each base, twice in a row, and compares every byte of the
 * image, the registers that the entry contract preserves or the entry is promised, and the stack; at bases that the
 * prologue must refuse, that it stops with its code and has written nothing.
 * @throws InputError when there is no emulator, a base is not allowed, or the map does not belong to the blob
 */
export async function verifyImage(
  blob: Uint8Array,
  map: ImageMap,
  options: VerifyOptions = {},
): Promise<Verification> {
  const { machine } = openMapped(blob, map);
  checkLateValues(map, machine, options.late ?? new Map());
  const emulator = chooseEmulator(map.arch, options.emulator);
  const wanted =
    options.bases ??
    withLateAddresses(
      map,
      machine,
      options.late,
      defaultBases(map).filter((base) => emulator === 'unicorn' || isInProcess(map, machine, base)),
    );
  if (wanted.length === 0) throw new InputError('no load base to verify at; pass --base');
  const bases: VerifiedBase[] = [];
  const batch = Math.max(1, Math.floor(BATCH_MEMORY / heldBytes(map)));
  for (let index = 0; index < wanted.length; index += batch) {
    bases.push(
      ...(await verifyBatch(blob, map, machine, emulator, options, wanted.slice(index, index + batch))),
    );
  }
  const refused = options.bases ? [] : await verifyRefusals(blob, map, machine, emulator, options);
  const digest = digestState(blob, map);
  const ok = [...bases, ...refused].every(({ trouble }) => trouble === undefined) && digest !== 'changed';
  const registers = entryRegisters(map, machine);
  return { emulator, relocations: map.fixups.length, bases, refused, registers, digest, ok };
}

/**
 * Those of `bases` at which late symbols can have addresses.
 * @throws InputError when there are bases, but none such
 */
function withLateAddresses(
  map: ImageMap,
  machine: Machine,
  given: ReadonlyMap<string, bigint> | undefined,
  bases: readonly bigint[],
): bigint[] {
  let first: InputError | undefined;
  const possible = bases.filter((base) => {
    try {
      lateAddresses(map, machine, base, given);
      return true;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      first ??= error;
      return false;
    }
  });
  if (possible.length === 0 && first) throw first;
  return possible;
}

/** Runs the prologue where it must stop. */
async function verifyRefusals(
  blob: Uint8Array,
  map: ImageMap,
  machine: Machine,
  emulator: Emulator,
  { late: given, onStep }: VerifyOptions,
): Promise<Verification['refused']> {
  const { stop } = map.prologue;
  if (!stop) return [];
  const size = (BigInt(map.memsz) + PAGE - 1n) & ~(PAGE - 1n);
  const highest = (1n << BigInt(addressBits(machine))) - size;
  const wanted = refusedBases(map, machine, PAGE, highest).filter(
    ({ base }) => emulator === 'unicorn' || isInProcess(map, machine, base),
  );
  const verified: (VerifiedBase & { why: string })[] = [];
  for (const refused of wanted) {
    const { base, why } = refused;
    const memory = loaded(blob, map, machine, given);
    const { again: _, ...run } = runAt(machine, map, memory, base);
    const device = deviceOf(stop.beacon, machine, run, emulator);
    // A beacon that no emulator shows is not reached.
    const offset = stop.beacon && !device ? stop.beacon.offset : stop.offset;
    const stops = [base + BigInt(offset), ...run.stop];
    const regions = [...run.regions, ...(device ? [device] : [])];
    const [result] = await runAll(emulator, [{ ...run, regions, stop: stops }], onStep);
    const trouble =
      refusalTrouble(machine, map, memory, refused, offset, result) ??
      (device && beaconTrouble(machine, map, device, refused, result));
    const counted = result !== undefined && result.instructions >= 0 ? result.instructions : undefined;
    verified.push({ base, why, instructions: counted, trouble });
  }
  return verified;
}

function refusalTrouble(
  machine: Machine,
  map: ImageMap,
  memory: Uint8Array,
  { base, code }: RefusedBase,
  stop: number,
  result: RunResult | undefined,
): string | undefined {
  if (result === undefined) return 'the emulator gave no result';
  const offset = result.stoppedAt - base;
  if (!result.reached || offset !== BigInt(stop)) {
    const why = result.reached ? 'the entry was reached' : (result.fault ?? 'the run ended');
    return `it was not refused: ${why} at offset ${hex(offset)}`;
  }
  const { register } = machine.entry.failure;
  const told = result.registers[register] ?? 0n;
  if (told !== BigInt(code)) return `${register} tells ${hex(told)}, and must tell ${hex(code)}`;
  const before = new Uint8Array(heldBytes(map));
  before.set(memory);
  const at = firstDifference(result.memory[0] ?? new Uint8Array(), before);
  return at === undefined
    ? undefined
    : `the byte at offset ${hex(at)} was written before the base was refused`;
}

/** The page that has the register in which a beacon shows; undefined where an emulator cannot have one. */
function deviceOf(
  beacon: MapBeacon | undefined,
  machine: Machine,
  { regions }: Run,
  emulator: Emulator,
): Region | undefined {
  if (!beacon || beacon.kind === 'port' || emulator !== 'unicorn') return undefined;
  const address = beacon.address & ~(LARGEST_PAGE - 1n);
  const end = address + LARGEST_PAGE;
  const isFree = regions.every((each) => each.address >= end || each.address + BigInt(each.size) <= address);
  if (!isFree || end > 1n << BigInt(addressBits(machine))) return undefined;
  const size = Number(LARGEST_PAGE);
  return { address, data: new Uint8Array(size).fill(FILL), size };
}

/** Why the device has other bytes than the beacon has to store. */
function beaconTrouble(
  { dataOrder }: Machine,
  { prologue }: ImageMap,
  device: Region,
  { code }: RefusedBase,
  result: RunResult | undefined,
): string | undefined {
  const { kind, address } = prologue.stop?.beacon ?? {};
  const expected = Uint8Array.from(device.data);
  const at = Number((address ?? 0n) - device.address);
  writeContainer(expected, at, kind === 'mmio' ? 4 : 1, dataOrder, BigInt(code));
  const found = result?.memory.at(-1) ?? new Uint8Array();
  const first = firstDifference(found, expected);
  if (first === undefined) return undefined;
  return `the beacon is not ${hex(code)} at ${hex(address ?? 0n)}: ${hex(found[first] ?? 0)} is at ${hex(device.address + BigInt(first))}`;
}

/** Whether the image is below the top quarter of a process's addresses, where its stack and vDSO may be. */
function isInProcess(map: ImageMap, machine: Machine, base: bigint): boolean {
  const top = 1n << BigInt(addressBits(machine));
  return base + BigInt(map.memsz) <= top - top / 4n;
}

async function verifyBatch(
  blob: Uint8Array,
  map: ImageMap,
  machine: Machine,
  emulator: Emulator,
  options: VerifyOptions,
  batch: readonly bigint[],
): Promise<VerifiedBase[]> {
  const attempts = batch.map((base) => {
    const late = lateAddresses(map, machine, base, options.late);
    const expected = new Uint8Array(heldBytes(map) - map.imageOffset);
    expected.set(imageAt(blob, map, base, late));
    return { base, expected, run: runAt(machine, map, loaded(blob, map, machine, late), base) };
  });
  const results = await runAll(
    emulator,
    attempts.map(({ run }) => run),
    options.onStep,
  );
  return attempts.map(({ base, expected, run }, index): VerifiedBase => {
    const once = results[index];
    const trouble =
      troubleOf(machine, map, run, once, expected) ??
      prefixed('entered a second time: ', troubleOf(machine, map, run, once?.again, expected));
    const counted = once !== undefined && once.instructions >= 0 ? once.instructions : undefined;
    return { base, instructions: counted, trouble };
  });
}

function machineOf(map: ImageMap): Machine {
  const architecture = architectureNamed(map.arch);
  if (!architecture) throw new InputError(`the map is for ${map.arch}, which this relocator does not know`);
  return architecture.machine;
}

function chooseEmulator(arch: string, wanted: Emulator | undefined): Emulator {
  const unicorn = unicornAvailable(arch);
  const qemu = qemuAvailable(arch);
  if (wanted === 'unicorn' && unicorn !== undefined) throw new InputError(unicorn);
  if (wanted === 'qemu-user' && qemu !== undefined) throw new InputError(qemu);
  const missing = emulatorMissing(arch);
  if (missing !== undefined) throw new InputError(missing);
  const survives = emulatedMachine(arch)?.unicorn?.fragile === undefined;
  return wanted ?? (unicorn === undefined && (survives || qemu !== undefined) ? 'unicorn' : 'qemu-user');
}

/** @throws InputError when qemu-user, which shares its address space with the image, cannot hold it there */
async function runAll(
  emulator: Emulator,
  runs: readonly Run[],
  onStep: VerifyOptions['onStep'],
): Promise<RunResult[]> {
  if (emulator === 'unicorn') {
    return runs.map((run) => {
      onStep?.(`running in unicorn at ${hex(run.start)}`);
      return runInUnicorn(run);
    });
  }
  onStep?.(`running in qemu-user at ${runs.map(({ start }) => hex(start)).join(', ')}`);
  try {
    return await runInQemu([...runs]);
  } catch (error) {
    const bases = runs.map(({ start }) => hex(start)).join(', ');
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError(
      `qemu-user cannot run the image at ${bases}: ${why}; choose other bases with --base`,
    );
  }
}

function prefixed(prefix: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : prefix + text;
}

function troubleOf(
  machine: Machine,
  map: ImageMap,
  run: Run,
  result: RunResult | undefined,
  expected: Uint8Array,
): string | undefined {
  if (result === undefined) return 'the emulator gave no result';
  const relative = result.stoppedAt - run.start;
  if (!result.reached) {
    return `the entry was not reached: ${result.fault ?? 'the run ended'} at offset ${hex(relative)}`;
  }
  const memory = result.memory[0]?.subarray(map.imageOffset) ?? new Uint8Array();
  const at = firstDifference(memory, expected);
  if (at !== undefined) return differenceText(map, at, memory, expected);
  const set = setRegisters(map, machine);
  for (const { name, offset } of set) {
    const now = result.registers[name];
    const wanted = BigInt.asUintN(machine.wordBits, run.start + BigInt(offset));
    if (now !== wanted) {
      return `register ${name}, from which the entry counts, is ${hex(now ?? 0n)} and must be ${hex(wanted)}`;
    }
  }
  const promised = new Set(set.map(({ name }) => name));
  for (const [name, value] of Object.entries(run.registers)) {
    if (promised.has(name)) continue;
    const now = result.registers[name];
    if (now !== BigInt.asUintN(machine.wordBits, value)) {
      return `register ${name}, which must be preserved, changed from ${hex(value)} to ${hex(now ?? 0n)}`;
    }
  }
  return stackTrouble(result.memory[1] ?? new Uint8Array(), machine.entry.stack?.bytes ?? 0);
}

/** The stack pointer is in the middle of `memory`; `used` bytes in front of it may be written. */
function stackTrouble(memory: Uint8Array, used: number): string | undefined {
  const pointer = STACK_SIZE / 2;
  const at = memory.findIndex((byte, index) => byte !== FILL && (index < pointer - used || index >= pointer));
  if (at < 0) return undefined;
  const distance = at < pointer ? `${pointer - at} bytes below` : `${at - pointer} bytes above`;
  return `the stack was written to, ${distance} the stack pointer`;
}

function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  if (Buffer.compare(a, b) === 0) return undefined;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) if (a[index] !== b[index]) return index;
  return length;
}

function differenceText(map: ImageMap, at: number, memory: Uint8Array, expected: Uint8Array): string {
  const offset = at + map.imageOffset;
  const section = map.sections.find((each) => offset >= each.offset && offset < each.offset + each.size);
  const fixup = map.fixups.find((each) => offset >= each.offset && offset < each.offset + 8);
  const parts = [
    `the byte at offset ${hex(offset)}`,
    section === undefined ? '' : ` (${section.name}+${hex(offset - section.offset)})`,
    ` is ${hex(memory[at] ?? 0)}, the reference model says ${hex(expected[at] ?? 0)}`,
    fixup === undefined ? '' : `; near it is ${fixup.type} against ${fixup.symbol} at ${hex(fixup.offset)}`,
  ];
  return parts.join('');
}
