/** The generated reference models against the rules: boundary and random values of every rule. */
import { describe, expect, it } from 'vitest';
import { models } from '../../reference-model/index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { modelDifferences } from '../support/model-differences.ts';

const RANDOM_VALUES = 2000;

describe('generated reference models', () => {
  it.each(architectures.map((architecture) => [architecture.machine.arch, architecture] as const))(
    'of %s do what the rules say',
    (arch, architecture) => {
      const model = models.get(arch);
      expect(model).toBeDefined();
      if (model) expect(modelDifferences(architecture, model, RANDOM_VALUES)).toEqual([]);
    },
  );
});
