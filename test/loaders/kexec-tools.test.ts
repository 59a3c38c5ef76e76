/** What is known of kexec-tools against its own functions, from Debian's source packages: each type, whether it is applied. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sourceOf, typesOf } from '../../relocator-dsl/loaders.ts';
import { debianSource, unpackSource } from '../../scripts/debian-packages.ts';
import { run } from '../support/run.ts';
import { knowledgeOfAll, numbersOf } from './knowledge.ts';

const HARNESS = join(import.meta.dirname, 'kexec-types.c');
/** What no type needs may be missing. */
const LINK = ['-no-pie', '-Wl,--unresolved-symbols=ignore-all'];

/** The types that the function in a file of the source applies, by number; none if the release has no such file. */
function appliedBy(source: string, file: string): number[] {
  if (!existsSync(join(source, file))) return [];
  const folders = ['.', 'include', 'util_lib/include', 'kexec', 'kexec/libfdt', `${dirname(file)}/include`];
  const includes = folders.map((folder) => `-I${join(source, folder)}`);
  const program = join(source, 'relocation-types');
  run(['gcc', '-w', '-D_GNU_SOURCE', ...includes, ...LINK, '-o', program, HARNESS, join(source, file)]);
  return run([program]).split('\n').filter(Boolean).map(Number);
}

describe.each(['bookworm', 'trixie'])('of Debian %s', (suite) => {
  const source = mkdtempSync(join(tmpdir(), 'kexec-tools-'));
  const original = debianSource('kexec-tools', suite);
  unpackSource(original, source);
  afterAll(() => rmSync(source, { recursive: true }));

  it.each(knowledgeOfAll('kexec-tools'))(
    'applies on %s the types that are listed, and no other',
    (_arch, architecture, knowledge) => {
      const listed = numbersOf(architecture, typesOf(architecture, knowledge, original.release));
      expect(appliedBy(source, sourceOf(knowledge))).toEqual(listed);
    },
  );
});
