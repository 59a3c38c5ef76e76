/** musl's dynamic linker relocates itself first (ldso/dlstart.c); from 1.2.4 on with DT_RELR, too. */
import { inOnePiece } from '../own-table.ts';
import {
  ARENA,
  dynamicBytes,
  fileOf,
  INSTRUCTIONS,
  imageBytes,
  type Peer,
  STACK,
  STACK_POINTER,
  segmentsOf,
  stackOf,
  TABLE,
  tableBytes,
} from '../peer.ts';

const AT_BASE = 7n;
const SUITE = 'trixie';

interface Port {
  readonly arch: string;
  readonly debian: string;
  readonly folder: string;
  readonly stackPointer: string;
}

const PORTS: readonly Port[] = [
  { arch: 'x86_64', debian: 'amd64', folder: 'x86_64-linux-musl', stackPointer: 'rsp' },
  { arch: 'i386', debian: 'i386', folder: 'i386-linux-musl', stackPointer: 'esp' },
  { arch: 'aarch64', debian: 'arm64', folder: 'aarch64-linux-musl', stackPointer: 'sp' },
  { arch: 'arm', debian: 'armhf', folder: 'arm-linux-musleabihf', stackPointer: 'sp' },
  { arch: 'riscv64', debian: 'riscv64', folder: 'riscv64-linux-musl', stackPointer: 'sp' },
  { arch: 's390x', debian: 's390x', folder: 's390x-linux-musl', stackPointer: 'r15' },
];

function peerOf({ arch, debian, folder, stackPointer }: Port): Peer {
  const { segments, dynamic, entry } = segmentsOf(fileOf('musl', debian, SUITE, `usr/lib/${folder}/libc.so`));
  return {
    name: 'musl, ldso/dlstart.c',
    from: `musl of ${SUITE}`,
    arch,
    kinds: ['rela', 'rel', 'relr'],
    differs: [],
    prepare: (vector) => {
      const { D } = vector;
      const table = tableBytes(arch, vector, ARENA);
      const memory = inOnePiece(segments, dynamic, dynamicBytes(arch, vector, table, TABLE));
      const at = (offset: bigint, data: Buffer) => ({ address: D + offset, data, size: data.length });
      return {
        image: 0,
        run: {
          arch,
          regions: [
            at(ARENA, imageBytes(arch, vector, 'before')),
            at(0n, memory),
            at(TABLE, table.length === 0 ? Buffer.alloc(16) : table),
            // No arguments and no environment.
            at(STACK, stackOf(arch, [0n, 0n, 0n, AT_BASE, D, 0n, 0n])),
          ],
          start: D + entry,
          stop: [],
          registers: { [stackPointer]: D + STACK + STACK_POINTER },
          maxInstructions: INSTRUCTIONS,
          strictAlignment: false,
        },
      };
    },
  };
}

export const MUSL: readonly Peer[] = PORTS.map(peerOf);
