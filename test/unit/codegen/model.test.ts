import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emitReferenceModel, emitSharedFiles } from '../../../codegen/model/emit.ts';
import { partnerOf } from '../../../codegen/partner.ts';
import { models } from '../../../reference-model/index.ts';
import type { ReferenceModel } from '../../../reference-model/types.ts';
import { architectures } from '../../../relocator-dsl/arch/index.ts';
import { type Architecture, architecture } from '../../../relocator-dsl/architecture.ts';
import { signed, unchecked, unsigned } from '../../../relocator-dsl/check.ts';
import { A, P, page, S } from '../../../relocator-dsl/expression.ts';
import { bits, insn32 } from '../../../relocator-dsl/field.ts';
import { type Rule, rule } from '../../../relocator-dsl/rule.ts';
import { PARTED } from '../../machines/samples.ts';
import { architectureOf, architectureWith } from '../../support/architecture.ts';
import { modelDifferences } from '../../support/model-differences.ts';
import { tinyArchitecture } from '../../support/tiny-architecture.ts';

const RANDOM_VALUES = 2000;

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'relocator-model-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true });
});

let modules = 0;

/** The model that a generated text exports, beside the files in `others` and those that all models share. */
async function load(text: string, others: ReadonlyMap<string, string> = new Map()): Promise<ReferenceModel> {
  const folder = join(directory, `${modules++}`);
  await mkdir(folder);
  const files = new Map([...emitSharedFiles([]), ...others, ['model.ts', text]]);
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  const { href } = pathToFileURL(join(folder, 'model.ts'));
  const loaded: { model: ReferenceModel } = await import(/* @vite-ignore */ href);
  return loaded.model;
}

