import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emitReferenceModel } from '../../codegen/model/emit.ts';
import { models } from '../../reference-model/index.ts';
import type { ReferenceModel } from '../../reference-model/types.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { modelDifferences } from '../support/model-differences.ts';
import { tinyArchitecture } from './tiny-architecture.ts';

const RANDOM_VALUES = 2000;

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'relocator-model-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true });
});

let modules = 0;

/** The model that a generated text exports. */
async function load(text: string): Promise<ReferenceModel> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const path = join(directory, `model-${modules++}.mjs`);
  await writeFile(path, outputText);
  const loaded: { model: ReferenceModel } = await import(/* @vite-ignore */ pathToFileURL(path).href);
  return loaded.model;
}

describe('generated reference models', () => {
  it.each(architectures.map((architecture) => [architecture.machine.arch, architecture] as const))(
    'of %s do what the rules say',
    (arch, architecture) => {
      const model = models.get(arch);
      expect(model).toBeDefined();
      if (model) expect(modelDifferences(architecture, model, RANDOM_VALUES)).toEqual([]);
    },
    120_000,
  );

  it.each([32, 64] as const)('do so for every feature of the DSL, %i-bit', async (wordBits) => {
    const tiny = tinyArchitecture(wordBits);
    expect(modelDifferences(tiny, await load(emitReferenceModel(tiny)), RANDOM_VALUES)).toEqual([]);
  });

  it('are the same each time', () => {
    expect(emitReferenceModel(tinyArchitecture(64))).toBe(emitReferenceModel(tinyArchitecture(64)));
  });

  it('import nothing but types', () => {
    const imports = emitReferenceModel(tinyArchitecture(64)).match(/^import .*$/gm);
    expect(imports).toEqual(["import type { Letters, ReferenceModel, ReferenceRule } from './types.ts';"]);
  });
});

describe('a wrong model is caught', () => {
  const good = emitReferenceModel(tinyArchitecture(64));

  it('when a slice lands on another bit', async () => {
    const model = await load(emitReferenceModel(tinyArchitecture(64, 28)));
    const differences = modelDifferences(tinyArchitecture(64), model, 0);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatch(/^R_TINY_SPLIT: .* inserts /);
  });

  it.each([
    ['a shift', '(value >> 14n)', '(value >> 13n)', 'R_TINY_SPLIT'],
    ['a sign in the formula', 'word(L + A - P)', 'word(L + A + P)', 'R_TINY_PC8'],
    ['a limit', 'value >= 0x10000n', 'value > 0x10000n', 'R_TINY_ABS16'],
    ['a kept bit', 'container & ~0x401fffe0n', 'container & ~0x401fffc0n', 'R_TINY_MOVW'],
    ['the complement', 'X < 0n ? ~X : X', 'X < 0n ? -X : X', 'R_TINY_MOVW'],
  ])('when %s is changed', async (_what, from, to, rule) => {
    expect(good).toContain(from);
    const differences = modelDifferences(
      tinyArchitecture(64),
      await load(good.replace(from, to)),
      RANDOM_VALUES,
    );
    expect(differences).toHaveLength(1);
    expect(differences[0]).toContain(`${rule}: `);
  });
});
