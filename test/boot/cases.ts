/** What is booted, and what must come of it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildImage, bundleImage } from '../../index.ts';
import { FAILURES } from '../../relocator-dsl/entry.ts';
import { ROOT } from '../support/files.ts';
import { random } from '../support/random.ts';
import { bootCarried, bootDirectly, type DirectMachine, enterTwice, isDirect } from './direct.ts';
import { guestProgram, initramfs, loaderInitramfs } from './guest.ts';
import { fetchKernel } from './kernels.ts';
import type { BootMachine, Kernel, Start } from './machine.ts';
import { BOOT_MACHINES } from './machines/index.ts';
import { buildPurgatory, refusalText, type Source, tell } from './purgatories.ts';
import { type Boot, boot, scratch } from './qemu.ts';
import type { NamedCase } from './runner.ts';
import { consoleValue } from './told.ts';

/** relocator's own purgatories, as the package has them. */
const OWN = join(ROOT, 'purgatory/objects');
/** Processor time, in ms, in which a second kernel would have shown itself, had it been started. */
const QUIET = 20_000;

export interface Case extends NamedCase {
  readonly machine: BootMachine;
}

/** The purgatory of the negative controls. */
function controlled({ withDebian, own }: BootMachine): Source {
  return withDebian ? 'debian' : own;
}

interface Second {
  readonly kernel: Kernel;
  /** What only this kernel, with this command line and this initrd, says. */
  readonly proof: RegExp;
}

interface Payload extends Pick<Second, 'proof'> {
  readonly initrd: Buffer;
  readonly commandLine: string;
}

function payloadOf(machine: BootMachine, name: string, seed: bigint): Payload {
  const next = random(seed);
  const payload = Buffer.alloc(100_000, 0);
  for (let at = 0; at + 8 <= payload.length; at += 8) payload.writeBigUInt64LE(next(), at);
  const initrd = initramfs(guestProgram('proof', machine), new Map([['payload', payload]]));
  const token = `relocator=${name.replaceAll(/[^a-z0-9]+/gi, '-')}-${next().toString(16)}`;
  const commandLine = `${machine.console} quiet panic=-1 ${token}`;
  const digest = createHash('sha256').update(payload).digest('hex');
  return { initrd, commandLine, proof: new RegExp(`SECOND KERNEL <[^>]*${token}[^>]*> ${digest}`) };
}

function secondKernel(machine: BootMachine, name: string, seed: bigint): Second {
  const { initrd, commandLine, proof } = payloadOf(machine, name, seed);
  return { kernel: machine.place(fetchKernel(machine), initrd, commandLine), proof };
}

/** A purgatory that was told about a second kernel of its own. */
async function prepare(
  machine: BootMachine,
  source: Source,
  base: bigint,
  name: string,
  seed: bigint,
): Promise<Start & Pick<Second, 'proof'>> {
  const built = await buildPurgatory(machine, source);
  const { kernel, proof } = secondKernel(machine, name, seed);
  return { machine, built, blob: tell(machine, built, kernel), base, kernel, proof };
}

/** Boots the first kernel, which kexecs into the blob. `padding` puts the blob off the start of its pages. */
async function kexec(start: Start, rest: Pick<Boot, 'until' | 'ask'>, padding = 0): ReturnType<typeof boot> {
  const { machine, blob, built, base, kernel } = start;
  const data = Buffer.concat([Buffer.alloc(padding), blob]);
  const purgatory = { name: 'purgatory', address: base, data, memorySize: padding + built.map.memsz };
  const entry = base + BigInt(padding + (built.map.header?.offset ?? 0));
  const segments = [purgatory, ...kernel.segments];
  // A kernel leaves in another mode than the blob is entered in.
  const first = machine.step?.(entry);
  const archive = first
    ? loaderInitramfs(machine, first.address, [...segments, first])
    : loaderInitramfs(machine, entry, segments);
  const files = scratch(
    new Map([
      ['vmlinuz', fetchKernel(machine)],
      ['initrd', archive],
    ]),
  );
  try {
    const append = `${machine.console} quiet panic=-1`;
    const args = [
      '-kernel',
      `${files.folder}/vmlinuz`,
      '-initrd',
      `${files.folder}/initrd`,
      '-append',
      append,
    ];
    return await boot({ machine, args, ...rest });
  } finally {
    files.remove();
  }
}

