import { readElf } from '../../image/elf/read.ts';
import { analyseObject } from '../../image/input/object.ts';
import { rulesFor } from '../../image/input/open.ts';

/** What the analysis finds in an object. */
export function analysed(bytes: Uint8Array): ReturnType<typeof analyseObject> {
  const elf = readElf(bytes);
  const { architecture, model } = rulesFor(elf);
  return analyseObject(elf, architecture, model, {});
}
