/**
 * Headers: on some machines a loader copies the first bytes at the address it enters, and sends all other processors
 * into the copy. Such an image is entered at its header, not at its first byte. The branch that the header begins with
 * is led to the prologue, and the prologue goes on where it led before.
 */
import { fieldMask } from '../../relocator-dsl/field.ts';
import type { ImageSource, Layout } from '../input/source.ts';
import { hex, readContainer, writeContainer } from '../memory/bytes.ts';
import type { Setting } from '../memory/symbol-value.ts';
import { InputError } from '../trouble/errors.ts';

export interface Header {
  readonly offset: number;
  readonly size: number;
  /** Where its branch led. */
  readonly target: number;
  /** Its branch, which now leads to the blob's first byte. */
  readonly branch: Setting;
}

/**
 * The header of an image: what the entry's symbol names, if it is as long as headers of the machine are.
 * @throws InputError when it does not begin with a branch to somewhere in the image
 */
export function headerOf(
  { architecture, model }: ImageSource,
  { entry, symbols, imageOffset, size }: Layout,
  image: Uint8Array,
): Header | undefined {
  const { instructionOrder, wordBits, loading } = architecture.machine;
  const { header } = loading;
  const symbol = symbols.find((each) => each.offset === entry && each.size === header?.bytes);
  if (!header || !symbol) return undefined;
  const rule = architecture.byName.get(header.branch.rule);
  const reference = model.rules.get(header.branch.rule);
  if (rule?.kind !== 'rule' || !reference) throw new RangeError(`${header.branch.rule} is not a rule`);
  const { bytes } = rule.field;
  const word = readContainer(image, entry - imageOffset, bytes, instructionOrder);
  const distance = Number(BigInt.asIntN(rule.check.range?.bits ?? wordBits, reference.extract(word)));
  const target = entry + distance;
  const isBranch = (word & ~fieldMask(rule.field)) === header.branch.opcode;
  if (!isBranch || target < imageOffset || target >= size) {
    throw new InputError(
      `${symbol.name} has the ${hex(header.bytes)} bytes of a header, but does not begin with a branch to code of the ` +
        'image; begin it with one, or give the symbol another size',
    );
  }
  const back = reference.insert(header.branch.opcode, BigInt.asUintN(wordBits, BigInt(-entry)));
  const branch = new Uint8Array(bytes);
  writeContainer(branch, 0, bytes, instructionOrder, back);
  return { offset: entry, size: header.bytes, target, branch: { offset: entry, bytes: branch } };
}
