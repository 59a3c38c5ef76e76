/** Objects as assemblers and ld -r make them, for tests of what compilers and people write. */
import { readFileSync, writeFileSync } from 'node:fs';
import { inFolder } from './folder.ts';
import { run } from './run.ts';
import { toolsOf } from './tools.ts';

/** Assembles each source and, if there are several, merges them with `ld -r`. @throws Error with what the tool said */
export function gnuObject(arch: string, ...sources: readonly string[]): Uint8Array {
  const [only = ''] = sources;
  if (sources.length === 1) return assembledBy(toolsOf(arch).as, only);
  return merged(
    arch,
    sources.map((source) => gnuObject(arch, source)),
  );
}

/** `object` and what the source defines, merged with `ld -r`. @throws Error with what the tool said */
export function gnuMerged(arch: string, object: Uint8Array, source: string): Uint8Array {
  return merged(arch, [object, gnuObject(arch, source)]);
}

/** Assembles a source and links it with the options. @throws Error with what the tool said */
export function gnuLinked(arch: string, source: string, ...options: readonly string[]): Uint8Array {
  return linkedBy(toolsOf(arch).ld, [gnuObject(arch, source)], options);
}

/** What an assembler, with its options, makes of a source. @throws Error with what it said */
export function assembledBy(assembler: readonly string[], source: string): Uint8Array {
  return inFolder((file) => {
    writeFileSync(file('in.s'), source);
    run(assembler, ['-o', file('out.o'), file('in.s')]);
    return readFileSync(file('out.o'));
  });
}

function merged(arch: string, objects: readonly Uint8Array[]): Uint8Array {
  return linkedBy(toolsOf(arch).ld, objects, ['-r']);
}

/** What `ld -r` makes of objects, with the sections of these names in that order. @throws Error with what it said */
export function linkedInOrder(
  arch: string,
  objects: readonly Uint8Array[],
  names: readonly string[],
): Uint8Array {
  const sections = names.map((name) => `  "${name}" 0 : { *("${name}") }`);
  return inFolder((file) => {
    writeFileSync(file('order.ld'), `SECTIONS {\n${sections.join('\n')}\n}\n`);
    return linkedBy(toolsOf(arch).ld, objects, ['-r', '--force-group-allocation', '-T', file('order.ld')]);
  });
}

/** What a linker, with its options, makes of objects. @throws Error with what it said */
export function linkedBy(
  linker: readonly string[],
  objects: readonly Uint8Array[],
  options: readonly string[],
): Uint8Array {
  return inFolder((file) => {
    const inputs = objects.map((object, index) => {
      const path = file(`${index}.o`);
      writeFileSync(path, object);
      return path;
    });
    run(linker, [...options, '-o', file('out'), ...inputs]);
    return readFileSync(file('out'));
  });
}
