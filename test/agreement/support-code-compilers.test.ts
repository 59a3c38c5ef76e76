/**
 * Symbols that compilers leave undefined for their own sake: each is told with what it is for and with what does without,
 * and with that flag the compiler does so. `npm run test:compilers` asks every machine's compilers, all others the one
 * for this machine.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SUPPORT_CODE, supportCode } from '../../image/input/support-code.ts';
import { auditObject, readElf } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { PLAIN } from '../machines/samples.ts';
import { inFolder } from '../support/folder.ts';
import { attempt, run } from '../support/run.ts';
import { arithmetic, OWN, SUPPORT_CASES, type SupportCase } from '../support/support-cases.ts';
import { programNamed } from '../support/tools.ts';

interface Compiler {
  readonly arch: string;
  readonly words: readonly string[];
}

const ALL = process.env.RELOCATOR_HEAVY === '1';
const COMPILERS: readonly Compiler[] = (
  ALL ? architectures.map(({ machine: { arch } }) => arch) : [PLAIN]
).flatMap((arch) => {
  const found = (ALL ? ['GCC', 'CLANG'] : ['GCC']).map((name) => programNamed(arch, name));
  return found.flatMap((words) => (words ? [{ arch, words }] : []));
});

/** What the compiler makes of a source; undefined where it does not know a flag or a type of the language. */
function compiled(
  { words }: Compiler,
  { source, language }: Pick<SupportCase, 'source' | 'language'>,
  flags: readonly string[],
): Uint8Array | undefined {
  return inFolder((file) => {
    writeFileSync(file('in'), source);
    const options = [
      '-O1',
      '-w',
      '-fno-builtin-printf',
      ...flags,
      '-x',
      language ?? 'c',
      '-c',
      file('in'),
      '-o',
      file('out'),
    ];
    const { status } = attempt([...words, ...options], [], { cwd: file('') });
    return status === 0 ? readFileSync(file('out')) : undefined;
  });
}

/** The undefined symbols that the source does not name. */
function undefinedIn(object: Uint8Array): string[] {
  const { symbols } = readElf(object);
  const names = symbols.filter(({ place, binding }) => place.kind === 'undefined' && binding === 'global');
  // Tables that relocator makes itself.
  return names
    .map(({ name }) => name)
    .filter(
      (name) =>
        !OWN.test(name) &&
        !/^(?:_GLOBAL_OFFSET_TABLE_|__dso_handle|\.TOC\.|_gp_disp|__gnu_local_gp)$/.test(name),
    );
}

/** What audit says of undefined symbols: the reason and the remedy, by symbol. */
function refusals(object: Uint8Array): Map<string, string> {
  const refused = auditObject(object).entries.filter(({ reason }) => reason?.startsWith('it is undefined'));
  return new Map(refused.map(({ first, reason, remedy }) => [first.symbol, `${reason}; ${remedy}`]));
}

describe.each(Object.entries(SUPPORT_CASES))('%s', (_, { flags, avoid, names, elsewhere, ...source }) => {
  test('is told by its flag, without which there is no such symbol', () => {
    const seen = new Set<string>();
    for (const compiler of COMPILERS) {
      const object = compiled(compiler, source, flags);
      if (!object) continue;
      const needed = undefinedIn(object);
      for (const name of needed) {
        seen.add(name);
        expect(supportCode(name), `${name} of ${compiler.words.join(' ')}`).toBeDefined();
      }
      for (const [symbol, text] of refusals(object)) {
        if (OWN.test(symbol)) continue;
        const { what, remedy } = supportCode(symbol) ?? {};
        expect(text, symbol).toBe(`it is undefined; ${what}; ${remedy}`);
      }
      if (avoid) {
        const avoiding = names.flatMap((name) => needed.filter((each) => name.test(each)));
        for (const name of avoiding)
          for (const flag of avoid)
            expect(supportCode(name)?.remedy).toContain(flag.replace(/^-fno-sanitize=.*/, '-fno-sanitize='));
        const without = compiled(compiler, source, [...flags, ...avoid]);
        const left = without && undefinedIn(without).filter((name) => avoiding.includes(name));
        expect(left, compiler.words.join(' ')).toEqual([]);
      }
    }
    const missing = names.filter((name) => ![...seen].some((each) => name.test(each)));
    if (ALL || !elsewhere) expect(missing).toEqual([]);
  });
});

describe.each(
  COMPILERS.filter(({ words }) => words[0]?.includes('gcc')).map((each) => [each.words[0], each] as const),
)('arithmetic by %s', (_, compiler) => {
  const library = run([...compiler.words, '-print-libgcc-file-name']).trim();
  const listed = run([
    ...compiler.words.slice(0, 1).map((word) => word.replace(/gcc$/, 'nm')),
    '-g',
    '--defined-only',
    library,
  ]);
  const defined = new Set([...listed.matchAll(/ [A-Za-z] (\S+)$/gm)].map(([, name = '']) => name));

  test('leaves undefined what the library has that is named, and nothing else', () => {
    const levels = ['-O0', '-Os', '-O2'];
    const objects = levels.flatMap((level) =>
      [true, false].flatMap((wide) => compiled(compiler, { source: arithmetic(wide) }, [level]) ?? []),
    );
    expect(objects.length).toBeGreaterThan(2);
    for (const name of new Set(objects.flatMap(undefinedIn))) {
      const { remedy } = supportCode(name) ?? {};
      expect(remedy, name).toBeDefined();
      const library = remedy?.includes('libgcc')
        ? 'libgcc'
        : /libc\.a|^define/.test(remedy ?? '')
          ? 'none'
          : remedy;
      // Where a flag is named, the library does not matter.
      if (library !== remedy) expect([name, library]).toEqual([name, defined.has(name) ? 'libgcc' : 'none']);
    }
  });

  test('is told with the library, whatever of it code may call', () => {
    // Unwinding, profiles and split stacks have flags of their own, and the rest is called by the library itself.
    const own =
      /^(?:__(?:clz|popcount)_tab$|__eprintf$|__gcc_bcmp$|__udiv_w_sdiv$|__dfp_|__sfp_|isinfd|_Unwind_|_?_?dec|DEC|\$_|_arm_return|_fpCCR|__gcov_|__emutls_|__morestack|__generic_|__splitstack|__stack_split|__wrap_|\.|__CTOR|__DTOR|DW\.ref)|helper|saturate|udiv_qrnnd|ieee_|host_to|pack_|make_[df]p|fpcmp_parts|thenan|__hidden|trampoline|sticky|sync_cache_range|get_pc_thunk/;
    const untold = [...defined].filter((name) => !own.test(name) && supportCode(name) === undefined);
    expect(untold).toEqual([]);
  });
});

test('every row says what to do, and has a name of its own', () => {
  expect(new Set(SUPPORT_CODE.map(({ names }) => names.source)).size).toBe(SUPPORT_CODE.length);
  for (const { what, remedy } of SUPPORT_CODE)
    expect(`${what}; ${remedy}`).toMatch(/; .*(?:-[fmDUC]|pass|define|make|compile|give)/);
});
