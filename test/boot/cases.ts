/** What is booted, and what must come of it. */
import { createHash } from 'node:crypto';
import type { BuiltImage } from '../../index.ts';
import { FAILURES } from '../../relocator-dsl/entry.ts';
import type { BootArchitecture } from '../../scripts/debian-packages.ts';
import { random } from '../support/random.ts';
import { placeLinux as placeArm64 } from './arm64.ts';
import { bootCarried, bootDirectly, type DirectArchitecture, enterTwice } from './direct.ts';
import { guestProgram, initramfs, loaderInitramfs } from './guest.ts';
import { fetchKernel } from './kernels.ts';
import { buildPurgatory, refusalText, type Source, tell } from './purgatories.ts';
import { type Boot, boot, scratch } from './qemu.ts';
import { placeLinux as placeS390x, step } from './s390x.ts';
import { type Kernel, placeLinux as placeX86 } from './x86.ts';

const TIMEOUT = 240_000;
/** Long enough for a second kernel to show itself, had it been started. */
const QUIET = 20_000;

export interface Case {
  readonly name: string;
  readonly architecture: BootArchitecture;
  readonly run: () => Promise<{ passed: boolean; why: string; log: string }>;
}

/** Where purgatories may stand: pages of memory that nothing else of the test uses, one range above 4 GiB. */
const WINDOWS: Readonly<Record<BootArchitecture, readonly (readonly [bigint, bigint])[]>> = {
  amd64: [
    [0x2200_0000n, 0x3e00_0000n],
    [0x4000_0000n, 0xb000_0000n],
    [0x1_0000_0000n, 0x1_3000_0000n],
  ],
  i386: [
    [0x2200_0000n, 0x2600_0000n],
    [0x2600_0000n, 0x2a00_0000n],
    [0x2a00_0000n, 0x2e00_0000n],
  ],
  arm64: [
    [0x4200_0000n, 0x4e00_0000n],
    [0x8000_0000n, 0xf000_0000n],
    [0x1_0000_0000n, 0x1_6000_0000n],
  ],
  s390x: [
    [0x0800_0000n, 0x3000_0000n],
    [0x4000_0000n, 0xb000_0000n],
    [0x1_0000_0000n, 0x1_3000_0000n],
  ],
};

/** Debian's purgatory for s390x only serves the crash path, where the kernel itself moves memory aside for it. */
const DEBIAN: ReadonlySet<BootArchitecture> = new Set<BootArchitecture>(['amd64', 'arm64', 'i386']);

/** The purgatory of the negative controls. */
function controlled(architecture: BootArchitecture): Source {
  return DEBIAN.has(architecture) ? 'debian' : OWN[architecture];
}

const OWN: Readonly<Record<BootArchitecture, Source>> = {
  amd64: 'x86_64-gcc-pichidden-Os.ro',
  i386: 'i386-gcc-nopic-Os.ro',
  arm64: 'aarch64-gcc-large-Os.ro',
  s390x: 's390x-gcc-nopic-Os.ro',
};

const CONSOLE: Readonly<Record<BootArchitecture, string>> = {
  amd64: 'console=ttyS0',
  i386: 'console=ttyS0',
  arm64: 'console=ttyAMA0',
  s390x: 'console=ttysclp0',
};

const PLACE: Readonly<
  Record<BootArchitecture, (image: Buffer, initrd: Buffer, commandLine: string) => Kernel>
> = {
  amd64: (...parts) => placeX86(...parts, 64),
  i386: (...parts) => placeX86(...parts, 32),
  arm64: placeArm64,
  s390x: placeS390x,
};

interface Second {
  readonly kernel: Kernel;
  /** What only this kernel, with this command line and this initrd, says. */
  readonly proof: RegExp;
}

