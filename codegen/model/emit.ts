/**
 * The reference model of an architecture: its rules as straight TypeScript, which depends on nothing of the DSL.
 *
 * The text is laid out as the repository's formatter would, so that it can be compared byte for byte.
 */
import { IndentationText, NewLineKind, Project, QuoteKind } from 'ts-morph';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { type Check, checkText, limits } from '../../relocator-dsl/check.ts';
import { type Expression, lettersOf } from '../../relocator-dsl/expression.ts';
import {
  type Field,
  fieldMask,
  inExtractionOrder,
  roundingOf,
  type Slice,
  sliceMask,
  valueBits,
} from '../../relocator-dsl/field.ts';
import { rulesPath } from '../../relocator-dsl/machine.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';

const LINE_WIDTH = 110;
/** Of the statements of a rule's methods. */
const METHOD_INDENT = 4;

/** The text of reference-model/<arch>.ts. @throws RangeError when a rule's name is no identifier */
export function emitReferenceModel(architecture: Architecture): string {
  const { machine, rules } = architecture;
  const project = new Project({
    useInMemoryFileSystem: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Single,
      useTrailingCommas: true,
    },
  });
  const file = project.createSourceFile(`${machine.arch}.ts`);
  const ruleStatements = rules.map((rule) => ruleStatement(rule, machine.wordBits));
  const body = ruleStatements.join('\n');
  const helpers = helperFunctions(machine.wordBits);
  const kept = helpers.filter(({ name }) => body.includes(`${name}(`));
  const types = ['Letters', 'ReferenceModel', 'ReferenceRule'].filter(
    (name) => name !== 'Letters' || kept.some((helper) => helper.text.includes('Letters')),
  );
  const header = [
    `// Generated from ${rulesPath(machine)} by \`npm run generate\`; do not edit.`,
    '// SPDX-License-Identifier: GPL-2.0-only OR MIT',
  ].join('\n');
  const imports = [
    docComment(`The relocation rules of ${machine.title} as plain functions of their letters.`),
    `import type { ${types.join(', ')} } from './types.ts';`,
  ].join('\n');
  const statements = [...kept.map((helper) => helper.text), ...ruleStatements, modelStatement(architecture)];
  file.addStatements((writer) => {
    for (const text of [header, imports, ...statements]) writer.write(text).blankLine();
  });
  return `${file.getFullText().trimEnd()}\n`;
}

interface Helper {
  readonly name: string;
  readonly text: string;
}

function helperFunctions(wordBits: 32 | 64): Helper[] {
  return [
    {
      name: 'given',
      text: `/** The value of \`letter\`, which \`formula\` needs. */
function given(letters: Letters, letter: keyof Letters, formula: string): bigint {
  const value = letters[letter];
  if (value === undefined) {
    throw new TypeError(\`no value for \${letter} in \${formula}\`);
  }
  return value;
}`,
    },
    {
      name: 'word',
      text: `/** \`value\` as an unsigned word of ${wordBits} bits. */
function word(value: bigint): bigint {
  return BigInt.asUintN(${wordBits}, value);
}`,
    },
    {
      name: 'signedWord',
      text: `/** \`value\` as a signed word of ${wordBits} bits. */
function signedWord(value: bigint): bigint {
  return BigInt.asIntN(${wordBits}, value);
}`,
    },
    {
      name: 'page',
      text: `/** The start of the 4 KiB page in which \`address\` lies. */
function page(address: bigint): bigint {
  return address & ~0xfffn;
}`,
    },
    {
      name: 'clear',
      text: `/** \`address\` with its low \`bits\` bits cleared. */
function clear(address: bigint, bits: number): bigint {
  return address - BigInt.asUintN(bits, address);
}`,
    },
    {
      name: 'wordUnlessOdd',
      text: `/** \`distance\`, if it is even rounded up to a multiple of 4. */
function wordUnlessOdd(distance: bigint): bigint {
  return distance & 1n ? distance : (distance + 3n) & ~3n;
}`,
    },
    {
      name: 'outOfRange',
      text: `/** The refusal of a value that is not within \`limits\`. */
function outOfRange(value: bigint, limits: string): string {
  const sign = value < 0n ? '-' : '';
  const size = value < 0n ? -value : value;
  return \`value \${sign}0x\${size.toString(16)} is out of range, \${limits}\`;
}`,
    },
    {
      name: 'notMultiple',
      text: `/** The refusal of a value that is not a multiple of \`bytes\`. */
function notMultiple(value: bigint, bytes: number): string {
  const sign = value < 0n ? '-' : '';
  const size = value < 0n ? -value : value;
  return \`value \${sign}0x\${size.toString(16)} is not a multiple of \${bytes}\`;
}`,
    },
    {
      name: 'notOdd',
      text: `/** The refusal of a value that is not odd. */
function notOdd(value: bigint): string {
  const sign = value < 0n ? '-' : '';
  const size = value < 0n ? -value : value;
  return \`value \${sign}0x\${size.toString(16)} is not odd\`;
}`,
    },
  ];
}

