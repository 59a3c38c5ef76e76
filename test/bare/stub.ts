/** The programs that run in front of and behind a blob: machines/<psABI>/stub.s, assembled for addresses. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { inFolder } from '../support/folder.ts';
import { sectionsOf, symbolsOf } from '../support/link-image.ts';
import { run } from '../support/run.ts';
import { toolsOf } from '../support/tools.ts';
import type { BareMachine } from './machine.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

export interface Program {
  readonly elf: Buffer;
  readonly code: Buffer;
  readonly symbols: ReadonlyMap<string, bigint>;
}

/** The next kernel at an address, which says the text. @throws as `assemble` does */
export function nextKernel(
  machine: BareMachine,
  address: bigint,
  symbols: Readonly<Record<string, bigint>>,
  text: string,
): Buffer {
  const program = assemble(machine, address, { ...symbols, NEXT_KERNEL: address });
  const at = program.symbols.get('text');
  if (at === undefined) throw new Error(`the stub of ${machine.arch} has no text`);
  // Assemblers fill up sections behind it.
  const code = program.code.subarray(0, Number(BigInt.asUintN(64, at) - BigInt.asUintN(64, address)));
  return Buffer.concat([code, Buffer.from(`${text}\n\0`)]);
}

/** Assembles the stub with symbols and links it at an address. @throws Error with what the tools said */
export function assemble(
  { arch, as: options = [] }: BareMachine,
  address: bigint,
  symbols: Readonly<Record<string, bigint>>,
): Program {
  const psabi = architectureNamed(arch)?.machine.psabi ?? arch;
  const { as, ld } = toolsOf(arch);
  return inFolder((file) => {
    const told = Object.entries(symbols).flatMap(([name, value]) => [
      '--defsym',
      `${name}=0x${value.toString(16)}`,
    ]);
    run(as, [...options, ...told, '-o', file('stub.o'), join(HERE, 'machines', psabi, 'stub.s')]);
    const script = `SECTIONS { .text 0x${address.toString(16)} : { *(.text) } /DISCARD/ : { *(*) } }\nENTRY(_start)\n`;
    writeFileSync(file('stub.lds'), script);
    run(ld, ['-T', file('stub.lds'), '-o', file('stub'), file('stub.o')]);
    const elf = readFileSync(file('stub'));
    const text = sectionsOf(elf).find(({ name }) => name === '.text');
    if (!text) throw new Error(`the stub of ${arch} has no .text`);
    return { elf, code: Buffer.from(text.data), symbols: symbolsOf(elf) };
  });
}