function secondKernel(architecture: BootArchitecture, name: string, seed: bigint): Second {
  const next = random(seed);
  const payload = Buffer.alloc(100_000, 0);
  for (let at = 0; at + 8 <= payload.length; at += 8) payload.writeBigUInt64LE(next(), at);
  const initrd = initramfs(guestProgram('proof', architecture), new Map([['payload', payload]]));
  const token = `relocator=${name.replaceAll(/[^a-z0-9]+/gi, '-')}-${next().toString(16)}`;
  const commandLine = `${CONSOLE[architecture]} quiet panic=-1 ${token}`;
  const digest = createHash('sha256').update(payload).digest('hex');
  const image = fetchKernel(architecture);
  const kernel = PLACE[architecture](image, initrd, commandLine);
  return { kernel, proof: new RegExp(`SECOND KERNEL <[^>]*${token}[^>]*> ${digest}`) };
}

interface Start {
  readonly architecture: BootArchitecture;
  readonly blob: Uint8Array;
  readonly built: BuiltImage;
  readonly base: bigint;
  readonly kernel: Kernel;
}

/** A purgatory that was told about a second kernel of its own. */
async function prepare(
  architecture: BootArchitecture,
  source: Source,
  base: bigint,
  name: string,
  seed: bigint,
): Promise<Start & Pick<Second, 'proof'>> {
  const built = await buildPurgatory(architecture, source);
  const { kernel, proof } = secondKernel(architecture, name, seed);
  return { architecture, built, blob: tell(built, kernel), base, kernel, proof };
}

/** Boots the first kernel, which kexecs into the blob. `padding` puts the blob off the start of its pages. */
async function kexec(
  start: Start,
  rest: Pick<Boot, 'until' | 'timeoutMs' | 'ask'>,
  padding = 0,
): ReturnType<typeof boot> {
  const { architecture, blob, built, base, kernel } = start;
  const data = Buffer.concat([Buffer.alloc(padding), blob]);
  const purgatory = { name: 'purgatory', address: base, data, memorySize: padding + built.map.memsz };
  const entry = base + BigInt(padding);
  const segments = [purgatory, ...kernel.segments];
  // A kernel leaves in another mode than the blob is entered in.
  const first = architecture === 's390x' ? step(entry) : undefined;
  const archive = first
    ? loaderInitramfs(architecture, first.address, [...segments, first])
    : loaderInitramfs(architecture, entry, segments);
  const files = scratch(
    new Map([
      ['vmlinuz', fetchKernel(architecture)],
      ['initrd', archive],
    ]),
  );
  try {
    const append = `${CONSOLE[architecture]} quiet panic=-1`;
    const args = [
      '-kernel',
      `${files.folder}/vmlinuz`,
      '-initrd',
      `${files.folder}/initrd`,
      '-append',
      append,
    ];
    return await boot({ architecture, args, ...rest });
  } finally {
    files.remove();
  }
}

/** Every case, with bases chosen by the seed. */
export function allCases(seed: bigint, fixedBase: bigint | undefined): Case[] {
  return (['amd64', 'arm64', 'i386', 's390x'] as const).flatMap((architecture) => {
    const next = random(seed);
    const bases = WINDOWS[architecture].map(([low, high]) => {
      const page = low + (next() % (high - low));
      return fixedBase ?? page - (page % 0x1_0000n);
    });
    const sources = DEBIAN.has(architecture) ? ['debian', OWN[architecture]] : [OWN[architecture]];
    const positives = sources.flatMap((source) =>
      (fixedBase === undefined ? bases : bases.slice(0, 1)).map((base) =>
        boots(architecture, source, base, seed),
      ),
    );
    const [base = 0n] = bases;
    return [
      ...positives,
      ...sources.map((source) => digestFlipped(architecture, source, base, seed)),
      fixupsEmptied(architecture, base, seed),
      misaligned(architecture, base, seed),
      ...(architecture === 'amd64' ? [outsideRange(bases[2] ?? base, seed)] : []),
      ...(architecture === 'i386' || architecture === 's390x'
        ? []
        : bases.flatMap((each) => [
            withoutFirstKernel(architecture, each, seed),
            enteredTwice(architecture, each),
            ...(architecture === 'arm64' ? [carried(each, seed)] : []),
          ])),
    ];
  });
}