function ruleStatement(rule: Rule, wordBits: 32 | 64): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(rule.name)) throw new RangeError(`${rule.name} is no identifier`);
  return `${docComment(
    `${rule.name} (${rule.type}): X = ${rule.value}`,
    `Check: ${checkText(rule.check)}.`,
    `Source: ${rule.source}`,
  )}
export const ${rule.name}: ReferenceRule = {
  name: ${quoted(rule.name)},
  type: ${rule.type},
  bytes: ${rule.field.bytes},
  kind: ${quoted(rule.field.kind)},
${placementLines(rule.field)}${method('value', valueBody(rule.value))}
${method('check', checkBody(rule.check))}
${method('insert', insertBody(rule.field, wordBits))}
${method('extract', extractBody(rule.field))}
};`;
}

/** Where the container is, unless it is at P. */
function placementLines({ apart, bundled }: Field): string {
  return `${apart ? '  apart: true,\n' : ''}${bundled === undefined ? '' : `  bundled: ${bundled},\n`}`;
}

interface Method {
  readonly parameters: string;
  readonly lines: readonly string[];
}

function method(name: string, { parameters, lines }: Method): string {
  return [`  ${name}(${parameters}) {`, ...lines.map((line) => `    ${line}`), '  },'].join('\n');
}

function valueBody(expression: Expression): Method {
  const letters = lettersOf(expression);
  return {
    parameters: letters.length > 0 ? 'letters' : '',
    lines: [
      ...letters.flatMap((letter) => givenLines(letter, expression)),
      ...returnLines(expressionCode(expression)),
    ],
  };
}

/** The statement that returns the value; long ones get a line for the argument. */
function returnLines(code: string): string[] {
  const line = `return word(${code});`;
  return METHOD_INDENT + line.length <= LINE_WIDTH ? [line] : ['return word(', `  ${code},`, ');'];
}

/** The statement that reads a letter; long formulas get a line for each argument. */
function givenLines(letter: string, expression: Expression): string[] {
  const formula = quoted(`${expression}`);
  const line = `const ${letter} = given(letters, '${letter}', ${formula});`;
  if (METHOD_INDENT + line.length <= LINE_WIDTH) return [line];
  return [
    `const ${letter} = given(`,
    ...['letters', `'${letter}'`, formula].map((argument) => `  ${argument},`),
    ');',
  ];
}

/** An expression over variables named like its letters. */
export function expressionCode(expression: Expression): string {
  const { node } = expression;
  switch (node.op) {
    case 'letter':
      return node.letter;
    case 'constant':
      return `${node.value}n`;
    case 'page':
      return node.bits === 12
        ? `page(${expressionCode(node.operand)})`
        : `clear(${expressionCode(node.operand)}, ${node.bits})`;
    case 'word unless odd':
      return `wordUnlessOdd(${expressionCode(node.operand)})`;
    case 'add':
    case 'subtract':
    case 'or': {
      const sign = { add: '+', subtract: '-', or: '|' }[node.op];
      const left = node.op === 'or' || node.left.node.op === 'or' ? operandCode(node.left) : undefined;
      return `${left ?? expressionCode(node.left)} ${sign} ${operandCode(node.right)}`;
    }
  }
}

/** Code of a part of a larger expression, in parentheses unless it is one term. */
function operandCode(expression: Expression): string {
  const { op } = expression.node;
  const code = expressionCode(expression);
  return op === 'add' || op === 'subtract' || op === 'or' ? `(${code})` : code;
}

function checkBody({ range, multipleOf, odd }: Check): Method {
  const lines: string[] = [];
  let needsSigned = false;
  if (range) {
    const { min, max } = limits(range);
    const read = range.kind === 'unsigned' ? 'value' : 'X';
    needsSigned = range.kind !== 'unsigned';
    lines.push(
      `if (${read} < ${hexCode(min)} || ${read} >= ${hexCode(max)}) {`,
      `  return outOfRange(${read}, ${quoted(checkText({ range }))});`,
      '}',
    );
  }
  if (multipleOf) {
    needsSigned = true;
    const unless = odd === 'exempt' ? 'X % 2n === 0n && ' : '';
    lines.push(`if (${unless}X % ${multipleOf}n !== 0n) {`, `  return notMultiple(X, ${multipleOf});`, '}');
  }
  if (odd === 'required') {
    needsSigned = true;
    lines.push('if (X % 2n === 0n) {', '  return notOdd(X);', '}');
  }
  return {
    parameters: lines.length > 0 ? 'value' : '',
    lines: [...(needsSigned ? ['const X = signedWord(value);'] : []), ...lines, 'return undefined;'],
  };
}

