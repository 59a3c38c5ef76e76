/** A page that needs nothing but itself: what it may load is nothing, and what runs in it is told by hashes. */
import { createHash } from 'node:crypto';
import { shown } from '../reports/shown.ts';
import { Html, html } from './html.ts';
import { SCRIPT, STYLE } from './page-sources.ts';

export interface PageContent {
  readonly title: string;
  /** What stands under the title. */
  readonly line: string;
  readonly body: Html;
  /** Rules for this page alone. */
  readonly styles: string;
}

/** The page as text. */
export function page({ title, line, body, styles }: PageContent): string {
  const style = `\n${STYLE}${styles}\n`;
  const script = `\n${SCRIPT}`;
  const policy = `default-src 'none'; style-src ${source(style)}; script-src ${source(script)}; base-uri 'none'; form-action 'none'`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${shown(title)} – relocator</title>
<style>${new Html(style)}</style>
</head>
<body>
<header><h1>${shown(title)}</h1><p>${shown(line)}</p></header>
<main>
${body}</main>
<script>${new Html(script)}</script>
</body>
</html>
`.text;
}

/** What a policy calls text by. */
function source(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