function boots(architecture: BootArchitecture, source: Source, base: bigint, seed: bigint): Case {
  const name = `${architecture} ${source} at 0x${base.toString(16)}`;
  return {
    name,
    architecture,
    run: async () => {
      const { proof, ...start } = await prepare(architecture, source, base, name, seed);
      const { log, seen, ended } = await kexec(start, { until: proof, timeoutMs: TIMEOUT });
      return { passed: seen, why: seen ? 'the second kernel proved itself' : `ended by ${ended}`, log };
    },
  };
}

function digestFlipped(architecture: BootArchitecture, source: Source, base: bigint, seed: bigint): Case {
  const name = `${architecture} ${source}, a bit of the digest flipped`;
  return {
    name,
    architecture,
    run: async () => {
      const built = await buildPurgatory(architecture, source);
      const { kernel, proof } = secondKernel(architecture, name, seed);
      const start = { architecture, built, blob: tell(built, kernel, { flipDigest: true }), base, kernel };
      // s390x has no console that a purgatory could write to: it just does not go on.
      if (architecture === 's390x') return stays(start, proof);
      const until = refusalText(source);
      const { log, seen, ended } = await kexec(start, { until, timeoutMs: TIMEOUT });
      const passed = seen && !proof.test(log);
      return { passed, why: passed ? 'the purgatory refused' : `ended by ${ended}`, log };
    },
  };
}

function fixupsEmptied(architecture: BootArchitecture, base: bigint, seed: bigint): Case {
  const source = controlled(architecture);
  const name = `${architecture} ${source}, the fixup list emptied`;
  return {
    name,
    architecture,
    run: async () => {
      const { proof, ...start } = await prepare(architecture, source, base, name, seed);
      const { offset, size } = start.built.map.prologue.table;
      start.blob.fill(0, offset, offset + size);
      const ask = { when: /GUEST LOADED/, afterMs: QUIET, commands: [] };
      const { log, seen, ended } = await kexec(start, { until: proof, timeoutMs: TIMEOUT, ask });
      const passed = !seen && /GUEST LOADED/.test(log) && ended !== 'timeout';
      return { passed, why: passed ? `no boot (${ended})` : `ended by ${ended}`, log };
    },
  };
}

/** Reads a register from the monitor's answer. */
function register(answer: string, name: string): bigint | undefined {
  const found = new RegExp(`\\b${name}[ =]([0-9a-f]+)`, 'i').exec(answer)?.[1];
  return found === undefined ? undefined : BigInt(`0x${found}`);
}

const REGISTERS: Readonly<Record<BootArchitecture, readonly [pc: string, code: string]>> = {
  amd64: ['RIP', 'RAX'],
  i386: ['EIP', 'EAX'],
  arm64: ['PC', 'X12'],
  s390x: ['addr', 'R00'],
};

/** The machine must be found inside of the purgatory, and nothing boot. */
async function stays(start: Start, proof: RegExp): ReturnType<Case['run']> {
  const { architecture, built, base } = start;
  const ask = { when: /GUEST LOADED/, afterMs: QUIET, commands: ['info registers'] };
  const { log, answers, ended } = await kexec(start, { until: proof, timeoutMs: TIMEOUT, ask });
  const [answer = ''] = answers;
  const [name] = REGISTERS[architecture];
  const pc = register(answer, name) ?? 0n;
  const passed =
    ended === 'asked' && pc > base + BigInt(built.map.imageOffset) && pc < base + BigInt(built.map.size);
  const says = `${name} 0x${pc.toString(16)}`;
  return {
    passed,
    why: passed ? `the purgatory stays: ${says}` : `${says}, ended by ${ended}`,
    log: `${log}\n${answer}`,
  };
}

