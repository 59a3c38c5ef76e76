/** Structures that the header declares: what C compilers make of them, and that one family's are not another's. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type BuiltImage, emitBlob } from '../../index.ts';
import { filled } from '../support/filled-structures.ts';
import { fillingC } from '../support/filling-programs.ts';
import { inFolder, inFolderUntil } from '../support/folder.ts';
import { attempt, type Ended, run } from '../support/run.ts';
import { STRUCTURED } from '../support/structured-images.ts';

type File = (name: string) => string;

function emit({ blob, map }: BuiltImage, file: File, prefix = 'purgatory', name = 'p'): void {
  const options = { emit: 'c', path: file(`${name}.c`), prefix } as const;
  for (const [path, content] of emitBlob(blob, map, options)) writeFileSync(path, content);
}

const STRICT = ['-Wall', '-Wextra', '-Werror'];

describe.each(STRUCTURED)('%s', (_name, build) => {
  test.each([
    ['gcc', '-std=c99'],
    ['gcc', '-std=gnu17'],
    ['clang-16', '-std=c11'],
  ])('%s %s fills the structures in the order that is told', async (compiler, standard) => {
    const built = await build();
    const { symbols, image } = filled(built);
    expect(symbols).not.toEqual([]);
    inFolder((file) => {
      emit(built, file);
      writeFileSync(file('main.c'), fillingC(symbols));
      run([compiler, standard, ...STRICT], ['-o', 'main', 'main.c', 'p.c'], { cwd: file('.') });
      run([file('main')], [], { cwd: file('.') });
      expect(Buffer.compare(readFileSync(file('image')), image)).toBe(0);
    });
  });
});

/** Where members of entry64_regs are, as read in the sources of kexec-tools and Linux, not from the lists here. */
const ORDERS = {
  kexec_tools: { rbx: 8, rcx: 16, rdx: 24, rsi: 32, rdi: 40, rsp: 48, rbp: 56, r8: 64, rip: 128 },
  linux: { rcx: 8, rdx: 16, rbx: 24, rsp: 32, rbp: 40, rsi: 48, rdi: 56, r8: 64, rip: 128 },
} as const;

describe('one name for two orders', () => {
  async function both(file: File): Promise<void> {
    const [kexecTools, linux] = ["Debian's amd64", 'what Linux would take'].map((name) =>
      STRUCTURED.find(([each]) => each === name),
    );
    if (!kexecTools || !linux) throw new Error('a purgatory is missing');
    emit(await kexecTools[1](), file, 'k', 'k');
    emit(await linux[1](), file, 'l', 'l');
  }

  /** What a compiler says of a program that has both headers. */
  async function compiled(compiler: readonly string[], source: string, body: string): Promise<Ended> {
    return inFolderUntil(async (file) => {
      await both(file);
      const headers = '#include <stddef.h>\n#include "k.h"\n#include "l.h"\n';
      writeFileSync(file(source), `${headers}unsigned char image[0x10000];\n${body}\n`);
      return attempt(compiler, ['-Wall', '-Wextra', '-Werror', '-c', source], { cwd: file('.') });
    });
  }

  const C = ['gcc', '-std=c11'];
  const fill = (by: string, of: string): string =>
    `void fill(void) { static struct ${of} value; ${by}_fill_entry64_regs(image, &value); }`;

  test('each header has the offsets of its own purgatories', async () => {
    const checks = Object.entries(ORDERS).flatMap(([family, order]) =>
      Object.entries(order).map(
        ([member, offset]) =>
          `_Static_assert(offsetof(struct ${family === 'linux' ? 'l' : 'k'}_${family}_entry64_regs, ${member}) == ${offset}, "${member}");`,
      ),
    );
    expect(await compiled(C, 'x.c', checks.join('\n'))).toMatchObject({ status: 0, stderr: '' });
    const wrong = checks.join('\n').replace('rbx) == 8', 'rbx) == 24');
    expect((await compiled(C, 'x.c', wrong)).stderr).toContain('static assertion failed: "rbx"');
  });

  test.each([
    [C, 'x.c'],
    [['clang-16', '-std=c11'], 'x.c'],
    [['g++', '-std=c++11'], 'x.cc'],
  ] as const)(
    '%j: the structure of one family is not taken for that of another',
    async (compiler, source) => {
      const status = async (body: string): Promise<number> => (await compiled(compiler, source, body)).status;
      expect(await status(fill('k', 'k_kexec_tools_entry64_regs'))).toBe(0);
      expect(await status(fill('l', 'l_linux_entry64_regs'))).toBe(0);
      expect(await status(fill('k', 'l_linux_entry64_regs'))).not.toBe(0);
      expect(await status(fill('l', 'k_kexec_tools_entry64_regs'))).not.toBe(0);
      expect(await status(fill('k', 'k_linux_entry64_regs'))).not.toBe(0);
    },
  );
});
