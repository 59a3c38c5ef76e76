/** `relocator audit --html`: a page about what was audited, with the image of each object that can be built. */

import type { RuleDescription } from '../../codegen/docs/describe.ts';
import { explainType } from '../../image/explain.ts';
import type { Finding } from '../../image/gate/findings.ts';
import { InputError } from '../../image/trouble/errors.ts';
import type { ImageView } from '../../image/view/view.ts';
import { type AuditFacts, type FileReport, findingText } from '../reports/report.ts';
import { type Html, html, SENTENCE, shown } from './html.ts';
import { imageHtml, titleLine } from './image.ts';
import { page } from './page.ts';
import { ruleId, rulesHtml } from './rules.ts';

export function auditPage(files: readonly FileReport[]): string {
  const rules = rulesOf(files);
  const parts = files.map((file, at) => fileHtml(file, `f${at}`, rules, files.length > 1));
  const found = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const [only, ...more] = files;
  return page({
    title: only && more.length === 0 ? only.file : `${files.length} files`,
    line: found === 0 ? 'nothing found' : `${found} found`,
    body: html`${parts.map(({ markup }) => markup)}${rulesHtml(rules)}`,
    styles: parts.map(({ styles }) => styles).join('\n'),
  });
}

function fileHtml(
  { file, audit, findings, known, view }: FileReport,
  id: string,
  rules: ReadonlyMap<string, RuleDescription>,
  titled: boolean,
): { readonly markup: Html; readonly styles: string } {
  const image: { readonly markup: Html; readonly styles: string } = view
    ? imageHtml(view, id)
    : { markup: html``, styles: '' };
  const before = known === 0 ? '' : `, ${known} known before`;
  const title = titled ? html`<h2>${shown(file)}</h2>` : html``;
  const markup = html`<section class="file" aria-label="${shown(file)}">${title}
<p class="none">${audit?.arch ?? 'not audited'}, ${findings.length} found${before}</p>
${findingsHtml(findings)}${audit ? typesHtml(audit, rules, shown(file)) : html``}
${view ? imageTitle(view) : html``}${image.markup}</section>
`;
  return { markup, styles: image.styles };
}

function imageTitle(view: ImageView): Html {
  return html`<h2>The image that build makes of it</h2><p class="none">${titleLine(view)}</p>`;
}

function findingsHtml(findings: readonly Finding[]): Html {
  if (findings.length === 0) return html``;
  return html`<ul class="findings">${findings.map(
    (
      finding,
    ) => html`<li><strong>${shown(finding.rule)}</strong> ${shown(findingText(finding), SENTENCE)}</li>
`,
  )}</ul>`;
}

function typesHtml(
  { entries, loaders }: AuditFacts,
  rules: ReadonlyMap<string, RuleDescription>,
  file: string,
): Html {
  if (entries.length === 0) return html`<p class="none">No relocations.</p>`;
  const labels = loaders.map(({ label }) => label);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Relocation types of ${file}"><table class="types">
<thead><tr>${['Count', 'Class', 'Type', 'Formula', ...labels, 'First'].map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${entries.map(
    ({
      count,
      class: what,
      name,
      formula,
      knownTo,
      first,
    }) => html`<tr><td>${count}</td><td class="${what === 'refused' || what === 'undefined' ? 'bad' : ''}">${what}</td><td>${rules.has(name) ? html`<a href="#${ruleId(name)}">${name}</a>` : shown(name)}</td><td>${formula}</td>${labels.map((label) => html`<td>${knownTo.includes(label) ? 'yes' : 'no'}</td>`)}<td>${shown(`${first.section}+0x${first.offset.toString(16)} ${first.symbol}`)}</td></tr>
`,
  )}</tbody></table></div>`;
}

/** The rules of all types that occur, by name; a machine's and its kin's are told once. */
function rulesOf(files: readonly FileReport[]): Map<string, RuleDescription> {
  const rules = new Map<string, RuleDescription>();
  for (const { audit, view } of files) {
    for (const [name, rule] of view?.rules ?? []) rules.set(name, rule);
    for (const { name } of audit?.entries ?? []) {
      const rule = rules.has(name) || !audit ? undefined : ruleOf(name, audit.arch);
      if (rule) rules.set(name, rule);
    }
  }
  return rules;
}

/** Undefined for types that have none, and for numbers that no table has. */
function ruleOf(name: string, arch: string): RuleDescription | undefined {
  try {
    const described = explainType(name, arch);
    return described.kind === 'rule' ? described : undefined;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
