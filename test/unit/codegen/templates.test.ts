/** Templates: every name in them is one that they are told, and all that they are told is used. */
import { readdirSync } from 'node:fs';
import { parse } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatters } from '../../../codegen/formats/index.ts';
import { formatsAmong, helpersOf } from '../../../codegen/formats/template.ts';
import { compileAll } from '../../../codegen/formats/template-engine.ts';
import { templateFolder, templateSources } from '../../../codegen/formats/template-sources.ts';
import type { Target } from '../../../codegen/machine.ts';
import { emptyRequest, FORMATS, type Format, type PrologueRequest } from '../../../codegen/request.ts';
import type { Architecture } from '../../../relocator-dsl/architecture.ts';
import { PARTED } from '../../machines/samples.ts';
import { architectureOf } from '../../support/architecture.ts';
import { targetNamed } from '../../support/targets.ts';
import { type Names, namesIn, type Shape, shapeOf } from '../../support/template-names.ts';
import { withPrologue } from '../../support/with-prologue.ts';

/** A request that has everything of which templates could be told. */
function fullRequest({ machine }: Architecture, format: Format): PrologueRequest {
  const bytes = machine.wordBits === 64 ? 8 : 4;
  return {
    ...emptyRequest(machine.arch, format, 0x2000),
    bases: { min: 0x1000n, max: 0x7fff_f000n },
    alignment: 0x1000,
    block: { bytes: 0x1000_0000, last: 0x4000 },
    beacon: { kind: 'mmio', address: 0x900_0000n },
    groups:
      format === 'records' ? [] : [{ bytes, granule: bytes, words: [{ offset: 0x3000, value: 0x10n }] }],
    symbols: [{ kind: 'base' }],
  };
}

function toldBy(architecture: Architecture, format: Format, target: Target): object {
  const request = fullRequest(architecture, format);
  return formatters[format]({ request, architecture, target, mark: false }).context(0x40);
}

/** The names on all levels, the inner ones behind a point. */
function allNames(shape: Shape, prefix = ''): string[] {
  if (shape.kind === 'list') return allNames(shape.of, prefix);
  if (shape.kind === 'value') return [];
  return [...shape.names].flatMap(([name, inner]) => [
    `${prefix}${name}`,
    ...allNames(inner, `${prefix}${name}.`),
  ]);
}

function namesOf(architecture: Architecture, format: Format, sources: ReadonlyMap<string, string>): Names {
  const target = targetNamed(architecture.machine.arch);
  const helpers = new Set(helpersOf(target.questions ?? {}).keys());
  return namesIn({ sources, helpers }, format, shapeOf(toldBy(architecture, format, target)));
}

function includes(sources: ReadonlyMap<string, string>, name: string): boolean {
  return [...sources.values()].some((source) => new RegExp(`\\{\\{#?> ${name}[ }]`).test(source));
}

describe.each(withPrologue.map((each) => [each.machine.arch, each] as const))('%s', (arch, architecture) => {
  const { psabi } = architecture.machine;
  const target = targetNamed(arch);
  const { additions, ...plain } = target;
  const sources = templateSources(psabi);

  it.each(FORMATS)('%s: names nothing that it is not told', (format) => {
    expect(namesOf(architecture, format, sources).missing).toEqual([]);
  });

  it('adds no name that its formats have, and none that its templates do not use', () => {
    const added = new Set<string>();
    const used = new Set<string>();
    for (const format of FORMATS) {
      const common = new Set(allNames(shapeOf(toldBy(architecture, format, plain))));
      const request = fullRequest(architecture, format);
      const context = additions?.context?.(request) ?? {};
      const [group] = request.groups;
      const inGroup = (group && additions?.group?.(group, { table: 0x40, last: true }, request)) ?? {};
      for (const name of allNames(shapeOf({ ...context, groups: [inGroup] }))) {
        if (name === 'groups') continue;
        expect(common).not.toContain(name);
        added.add(name);
      }
      for (const name of namesOf(architecture, format, sources).used) used.add(name);
    }
    expect([...added].filter((name) => !used.has(name))).toEqual([]);
  });

  it('has no template that is not used', () => {
    const own = readdirSync(templateFolder(psabi)).map((file) => parse(file).name);
    const included = own.filter((name) => !FORMATS.some((format) => format === name));
    expect(included.filter((name) => !includes(sources, name))).toEqual([]);
  });
});

it('no format tells what no template of any machine uses', () => {
  const used = new Set<string>();
  const told = new Set<string>();
  for (const architecture of withPrologue) {
    const { arch, psabi } = architecture.machine;
    const { additions: _, ...plain } = targetNamed(arch);
    for (const format of FORMATS) {
      for (const name of namesOf(architecture, format, templateSources(psabi)).used) used.add(name);
      for (const name of allNames(shapeOf(toldBy(architecture, format, plain)))) told.add(name);
    }
  }
  expect([...told].filter((name) => !used.has(name))).toEqual([]);
});

describe('what would be wrong is seen', () => {
  const architecture = architectureOf(PARTED);
  const sources = templateSources(architecture.machine.psabi);

  it.each([
    ['chain', 'a name that is asked for', '{{#if patchesCode}}', '{{#if patchescode}}', 'patchescode'],
    ['chain', 'a name that is printed', '{{leave}}:', '{{leaves}}:', 'leaves'],
    ['chain', 'a number that a helper is given', '{{hex head}}', '{{hex heads}}', 'heads'],
    ['chain', 'a name from outside of a list', '{{> lines next}}', '{{entry}}', 'entry'],
    ['delta', 'a list', '{{#each groups}}', '{{#each group}}', 'group'],
    ['records-tail', 'a name in what all machines share', '{{#if mark}}', '{{#if marks}}', 'marks'],
    ['checks', 'a name in what a frame includes', '{{codes.range}}', '{{codes.rang}}', 'codes.rang'],
    ['relr', 'a template', '{{> checks}}', '{{> cheks}}', 'the template cheks'],
    ['rela', 'a helper', '{{hex entry}}', '{{hexa entry}}', 'the helper hexa'],
  ] as const)('in %s: %s', (name, _what, instead, text, wanted) => {
    const source = sources.get(name) ?? '';
    expect(source).toContain(instead);
    const changed = new Map([...sources, [name, source.replace(instead, text)]]);
    const missing = FORMATS.flatMap((format) => namesOf(architecture, format, changed).missing);
    expect(missing.map((each) => each.replace(/:\d+:/, ':'))).toContain(`${name}: ${wanted}`);
  });

  it.each([
    ['{{#if nothing}}{{/if}}', '"nothing" not defined'],
    ['{{hex nothing}}', '"nothing" not defined'],
    ['{{#each groups}}{{nothing}}{{/each}}', '"nothing" not defined'],
    ['{{hex words}}', 'where a number belongs'],
    ['{{upper entry}}', 'unknown helper upper'],
  ])('as it is rendered: %s', (source, wanted) => {
    const template = formatsAmong(compileAll(new Map([['chain', source]]), helpersOf({}))).get('chain');
    expect(() => template?.({ groups: [{}], words: 'two', entry: 1 })).toThrow(wanted);
  });
});
