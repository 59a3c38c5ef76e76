/** `relocator map --html`: a page about one image. */
import type { ImageView } from '../../image/view/view.ts';
import { html } from './html.ts';
import { imageHtml, titleLine } from './image.ts';
import { page } from './page.ts';
import { rulesHtml } from './rules.ts';

export function mapPage(name: string, view: ImageView): string {
  const { markup, styles } = imageHtml(view, 'image');
  return page({ title: name, line: titleLine(view), body: html`${markup}${rulesHtml(view.rules)}`, styles });
}