/** Every case, with bases chosen by the seed. */
export function allCases(seed: bigint, fixedBase: bigint | undefined): Case[] {
  return BOOT_MACHINES.flatMap((machine) => {
    const next = random(seed);
    const bases = machine.windows.map(([low, high]) => {
      const page = low + (next() % (high - low));
      return fixedBase ?? page - (page % 0x1_0000n);
    });
    const sources = machine.withDebian ? ['debian', machine.own] : [machine.own];
    const positives = sources.flatMap((source) =>
      (fixedBase === undefined ? bases : bases.slice(0, 1)).map((base) => boots(machine, source, base, seed)),
    );
    const [base = 0n] = bases;
    return [
      ...positives,
      ...sources.map((source) => digestFlipped(machine, source, base, seed)),
      fixupsEmptied(machine, base, seed),
      misaligned(machine, base, seed),
      ...(machine.belowLast === undefined
        ? []
        : [outsideRange(machine, machine.belowLast, bases.at(-1) ?? base, seed)]),
      ...(isDirect(machine) ? bases.flatMap((each) => directCases(machine, each, seed)) : []),
    ];
  });
}

function directCases(machine: DirectMachine, base: bigint, seed: bigint): Case[] {
  const { carrier } = machine.direct;
  return [
    withoutFirstKernel(machine, base, seed),
    bundled(machine, base, seed, false),
    bundled(machine, base, seed, true),
    enteredTwice(machine, base),
    ...(carrier ? [carried(machine, carrier, base, seed)] : []),
  ];
}

function boots(machine: BootMachine, source: Source, base: bigint, seed: bigint): Case {
  const name = `${machine.debian} ${source} at 0x${base.toString(16)}`;
  return {
    name,
    machine,
    run: async () => {
      const { proof, ...start } = await prepare(machine, source, base, name, seed);
      const { log, seen, ended } = await kexec(start, { until: proof });
      return { passed: seen, why: seen ? 'the second kernel proved itself' : `ended by ${ended}`, log };
    },
  };
}

function digestFlipped(machine: BootMachine, source: Source, base: bigint, seed: bigint): Case {
  const name = `${machine.debian} ${source}, a bit of the digest flipped`;
  return {
    name,
    machine,
    run: async () => {
      const built = await buildPurgatory(machine, source);
      const { kernel, proof } = secondKernel(machine, name, seed);
      const blob = tell(machine, built, kernel, { flipDigest: true });
      const start = { machine, built, blob, base, kernel };
      if (!machine.saysRefusal) return stays(start, proof);
      const until = refusalText(source);
      const { log, seen, ended } = await kexec(start, { until });
      const passed = seen && !proof.test(log);
      return { passed, why: passed ? 'the purgatory refused' : `ended by ${ended}`, log };
    },
  };
}

function fixupsEmptied(machine: BootMachine, base: bigint, seed: bigint): Case {
  const source = controlled(machine);
  const name = `${machine.debian} ${source}, the fixup list emptied`;
  return {
    name,
    machine,
    run: async () => {
      const { proof, ...start } = await prepare(machine, source, base, name, seed);
      const { offset, size } = start.built.map.prologue.table;
      start.blob.fill(0, offset, offset + size);
      const ask = { when: /GUEST LOADED/, processorMs: QUIET, commands: [] };
      const { log, seen, ended } = await kexec(start, { until: proof, ask });
      const passed = !seen && /GUEST LOADED/.test(log) && ended !== 'timeout';
      return { passed, why: passed ? `no boot (${ended})` : `ended by ${ended}`, log };
    },
  };
}

/** Reads a register from the monitor's answer. */
function register(answer: string, name: string): bigint | undefined {
  const found = new RegExp(`\\b${name}(?: +|=)([0-9a-f]+)`, 'i').exec(answer)?.[1];
  return found === undefined ? undefined : BigInt(`0x${found}`);
}

/** The machine must be found inside of the purgatory, and nothing boot. */
async function stays(start: Start, proof: RegExp): ReturnType<Case['run']> {
  const { machine, built, base } = start;
  const ask = { when: /GUEST LOADED/, processorMs: QUIET, commands: ['info registers'] };
  const { log, answers, ended } = await kexec(start, { until: proof, ask });
  const [answer = ''] = answers;
  const [name] = machine.registers;
  const pc = register(answer, name) ?? 0n;
  const passed =
    ended === 'asked' && pc > base + BigInt(built.map.imageOffset) && pc < base + BigInt(built.map.size);
  const says = `at 0x${pc.toString(16)}`;
  return {
    passed,
    why: passed ? `the purgatory stays: ${says}` : `${says}, ended by ${ended}`,
    log: `${log}\n${answer}`,
  };
}

async function stops(start: Start, code: bigint, padding: number): ReturnType<Case['run']> {
  const { machine, built, base } = start;
  const ask = { when: /GUEST LOADED/, processorMs: QUIET, commands: ['info registers'] };
  const { log, answers, ended } = await kexec(start, { until: /SECOND KERNEL/, ask }, padding);
  const [pcName, codeName] = machine.registers;
  const [answer = ''] = answers;
  const pc = register(answer, pcName);
  const stop = base + BigInt(padding) + BigInt(built.prologue.labels.get('stop') ?? 0);
  const left = register(answer, codeName);
  const passed = ended === 'asked' && pc === stop && left === code;
  const says = `at 0x${pc?.toString(16)}, code 0x${left?.toString(16)}`;
  return {
    passed,
    why: passed ? `stopped: ${says}` : `${says}, wanted 0x${stop.toString(16)}, ended by ${ended}`,
    log: `${log}\n${answer}`,
  };
}

