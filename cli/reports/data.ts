/** What is known of images and types as the plain data of JSON documents. */
import type { TypeDescription } from '../../codegen/docs/describe.ts';
import type { ImageView } from '../../image/view/view.ts';

/** A type as it is explained; of loaders what they do with it, not what they are. */
export function typeData({ loaders, type, ...description }: TypeDescription): object {
  return {
    ...description,
    number: type,
    loaders: loaders.map(({ loader, ...support }) => ({ loader: loader.name, ...support })),
  };
}

export function viewData({ rules, ...view }: ImageView): object {
  return { ...view, rules: Object.fromEntries([...rules].map(([name, rule]) => [name, typeData(rule)])) };
}
