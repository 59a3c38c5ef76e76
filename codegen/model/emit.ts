/**
 * The files of reference-model/: rules as straight TypeScript, which depends on nothing of the DSL. Each field and each
 * check of a machine is there once and has a name, and rules refer to them.
 */
import { IndentationText, NewLineKind, Project, QuoteKind } from 'ts-morph';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { rulesPath } from '../../relocator-dsl/machine.ts';
import { modelStatements, partnerStatements } from './model.ts';
import { COMMON, TYPES } from './shared.ts';
import { byName, docComment, linesOf, listCode } from './text.ts';

/**
 * The text of reference-model/<arch>.ts. With a `partner`, an architecture whose rules differ in nothing but fields, it
 * refers to the partner's file and has only what differs.
 * @throws RangeError when a rule's name is no identifier
 */
export function emitReferenceModel(architecture: Architecture, partner?: Architecture): string {
  const statements = partner ? partnerStatements(architecture, partner) : modelStatements(architecture);
  return fileText(`${architecture.machine.arch}.ts`, rulesPath(architecture.machine), statements);
}

/** The files of reference-model/ that are not of one machine, by name. */
export function emitSharedFiles(architectures: readonly Architecture[]): Map<string, string> {
  return new Map([
    ['types.ts', fileText('types.ts', 'codegen/model/shared.ts', [TYPES])],
    ['common.ts', fileText('common.ts', 'codegen/model/shared.ts', [COMMON])],
    ['index.ts', fileText('index.ts', 'relocator-dsl/arch/index.ts', indexStatements(architectures))],
  ]);
}

function indexStatements(architectures: readonly Architecture[]): string[] {
  const names = architectures.map(({ machine }) => machine.arch);
  const imports = [...names, 'types']
    .sort(byName)
    .map((name) =>
      name === 'types'
        ? "import type { ReferenceModel } from './types.ts';"
        : `import { model as ${name} } from './${name}.ts';`,
    );
  return [
    linesOf(docComment('All reference models, by architecture name.'), ...imports),
    listCode('const all = [', names, '];'),
    'export const models: ReadonlyMap<string, ReferenceModel> = new Map(all.map((model) => [model.arch, model]));',
  ];
}

function fileText(name: string, source: string, statements: readonly string[]): string {
  const project = new Project({
    useInMemoryFileSystem: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Single,
      useTrailingCommas: true,
    },
  });
  const file = project.createSourceFile(name);
  const header = linesOf(
    `// Generated from ${source} by \`npm run generate\`; do not edit.`,
    '// SPDX-License-Identifier: GPL-2.0-only OR MIT',
  );
  file.addStatements((writer) => {
    for (const text of [header, ...statements]) writer.write(text.trimEnd()).blankLine();
  });
  return `${file.getFullText().trimEnd()}\n`;
}
