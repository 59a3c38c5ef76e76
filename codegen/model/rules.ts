/** Rules as object literals of a reference model, which refer to its fields and checks. */
import { type Expression, lettersOf } from '../../relocator-dsl/expression.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { checkName } from './checks.ts';
import { docComment, LINE_WIDTH, listCode, quoted } from './text.ts';

/** Of the statements of a rule's methods. */
const METHOD_INDENT = 4;

/** The declaration of a rule. @throws RangeError when its name is no identifier */
export function ruleStatement(rule: Rule, fieldName: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(rule.name)) throw new RangeError(`${rule.name} is no identifier`);
  return [
    docComment(`Source: ${rule.source}`),
    `export const ${rule.name}: ReferenceRule = {`,
    `  name: ${quoted(rule.name)},`,
    `  type: ${rule.type},`,
    `  ...${fieldName},`,
    ...valueLines(rule.value),
    `  check: ${checkName(rule.check)},`,
    '};',
  ].join('\n');
}

/** The declaration of a rule that is one of `partner` with another field. */
export function changedRuleStatement({ name }: Rule, partner: string, fieldName: string): string {
  return listCode(
    `export const ${name}: ReferenceRule = {`,
    [`...${partner}.${name}`, `...${fieldName}`],
    '};',
  );
}

function valueLines(expression: Expression): string[] {
  const letters = lettersOf(expression);
  const code = expressionCode(expression);
  const result = `return word(${code});`;
  return [
    `  value(${letters.length > 0 ? 'letters' : ''}) {`,
    ...(letters.length > 0
      ? [
          `    ${listCode(
            `const { ${letters.join(', ')} } = given(`,
            ['letters', quoted(`${expression}`), ...letters.map(quoted)],
            ');',
            METHOD_INDENT,
          )}`,
        ]
      : []),
    ...(METHOD_INDENT + result.length <= LINE_WIDTH
      ? [`    ${result}`]
      : ['    return word(', `      ${code},`, '    );']),
    '  },',
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
