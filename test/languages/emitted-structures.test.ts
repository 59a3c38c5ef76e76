/** Structures of the emitted forms in the languages that read them: each program fills the same ones of the same image. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Emit, emitBlob } from '../../index.ts';
import { type FilledSymbol, filled } from '../support/filled-structures.ts';
import { fillingC, fillingGo, fillingRust } from '../support/filling-programs.ts';
import { inFolderUntil } from '../support/folder.ts';
import { run } from '../support/run.ts';
import { STRUCTURED } from '../support/structured-images.ts';

const ROOT = join(import.meta.dirname, '../..');
const RUSTC = ['/usr/bin/rustc', '--edition=2021', '-D', 'warnings', '-A', 'dead_code'];

type File = (name: string) => string;

describe.each(STRUCTURED)('%s', (_name, build) => {
  /** Has `compile` make `main` of a form, runs it, and looks at the image that it wrote. */
  async function fills(
    emit: Emit,
    path: string,
    compile: (file: File, symbols: readonly FilledSymbol[]) => void,
  ): Promise<void> {
    const built = await build();
    const { symbols, image } = filled(built);
    await inFolderUntil(async (file) => {
      mkdirSync(file('purgatory'));
      const options = { emit, path: file(path), prefix: 'purgatory' };
      for (const [name, content] of emitBlob(built.blob, built.map, options)) writeFileSync(name, content);
      compile(file, symbols);
      run([file('main')], [], { cwd: file('.') });
      expect(Buffer.compare(readFileSync(file('image')), image)).toBe(0);
    });
  }

  test.each([
    ['g++', '-std=c++11'],
    ['g++', '-std=c++20'],
    ['clang++-19', '-std=c++20'],
  ])('%s %s', async (compiler, standard) => {
    await fills('c', 'p.c', (file, symbols) => {
      writeFileSync(file('main.cc'), fillingC(symbols));
      run(['gcc', '-c', 'p.c'], [], { cwd: file('.') });
      const flags = ['-Wall', '-Wextra', '-Werror', '-o', 'main', 'main.cc', 'p.o'];
      run([compiler, standard], flags, { cwd: file('.') });
    });
  });

  test('rustc', async () => {
    await fills('rust', 'p.rs', (file, symbols) => {
      writeFileSync(file('main.rs'), fillingRust(symbols));
      run(RUSTC, ['-o', 'main', 'main.rs'], { cwd: file('.') });
    });
  });

  test('go', async () => {
    await fills('go', 'purgatory/p.go', (file, symbols) => {
      writeFileSync(file('main.go'), fillingGo(symbols));
      writeFileSync(file('go.mod'), 'module example.org/x\n\ngo 1.19\n');
      const go = ['env', `GOCACHE=${join(ROOT, '.cache/go')}`, `HOME=${file('.')}`, 'go'];
      run([...go, 'vet', './...'], [], { cwd: file('.') });
      run([...go, 'build', '-o', 'main', '.'], [], { cwd: file('.') });
      expect(run(['gofmt', '-l', 'purgatory'], [], { cwd: file('.') })).toBe('');
    });
  });
});
