/** musl's dynamic linker relocates itself first (ldso/dlstart.c); from 1.2.4 on with DT_RELR, too. */
import { ARENA, INSTRUCTIONS, type Peer, type Port, region, STACK, TABLE } from '../peer.ts';
import { fileOf, inOnePiece, programOf } from '../program.ts';
import { dynamicBytes, imageBytes, STACK_POINTER, stackBytes, tableBytes } from '../vector-bytes.ts';

const AT_BASE = 7n;

const MACHINES = [
  { arch: 'x86_64', debian: 'amd64', folder: 'x86_64-linux-musl', stackPointer: 'rsp' },
  { arch: 'i386', debian: 'i386', folder: 'i386-linux-musl', stackPointer: 'esp' },
  { arch: 'aarch64', debian: 'arm64', folder: 'aarch64-linux-musl', stackPointer: 'sp' },
  { arch: 'arm', debian: 'armhf', folder: 'arm-linux-musleabihf', stackPointer: 'sp' },
  { arch: 'riscv64', debian: 'riscv64', folder: 'riscv64-linux-musl', stackPointer: 'sp' },
  { arch: 's390x', debian: 's390x', folder: 's390x-linux-musl', stackPointer: 'r15' },
];

function peerOf({ arch, debian, folder, stackPointer }: (typeof MACHINES)[number]): Peer {
  const port: Port = {
    ...{ name: 'musl, ldso/dlstart.c', package: 'musl', suite: 'trixie', debian, arch },
    path: `usr/lib/${folder}/libc.so`,
    kinds: ['rela', 'rel', 'relr'],
  };
  const program = programOf(fileOf(port));
  return {
    ...port,
    prepare: (vector) => {
      const { D } = vector;
      const table = tableBytes(arch, vector, ARENA);
      const memory = inOnePiece(program, program.dynamic, dynamicBytes(arch, vector, table, TABLE));
      // No arguments and no environment.
      const stack = stackBytes(arch, [0n, 0n, 0n, AT_BASE, D, 0n, 0n]);
      return {
        image: 0,
        run: {
          arch,
          regions: [
            region(D + ARENA, imageBytes(arch, vector, 'before')),
            region(D, memory),
            region(D + TABLE, table, Math.max(table.length, 16)),
            region(D + STACK, stack),
          ],
          start: D + program.entry,
          stop: [],
          registers: { [stackPointer]: D + STACK + STACK_POINTER },
          maxInstructions: INSTRUCTIONS,
          strictAlignment: false,
        },
      };
    },
  };
}

export const MUSL: readonly Peer[] = MACHINES.map(peerOf);
