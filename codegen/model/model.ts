/** The statements of one machine's reference model. */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { checkStatement } from './checks.ts';
import { Fields } from './fields.ts';
import { changedRuleStatement, ruleStatement } from './rules.ts';
import { COMMON_NAMES, TYPE_NAMES, wordFunctions } from './shared.ts';
import { byName, docComment, importStatement, linesOf, listCode, quoted } from './text.ts';

/** All of a model: fields, checks, rules. */
export function modelStatements({ machine, rules }: Architecture): string[] {
  const fields = new Fields(rules, machine.wordBits);
  const body = [
    ...section(
      'Fields: X[high:low] are bits of X; all other bits of the container are kept.',
      rules.flatMap((rule) => fields.of(rule).statement ?? []),
    ),
    ...section(
      'Checks of X, before anything is cut off.',
      rules.flatMap(({ check }) => checkStatement(check) ?? []),
    ),
    ...section(
      'Rules.',
      rules.map((rule) => ruleStatement(rule, fields.of(rule).name)),
    ),
    ruleList('rules', rules),
    linesOf(
      docComment(`Every rule of ${machine.title}, by name.`),
      'export const model: ReferenceModel = {',
      `  arch: ${quoted(machine.arch)},`,
      '  rules: new Map(rules.map((rule) => [rule.name, rule])),',
      '};',
    ),
  ];
  const words = [...wordFunctions(machine.wordBits)].filter(([name]) => isUsed(name, body));
  return [
    linesOf(
      docComment(`The relocation rules of ${machine.title} as plain functions of their letters.`),
      ...imports(body),
    ),
    ...words.map(([, text]) => text),
    ...body,
  ];
}

/** What differs from the model of `partner`, whose rules have other fields at most. */
export function partnerStatements({ machine, rules }: Architecture, partner: Architecture): string[] {
  const { arch, title } = partner.machine;
  const own = new Fields(rules, machine.wordBits);
  const theirs = new Fields(partner.rules, machine.wordBits);
  const changed = rules.filter((rule, index) => {
    const other = partner.rules[index];
    return !other || own.of(rule).code !== theirs.of(other).code;
  });
  const some = changed.length > 0;
  const body = [
    `export * from './${arch}.ts';`,
    ...unique(changed.flatMap((rule) => own.of(rule).statement ?? [])),
    ...(some
      ? [
          linesOf(...changed.map((rule) => changedRuleStatement(rule, arch, own.of(rule).name))),
          ruleList('changed', changed),
        ]
      : []),
    linesOf(
      docComment(`Every rule of ${machine.title}, by name.`),
      listCode(
        'export const model: ReferenceModel = {',
        [
          `...${arch}.model`,
          `arch: ${quoted(machine.arch)}`,
          ...(some
            ? [
                `rules: new Map([...${arch}.model.rules, ...changed.map((rule) => [rule.name, rule] as const)])`,
              ]
            : []),
        ],
        '};',
      ),
    ),
  ];
  return [
    linesOf(
      docComment(
        `The relocation rules of ${machine.title}: those of ${title}${some ? ', some with other fields' : ''}.`,
      ),
      ...imports(body, `import * as ${arch} from './${arch}.ts';`),
    ),
    ...body,
  ];
}

/** Statements, each once, under a comment that says what they are; nothing if there are none. */
function section(title: string, statements: readonly string[]): string[] {
  return statements.length > 0 ? [`// ${title}`, ...unique(statements)] : [];
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function ruleList(name: string, rules: readonly Rule[]): string {
  return listCode(
    `const ${name}: readonly ReferenceRule[] = [`,
    rules.map((rule) => rule.name),
    '];',
  );
}

/** Of what the models share, what `body` uses; and of a partner. */
function imports(body: readonly string[], ofPartner?: string): string[] {
  const common = COMMON_NAMES.filter((name) => isUsed(name, body)).sort(byName);
  const types = TYPE_NAMES.filter((name) => isUsed(name, body)).sort(byName);
  return [
    ...(common.length > 0 ? [importStatement('import', common, 'common')] : []),
    ...(ofPartner === undefined ? [] : [ofPartner]),
    importStatement('import type', types, 'types'),
  ];
}

/** Whether statements call `name`, spread it, give it to a property or have it as a type. */
function isUsed(name: string, statements: readonly string[]): boolean {
  const use = new RegExp(`\\b${name}\\(|\\.\\.\\.${name}\\b|: ${name}\\b|: readonly ${name}\\b`);
  return statements.some((text) => use.test(text));
}
