/** gnu-efi's loop, a function of the library that applications of UEFI are linked with (gnuefi/reloc_<machine>.c). */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolchainOf } from '../../machines/index.ts';
import { sectionsOf } from '../../support/link-image.ts';
import type { LoopVector } from '../../support/loop-vectors.ts';
import { run } from '../../support/run.ts';
import {
  ARENA,
  dynamicBytes,
  fileOf,
  INSTRUCTIONS,
  imageBytes,
  type Peer,
  STACK,
  STACK_POINTER,
  stackOf,
  TABLE,
  tableBytes,
} from '../peer.ts';

const SUITE = 'bookworm';
/** Where the function stands; behind it what a call of it is to return to. */
const CODE = 0x30_0000n;
const BACK = CODE + 0x8000n;
const DYNAMIC = TABLE + 0x8000n;

interface Port {
  readonly arch: string;
  readonly debian: string;
  readonly library: string;
  readonly object: string;
  readonly kind: LoopVector['kind'];
  readonly differs: Peer['differs'];
  /** How a C function is called with two arguments. */
  call(
    base: bigint,
    dynamic: bigint,
    back: bigint,
    stack: bigint,
  ): { registers: Record<string, bigint>; stack: bigint[] };
}

const PORTS: readonly Port[] = [
  {
    ...{
      arch: 'x86_64',
      debian: 'amd64',
      library: 'usr/lib/libgnuefi.a',
      object: 'reloc_x86_64.o',
      kind: 'rela',
    },
    differs: [
      {
        vectors: /^rela (?!empty|addend-0)/,
        why: 'it passes r_addend over and adds the load base to what the place holds; GNU ld stores the addend there, too',
      },
    ],
    call: (base, dynamic, back, stack) => ({
      registers: { rdi: base, rsi: dynamic, rsp: stack },
      stack: [back],
    }),
  },
  {
    ...{ arch: 'i386', debian: 'i386', library: 'usr/lib/libgnuefi.a', object: 'reloc_ia32.o', kind: 'rel' },
    differs: [],
    call: (base, dynamic, back, stack) => ({
      registers: { esp: stack },
      stack: [back, base, dynamic, 0n, 0n],
    }),
  },
  {
    ...{
      arch: 'aarch64',
      debian: 'arm64',
      library: 'usr/lib/libgnuefi.a',
      object: 'reloc_aarch64.o',
      kind: 'rela',
    },
    differs: [],
    call: (base, dynamic, back, stack) => ({
      registers: { x0: base, x1: dynamic, x30: back, sp: stack },
      stack: [],
    }),
  },
  {
    ...{ arch: 'arm', debian: 'armhf', library: 'usr/lib/libgnuefi.a', object: 'reloc_arm.o', kind: 'rel' },
    differs: [],
    call: (base, dynamic, back, stack) => ({
      registers: { r0: base, r1: dynamic, lr: back, sp: stack },
      stack: [],
    }),
  },
];

/** The function alone, linked at 0. */
function codeOf({ arch, debian, library, object }: Port): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'gnu-efi-'));
  try {
    writeFileSync(join(folder, 'lib.a'), fileOf('gnu-efi', debian, SUITE, library));
    run(['ar'], ['x', 'lib.a', object], { cwd: folder });
    run(toolchainOf(arch).ld, ['-Ttext', '0', '-e', '_relocate', '-o', 'out', object], { cwd: folder });
    const text = sectionsOf(readFileSync(join(folder, 'out'))).find(({ name }) => name === '.text');
    if (!text) throw new Error(`${object} has no code`);
    return text.data;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function peerOf(port: Port): Peer {
  const { arch, kind, object, differs, call } = port;
  const code = codeOf(port);
  return {
    name: `gnu-efi, gnuefi/${object.replace(/o$/, 'c')}`,
    from: `gnu-efi of ${SUITE}`,
    arch,
    kinds: [kind],
    differs,
    prepare: (vector) => {
      const { D } = vector;
      const table = tableBytes(arch, vector, ARENA);
      const at = (offset: bigint, data: Uint8Array, size = data.length) => ({
        address: D + offset,
        data,
        size,
      });
      const { registers, stack } = call(D, D + DYNAMIC, D + BACK, D + STACK + STACK_POINTER);
      return {
        image: 0,
        run: {
          arch,
          regions: [
            at(ARENA, imageBytes(arch, vector, 'before')),
            at(CODE, code, 0x9000),
            at(TABLE, table, 0x8000),
            at(DYNAMIC, dynamicBytes(arch, vector, table, TABLE)),
            at(STACK, stackOf(arch, stack)),
          ],
          start: D + CODE,
          stop: [D + BACK],
          registers,
          maxInstructions: INSTRUCTIONS,
          strictAlignment: false,
        },
      };
    },
  };
}

export const GNU_EFI: readonly Peer[] = PORTS.map(peerOf);