describe('generated reference models', () => {
  it.each([32, 64] as const)(
    'do what the rules say for every feature of the DSL, %i-bit',
    async (wordBits) => {
      const tiny = tinyArchitecture(wordBits);
      expect(modelDifferences(tiny, await load(emitReferenceModel(tiny)), RANDOM_VALUES)).toEqual([]);
    },
  );

  it('are the same each time', () => {
    expect(emitReferenceModel(tinyArchitecture(64))).toBe(emitReferenceModel(tinyArchitecture(64)));
  });

  it('import nothing but what models share, or a partner, and say each field and each check once', () => {
    for (const each of [...architectures, tinyArchitecture(64)]) {
      const partner = partnerOf(each);
      const text = emitReferenceModel(each, partner);
      const files = [...text.matchAll(/ from '(.*)';$/gm)].map(([, file]) => file);
      const allowed = ['./common.ts', './types.ts', ...(partner ? [`./${partner.machine.arch}.ts`] : [])];
      expect(allowed).toEqual(expect.arrayContaining(files));
      // From the first line that is not indented to the next: without its name, what it does.
      const bodies = text.match(/(?<=^(?:const|function) \w+)[:(](?:.|\n )*/gm) ?? [];
      expect(new Set(bodies).size).toBe(bodies.length);
    }
  });

  it('have names that tell fields apart which show the same bits', () => {
    const text = emitReferenceModel(tinyArchitecture(64));
    expect(text).toContain('const bundled_15_0_at_27_13: ReferenceField');
    expect(text).toContain('const bundled_15_0_at_27_14: ReferenceField');
    expect(text).toContain('const insn32_24_0_flipped: ReferenceField');
  });
});

describe('the model of a machine with a partner', () => {
  /** The tiny machine, its second slice at `secondSliceAt`, under another name. */
  function twin(secondSliceAt?: number): Architecture {
    const { machine, types } = tinyArchitecture(64, secondSliceAt);
    return architecture({ ...machine, arch: 'twin' }, types);
  }
  const tiny = tinyArchitecture(64);
  const files = new Map([['tiny64.ts', emitReferenceModel(tiny)]]);

  it('is that of the partner under another name', async () => {
    const text = emitReferenceModel(twin(), tiny);
    expect(text).toContain("export const model: ReferenceModel = { ...tiny64.model, arch: 'twin' };");
    expect(modelDifferences(twin(), await load(text, files), 200)).toEqual([]);
  });

  it('has the rules whose fields differ, and no other', async () => {
    const text = emitReferenceModel(twin(28), tiny);
    expect(text.match(/^export const R_\w+/gm)).toEqual(['export const R_TINY_SPLIT']);
    expect(modelDifferences(twin(28), await load(text, files), 200)).toEqual([]);
  });

  it('is so for machines of one psABI and word that differ in fields at most', () => {
    const wide = tinyArchitecture(32);
    const fewer = architecture({ ...tiny.machine, arch: 'fewer' }, tiny.types.slice(1));
    const checked = architecture(
      { ...tiny.machine, arch: 'checked' },
      tiny.types.map((type) =>
        type.name === 'R_TINY_SIZE' && type.kind === 'rule' ? rule({ ...type, check: unsigned(8) }) : type,
      ),
    );
    const foreign = architecture({ ...tiny.machine, arch: 'foreign', psabi: 'other' }, tiny.types);
    const all = [wide, tiny, fewer, checked, foreign, twin(), twin(28)];
    expect(all.map((each) => partnerOf(each, all))).toEqual([
      ...[undefined, undefined, undefined, undefined, undefined],
      ...[tiny, tiny],
    ]);
    expect(architectures.some((each) => partnerOf(each))).toBe(true);
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
    ['what rounding carries', '(value + 0x8000n)', 'value', 'R_TINY_APART'],
    ['a bit that is flipped', '^ ~(value >> 24n)', '^ (value >> 24n)', 'R_TINY_JUMP'],
    ['a bit that is cleared', '~0x3ffc01n', '~0x1ffc01n', 'R_TINY_LO11'],
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

describe('a wrong rule is caught', () => {
  /** `original` with another version of one of its rules. */
  function changed(original: Architecture, name: string, changes: Partial<Rule>): Architecture {
    return architecture(
      original.machine,
      original.types.map((type) =>
        type.name === name && type.kind === 'rule' ? rule({ ...type, ...changes }) : type,
      ),
    );
  }

  it.each<[string, string, Partial<Rule>]>([
    [
      'a scaled offset with another shift',
      'R_AARCH64_LDST64_ABS_LO12_NC',
      { field: insn32(bits(2, 10).at(10)) },
    ],
    ['a branch one bit too high', 'R_AARCH64_CALL26', { field: insn32(bits(2, 27).at(1)) }],
    [
      'the low bits of ADR in the wrong place',
      'R_AARCH64_ADR_PREL_LO21',
      {
        field: insn32(bits(0, 1).at(24), bits(2, 20).at(5)),
      },
    ],
    ['a formula without pages', 'R_AARCH64_ADR_PREL_PG_HI21', { value: S.plus(A).minus(P) }],
    [
      'the page of the symbol without its addend',
      'R_AARCH64_ADR_PREL_PG_HI21',
      {
        value: page(S).plus(A).minus(page(P)),
      },
    ],
    [
      'a wide move that ignores the sign',
      'R_AARCH64_MOVW_SABS_G0',
      {
        field: insn32(bits(0, 15).at(5)),
        check: signed(16),
      },
    ],
    ['a check that is left out', 'R_X86_64_PC32', { check: unchecked }],
    ['a check of one bit less', 'R_X86_64_PC32', { check: signed(31) }],
    ['an unsigned check taken as signed', 'R_X86_64_32', { check: signed(32) }],
  ])('%s', (_what, name, changes) => {
    const original = architectureWith(name);
    const model = models.get(original.machine.arch);
    if (!model) throw new Error(`no model of ${original.machine.arch}`);
    const differences = modelDifferences(changed(original, name, changes), model, 200);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toContain(`${name}: `);
  });

  it('and the same rule again is not', () => {
    const original = architectureOf(PARTED);
    const model = models.get(PARTED);
    if (!model) throw new Error(`no model of ${PARTED}`);
    const [same] = original.rules;
    expect(modelDifferences(changed(original, same?.name ?? '', {}), model, 200)).toEqual([]);
  });
});