function insertBody(field: Field, wordBits: 32 | 64): Method {
  const lines: string[] = [];
  let from = 'value';
  if (field.signSelect) {
    lines.push('const X = signedWord(value);', 'const shown = X < 0n ? ~X : X;');
    from = 'shown';
  } else if (valueBits(field) > wordBits) {
    lines.push('const X = signedWord(value);');
    from = 'X';
  }
  lines.push(`let patched = container & ~${hexCode(fieldMask(field))};`);
  if (field.signSelect) {
    const opcode = hexCode(1n << BigInt(field.signSelect.opcodeBit));
    lines.push('if (X >= 0n) {', `  patched |= ${opcode};`, '}');
  }
  for (const slice of field.slices) {
    const source = slice.rounded ? `(${from} + ${hexCode(roundingOf(slice))})` : from;
    lines.push(`patched |= ${sliceCode(source, slice.from, slice, slice.at)};`);
    if (slice.flippedUnless !== undefined) lines.push(flip('patched', slice.at, from, slice.flippedUnless));
  }
  return { parameters: 'container, value', lines: [...lines, 'return patched;'] };
}

function extractBody(field: Field): Method {
  const slices = inExtractionOrder(field.slices);
  const parts = slices.map((slice) => sliceCode('container', slice.at, slice, slice.from));
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && !field.signSelect) {
    return { parameters: 'container', lines: [`return ${only};`] };
  }
  const lines =
    parts.length === 1 ? [`const value = ${only};`] : ['let value = 0n;', ...slices.flatMap(extractLines)];
  if (field.signSelect) {
    const opcode = hexCode(1n << BigInt(field.signSelect.opcodeBit));
    lines.push(`return (container & ${opcode}) === 0n ? BigInt.asUintN(64, ~value) : value;`);
  } else {
    lines.push('return value;');
  }
  return { parameters: 'container', lines };
}

function extractLines(slice: Slice): string[] {
  const { at, from, rounded, flippedUnless } = slice;
  const shown = sliceCode('container', at, slice, from);
  if (flippedUnless !== undefined) return [`value |= ${shown};`, flip('value', from, 'value', flippedUnless)];
  if (!rounded) return [`value |= ${shown};`];
  // What rounding carried into the slice comes out again.
  const mask = hexCode(sliceMask(slice) << BigInt(from));
  return [`value |= ((${shown}) - ((value & ${hexCode(roundingOf(slice))}) << 1n)) & ${mask};`];
}

/** Inverts bit `at` of `variable` unless bit `unless` of `value` is set. */
function flip(variable: string, at: number, value: string, unless: number): string {
  return `${variable} ^= (~(${value} >> ${unless}n) & 1n) << ${at}n;`;
}

/** As many bits of `variable` as the slice has, taken from bit `from`, moved to bit `to`. */
function sliceCode(variable: string, from: number, slice: Slice, to: number): string {
  const shifted = from === 0 ? variable : `(${variable} >> ${from}n)`;
  const masked = `${shifted} & ${hexCode(sliceMask(slice))}`;
  return to === 0 ? masked : `(${masked}) << ${to}n`;
}

function modelStatement({ machine, rules }: Architecture): string {
  const names = rules.map((rule) => rule.name);
  const opening = 'const rules: readonly ReferenceRule[] = [';
  const oneLine = `${opening}${names.join(', ')}];`;
  const list =
    oneLine.length <= LINE_WIDTH
      ? oneLine
      : `${opening}\n${names.map((name) => `  ${name},`).join('\n')}\n];`;
  return `${list}

${docComment(`Every rule of ${machine.title}, by name.`)}
export const model: ReferenceModel = {
  arch: ${quoted(machine.arch)},
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};`;
}

function hexCode(value: bigint): string {
  return value === 0n ? '0n' : value < 0n ? `-0x${(-value).toString(16)}n` : `0x${value.toString(16)}n`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function docComment(...paragraphs: string[]): string {
  const lines = paragraphs.flatMap((text) => wrap(text.replaceAll('*/', '* /'), LINE_WIDTH - 3));
  if (lines.length === 1) return `/** ${lines[0]} */`;
  return ['/**', ...lines.map((line) => ` * ${line}`), ' */'].join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + part.length > width) {
      lines.push(line);
      line = part;
    } else {
      line = line === '' ? part : `${line} ${part}`;
    }
  }
  return [...lines, line];
}