function misaligned(machine: BootMachine, base: bigint, seed: bigint): Case {
  const source = controlled(machine);
  const name = `${machine.debian} ${source} with checked, off its alignment`;
  return {
    name,
    machine,
    run: async () => {
      const built = await buildPurgatory(machine, source, { checked: true });
      const { kernel } = secondKernel(machine, name, seed);
      // Off by less than the image asks for, and by whole instructions.
      const padding = Math.min(0x40, built.map.loadAlign / 2);
      return stops(
        { machine, built, blob: tell(machine, built, kernel), base, kernel },
        BigInt(FAILURES.alignment.code),
        padding,
      );
    },
  };
}

/** An image whose fields cannot hold addresses as high as the base. */
function outsideRange(machine: BootMachine, source: Source, base: bigint, seed: bigint): Case {
  const name = `${machine.debian} ${source}, outside its load bases`;
  return {
    name,
    machine,
    run: async () => {
      const built = await buildPurgatory(machine, source);
      const { kernel } = secondKernel(machine, name, seed);
      const start = { machine, built, blob: tell(machine, built, kernel), base, kernel };
      return stops(start, BigInt(FAILURES.range.code), 0);
    },
  };
}

/** After the machine's reset nothing runs but a stub that sets the mode, and the blob. */
function withoutFirstKernel(machine: DirectMachine, base: bigint, seed: bigint): Case {
  const name = `${machine.debian} debian at 0x${base.toString(16)} without a first kernel`;
  return {
    name,
    machine,
    run: async () => {
      const { proof, blob: data, built, kernel } = await prepare(machine, 'debian', base, name, seed);
      const segments = [
        { name: 'purgatory', address: base, data, memorySize: built.map.memsz },
        ...kernel.segments,
      ];
      const { log, seen, ended } = await bootDirectly(machine, base, segments, proof);
      return { passed: seen, why: seen ? 'the kernel proved itself' : `ended by ${ended}`, log };
    },
  };
}

/** One file, made by bundleImage, is all that is in memory; with a bit of the kernel flipped in it nothing boots. */
function bundled(machine: DirectMachine, base: bigint, seed: bigint, flipped: boolean): Case {
  const { debian, arch, serial } = machine;
  const name = `${debian} a bundle at 0x${base.toString(16)}${flipped ? ', a bit of its kernel flipped' : ''}`;
  return {
    name,
    machine,
    run: async () => {
      const { proof, ...payload } = payloadOf(machine, name, seed);
      const object = readFileSync(join(OWN, `${arch}.ro`));
      const { blob, map } = await buildImage(object, { loaderWrites: 'relocator' });
      const set = new Map([['purgatory_console', consoleValue(map, serial)]]);
      const kernel = fetchKernel(machine);
      const bundle = bundleImage(blob, map, { kernel, ...payload, ...machine.direct.bundle(), base, set });
      const part = bundle.segments.find((each) => each.name === 'kernel');
      const data = Uint8Array.from(bundle.file);
      const at = (part?.offset ?? 0) + (part?.size ?? 0) - 1;
      if (flipped) data[at] = (data[at] ?? 0) ^ 1;
      const segment = { name: 'bundle', address: base, data, memorySize: bundle.memorySize };
      const until = flipped ? /check failed: sha256 digest/ : proof;
      const { log, seen, ended } = await bootDirectly(machine, base, [segment], until);
      const passed = seen && (!flipped || !proof.test(log));
      const went = flipped ? 'the purgatory refused' : 'the kernel proved itself';
      return { passed, why: passed ? went : `ended by ${ended}`, log };
    },
  };
}

function enteredTwice(machine: DirectMachine, base: bigint): Case {
  return {
    name: `${machine.debian} an image at 0x${base.toString(16)}, entered twice`,
    machine,
    run: async () => {
      const { why, log } = await enterTwice(machine, base);
      return { passed: why === undefined, why: why ?? 'its memory is as the reference model says', log };
    },
  };
}

/** The purgatory is compiled into the program that runs first, with the example loader. */
function carried(machine: DirectMachine, carrier: readonly string[], base: bigint, seed: bigint): Case {
  const { debian, own } = machine;
  const name = `${debian} ${own} at 0x${base.toString(16)}, carried by a program with examples/loader.c`;
  return {
    name,
    machine,
    run: async () => {
      const built = await buildPurgatory(machine, own);
      const { kernel, proof } = secondKernel(machine, name, seed);
      const { log, seen, ended } = await bootCarried(machine, carrier, built, base, kernel, proof);
      return { passed: seen, why: seen ? 'the kernel proved itself' : `ended by ${ended}`, log };
    },
  };
}