async function stops(start: Start, code: bigint, padding: number): ReturnType<Case['run']> {
  const { architecture, built, base } = start;
  const ask = { when: /GUEST LOADED/, afterMs: QUIET, commands: ['info registers'] };
  const { log, answers, ended } = await kexec(
    start,
    { until: /SECOND KERNEL/, timeoutMs: TIMEOUT, ask },
    padding,
  );
  const [pcName, codeName] = REGISTERS[architecture];
  const [answer = ''] = answers;
  const pc = register(answer, pcName);
  const stop = base + BigInt(padding) + BigInt(built.prologue.labels.get('stop') ?? 0);
  const left = register(answer, codeName);
  const passed = ended === 'asked' && pc === stop && left === code;
  const says = `${pcName} 0x${pc?.toString(16)}, ${codeName} 0x${left?.toString(16)}`;
  return {
    passed,
    why: passed ? `stopped: ${says}` : `${says}, wanted 0x${stop.toString(16)}, ended by ${ended}`,
    log: `${log}\n${answer}`,
  };
}

function misaligned(architecture: BootArchitecture, base: bigint, seed: bigint): Case {
  const source = controlled(architecture);
  const name = `${architecture} ${source} with checked, off its alignment`;
  return {
    name,
    architecture,
    run: async () => {
      const built = await buildPurgatory(architecture, source, { checked: true });
      const { kernel } = secondKernel(architecture, name, seed);
      // Off by less than the image asks for, and by whole instructions.
      const padding = Math.min(0x40, built.map.loadAlign / 2);
      return stops(
        { architecture, built, blob: tell(built, kernel), base, kernel },
        BigInt(FAILURES.alignment.code),
        padding,
      );
    },
  };
}

/** An image whose 32-bit fields cannot hold addresses above 2 GiB. */
function outsideRange(base: bigint, seed: bigint): Case {
  const name = 'amd64 x86_64-gcc-small-Os.ro, outside its load bases';
  return {
    name,
    architecture: 'amd64',
    run: async () => {
      const built = await buildPurgatory('amd64', 'x86_64-gcc-small-Os.ro');
      const { kernel } = secondKernel('amd64', name, seed);
      const start = { architecture: 'amd64' as const, built, blob: tell(built, kernel), base, kernel };
      return stops(start, BigInt(FAILURES.range.code), 0);
    },
  };
}

/** After the machine's reset nothing runs but a stub that sets the mode, and the blob. */
function withoutFirstKernel(architecture: DirectArchitecture, base: bigint, seed: bigint): Case {
  const name = `${architecture} debian at 0x${base.toString(16)} without a first kernel`;
  return {
    name,
    architecture,
    run: async () => {
      const { proof, blob: data, built, kernel } = await prepare(architecture, 'debian', base, name, seed);
      const segments = [
        { name: 'purgatory', address: base, data, memorySize: built.map.memsz },
        ...kernel.segments,
      ];
      const { log, seen, ended } = await bootDirectly(architecture, base, segments, proof, TIMEOUT);
      return { passed: seen, why: seen ? 'the kernel proved itself' : `ended by ${ended}`, log };
    },
  };
}

function enteredTwice(architecture: DirectArchitecture, base: bigint): Case {
  return {
    name: `${architecture} an image at 0x${base.toString(16)}, entered twice`,
    architecture,
    run: async () => {
      const { why, log } = await enterTwice(architecture, base);
      return { passed: why === undefined, why: why ?? 'its memory is as the reference model says', log };
    },
  };
}

/** The purgatory is compiled into the program that runs first, with the example loader. */
function carried(base: bigint, seed: bigint): Case {
  const name = `arm64 ${OWN.arm64} at 0x${base.toString(16)}, carried by a program with examples/loader.c`;
  return {
    name,
    architecture: 'arm64',
    run: async () => {
      const built = await buildPurgatory('arm64', OWN.arm64);
      const { kernel, proof } = secondKernel('arm64', name, seed);
      const { log, seen, ended } = await bootCarried(built, base, kernel, proof, TIMEOUT);
      return { passed: seen, why: seen ? 'the kernel proved itself' : `ended by ${ended}`, log };
    },
  };
}
