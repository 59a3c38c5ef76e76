/** Checks as functions of a reference model, each named after what it asks. */
import { type Check, checkText, limits } from '../../relocator-dsl/check.ts';
import { docComment, hexCode, LINE_WIDTH, quoted } from './text.ts';

/** The check that asks nothing; the models share it. */
const UNCHECKED = 'unchecked';

/** The name of a check's function: the same for checks that ask the same. */
export function checkName({ range, multipleOf, odd, rest }: Check): string {
  const parts: string[] = [];
  if (range) {
    parts.push(`${range.kind}${range.bits}`);
    if (range.rounded !== undefined) parts.push(`rounded${range.rounded}`);
  }
  if (multipleOf !== undefined)
    parts.push(`multipleOf${multipleOf}`, ...(odd === 'exempt' ? ['unlessOdd'] : []));
  if (odd === 'required') parts.push('odd');
  if (rest) {
    parts.push(`rest${rest.without}`, `below${rest.bits}`);
    if (rest.multipleOf !== undefined) parts.push(`multipleOf${rest.multipleOf}`);
  }
  return parts.join('_') || UNCHECKED;
}

/** The function of a check; undefined for the one that is shared. */
export function checkStatement(check: Check): string | undefined {
  const name = checkName(check);
  if (name === UNCHECKED) return undefined;
  return [
    docComment(`${checkText(check)}.`),
    `function ${name}(value: bigint): string | undefined {`,
    ...checkLines(check).map((line) => `  ${line}`),
    '}',
  ].join('\n');
}

function checkLines({ range, multipleOf, odd, rest }: Check): string[] {
  const lines: string[] = [];
  const ofSign = range?.kind !== 'unsigned' || multipleOf !== undefined || odd === 'required' || rest;
  if (ofSign) lines.push('const X = signedWord(value);');
  if (range) {
    const { min, max } = limits(range);
    const [X, outside] =
      range.kind === 'unsigned'
        ? ['value', `value >= ${hexCode(max)}`]
        : ['X', `X < ${hexCode(min)} || X >= ${hexCode(max)}`];
    lines.push(`if (${outside}) return outOfRange(${X}, ${quoted(checkText({ range }))});`);
  }
  if (multipleOf !== undefined) {
    const unless = odd === 'exempt' ? 'X % 2n === 0n && ' : '';
    lines.push(`if (${unless}X % ${multipleOf}n !== 0n) return notMultiple(X, ${multipleOf});`);
  }
  if (odd === 'required') lines.push('if (X % 2n === 0n) return notOdd(X);');
  if (rest) {
    const { without, bits, multipleOf: multiple } = rest;
    const below = bits === 0 ? 'rest !== 0n' : `rest >= ${hexCode(1n << BigInt(bits))}`;
    const outside = multiple === undefined ? below : `${below} || rest % ${multiple}n !== 0n`;
    lines.push(
      `const rest = withoutPieces(X < 0n ? -X : X, ${without});`,
      ...conditional(outside, `return outOfRange(X, ${quoted(checkText({ rest }))});`),
    );
  }
  return [...lines, 'return undefined;'];
}

/** A statement under a condition, in the body of a function. */
function conditional(condition: string, statement: string): string[] {
  const line = `if (${condition}) ${statement}`;
  return 2 + line.length <= LINE_WIDTH ? [line] : [`if (${condition})`, `  ${statement}`];
}
