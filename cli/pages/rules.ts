/** Relocation types as a page tells them: formula, field, check, motion, loaders, source. */
import { loaderTexts, type RuleDescription } from '../../codegen/docs/describe.ts';
import { type Html, html, prose } from './html.ts';

/** All rules of a page, each under an id that its name gives. */
export function rulesHtml(rules: ReadonlyMap<string, RuleDescription>): Html {
  if (rules.size === 0) return html``;
  return html`<section aria-labelledby="rules"><h2 id="rules">Rules</h2>
<div class="rules">${[...rules.values()].map(ruleHtml)}</div></section>
`;
}

/** The id of a rule's article. */
export function ruleId(type: string): string {
  return `rule-${type}`;
}

/** Pictures of fields with longer lines are made smaller. */
const WIDE = 40;

function ruleHtml(rule: RuleDescription): Html {
  const { name, type, formula, field, picture, check, motion, notes, example, source, loaders, slot } = rule;
  const wide = picture.some(({ length }) => length > WIDE);
  const rows: (readonly [string, string])[] = [
    ['formula', `X = ${formula}`],
    ['field', field],
    ['check', check],
    [
      'motion',
      `when the image slides by D: ${motion.image} (symbol in the image), ${motion.fixed} (absolute symbol)`,
    ],
    ...(slot === undefined ? [] : [['GOT slot', `holds ${slot}`] as const]),
    ['notes', notes],
    ['example', example],
    ['loaders', loaderTexts(loaders).join('; ') || 'none'],
    ['source', source],
  ];
  return html`<article class="rule" id="${ruleId(name)}" aria-label="${name}"><h3>${name} <small>${type}</small></h3>
<div class="fieldbox"><pre class="${wide ? 'wide' : ''}" role="img" aria-label="bits of the field: ${field}">${picture.join('\n')}</pre></div>
${definitions(rows, PROSE)}</article>
`;
}

/** What is told in sentences. */
const PROSE: readonly string[] = ['field', 'motion', 'notes', 'loaders', 'source'];

/** @param inProse labels of what is set as text, not as code */
export function definitions(
  rows: readonly (readonly [string, string])[],
  inProse: readonly string[] = [],
): Html {
  const items = rows
    .filter(([, text]) => text !== '')
    .map(([label, text]) =>
      inProse.includes(label)
        ? html`<dt>${label}</dt><dd class="prose">${prose(text)}</dd>`
        : html`<dt>${label}</dt><dd>${text}</dd>`,
    );
  return html`<dl>${items}</dl>`;
}
