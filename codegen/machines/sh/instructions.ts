/** The instructions of SuperH that prologues are made of, in both byte orders. All have 16 bits. */
import type { Encoder, OperandValue } from '../../assemble/own.ts';

/**
 * Each instruction as manuals write it, and its bits. In operands Rn and Rm are registers in bits 8 to 11 and 4 to 7,
 * #I is a signed and #U an unsigned number in bits 0 to 7, D a distance of four bits in units of the access; T8 and T12
 * are targets of branches, and PC a place from which a word is loaded or of which the address is taken.
 */
const FORMS: readonly (readonly [text: string, bits: number])[] = [
  ['mov #I,Rn', 0xe000],
  ['mov Rm,Rn', 0x6003],
  ...sizes('@Rm,Rn', 0x6000),
  ...sizes('@Rm+,Rn', 0x6004),
  ...sizes('Rm,@Rn', 0x2000),
  ...sizes('Rm,@-Rn', 0x2004),
  ['mov.l @(r0,Rm),Rn', 0x000e],
  ['mov.l Rm,@(r0,Rn)', 0x0006],
  ['mov.l @(D,Rm),Rn', 0x5000],
  ['mov.l Rm,@(D,Rn)', 0x1000],
  ['mov.w PC,Rn', 0x9000],
  ['mov.l PC,Rn', 0xd000],
  ['mova PC,r0', 0xc700],
  ['swap.b Rm,Rn', 0x6008],
  ['swap.w Rm,Rn', 0x6009],
  ['xtrct Rm,Rn', 0x200d],
  ['extu.b Rm,Rn', 0x600c],
  ['extu.w Rm,Rn', 0x600d],
  ['add #I,Rn', 0x7000],
  ['add Rm,Rn', 0x300c],
  ['sub Rm,Rn', 0x3008],
  ['and Rm,Rn', 0x2009],
  ['xor Rm,Rn', 0x200a],
  ['or Rm,Rn', 0x200b],
  ['tst Rm,Rn', 0x2008],
  ['tst #U,r0', 0xc800],
  ['cmp/eq Rm,Rn', 0x3000],
  ['cmp/hs Rm,Rn', 0x3002],
  ['cmp/hi Rm,Rn', 0x3006],
  ['cmp/pz Rn', 0x4011],
  ['shad Rm,Rn', 0x400c],
  ['shld Rm,Rn', 0x400d],
  ['shll Rn', 0x4000],
  ['shlr Rn', 0x4001],
  ['shll8 Rn', 0x4018],
  ['shlr8 Rn', 0x4019],
  ['shll16 Rn', 0x4028],
  ['shlr16 Rn', 0x4029],
  ['rotcr Rn', 0x4025],
  ['sett', 0x0018],
  ['bt T8', 0x8900],
  ['bf T8', 0x8b00],
  ['bt/s T8', 0x8d00],
  ['bf/s T8', 0x8f00],
  ['bra T12', 0xa000],
  ['braf Rn', 0x0023],
  ['jmp @Rn', 0x402b],
  ['nop', 0x0009],
  ['ocbwb @Rn', 0x00b3],
  ['icbi @Rn', 0x00e3],
  ['synco', 0x00ab],
];

/** Accesses of one, two and four bytes, whose opcodes follow each other. */
function sizes(operands: string, bits: number): [string, number][] {
  return ['b', 'w', 'l'].map((size, index) => [`mov.${size} ${operands}`, bits + index]);
}

/** What an operand of a form is written like. */
const PATTERNS: Readonly<Record<string, string>> = {
  Rn: 'r(?<n>\\d+)',
  Rm: 'r(?<m>\\d+)',
  '#I': '#(?<signed>.+)',
  '#U': '#(?<unsigned>.+)',
  D: '(?<distance>[^,()]+)',
  T8: '(?<near>[A-Za-z_].*)',
  T12: '(?<far>[A-Za-z_].*)',
  PC: '(?<place>[A-Za-z_].*)',
};

interface Form {
  readonly operands: readonly RegExp[];
  readonly bits: number;
}

/** The forms of each instruction, the more special ones first. */
const COMPILED: ReadonlyMap<string, readonly Form[]> = compile();

function compile(): Map<string, Form[]> {
  const compiled = new Map<string, Form[]>();
  for (const [text, bits] of FORMS) {
    const [mnemonic = '', operands] = text.split(' ');
    const form = { operands: operands?.split(/,(?![^(]*\))/).map(operandPattern) ?? [], bits };
    compiled.set(mnemonic, [...(compiled.get(mnemonic) ?? []), form]);
  }
  return compiled;
}

function operandPattern(operand: string): RegExp {
  const parts = operand.split(/(Rn|Rm|#I|#U|D|T8|T12|PC)/).map((part) => {
    return PATTERNS[part] ?? part.replaceAll(/[()+@-]/g, '\\$&').replace(',', ',\\s*');
  });
  return new RegExp(`^${parts.join('')}$`);
}

/** The named parts of operands that a form is written with; undefined if it is not. */
function partsOf({ operands: patterns }: Form, operands: readonly string[]): Map<string, string> | undefined {
  if (patterns.length !== operands.length) return undefined;
  const parts = new Map<string, string>();
  for (const [index, pattern] of patterns.entries()) {
    const found = pattern.exec(operands[index] ?? '');
    // A register's name is also that of a label which an instruction might mean.
    if (!found || (found.groups?.place !== undefined && /^r\d+$/.test(found[0]))) return undefined;
    for (const [name, text] of Object.entries(found.groups ?? {})) parts.set(name, text);
  }
  return parts;
}

/** `value` in units of `unit`, as a number of `bits` bits. */
function inField(value: number, bits: number, unit: number, kind: 'signed' | 'unsigned'): number {
  if (value % unit !== 0) throw new RangeError(`${value} is not a multiple of ${unit}`);
  const [low, high] = kind === 'signed' ? [-(2 ** (bits - 1)), 2 ** (bits - 1)] : [0, 2 ** bits];
  const scaled = value / unit;
  if (scaled < low || scaled >= high)
    throw new RangeError(`${value} is not from ${low * unit} to ${(high - 1) * unit}`);
  return scaled & (2 ** bits - 1);
}

function register(text: string): number {
  const number = Number(text);
  if (number > 15) throw new RangeError(`there is no register r${text}`);
  return number;
}

/** The bits of one part of an operand. */
function partBits(name: string, text: string, mnemonic: string, at: number, value: OperandValue): number {
  // The processor counts from the second instruction behind.
  const behind = at + 4;
  const unit = mnemonic === 'mov.w' ? 2 : 4;
  switch (name) {
    case 'n':
      return register(text) << 8;
    case 'm':
      return register(text) << 4;
    case 'signed':
      return inField(value(text), 8, 1, 'signed');
    case 'unsigned':
      return inField(value(text), 8, 1, 'unsigned');
    case 'distance':
      return inField(value(text), 4, unit, 'unsigned');
    case 'near':
      return inField(value(text) - behind, 8, 2, 'signed');
    case 'far':
      return inField(value(text) - behind, 12, 2, 'signed');
    default:
      // Words of four bytes are counted from one.
      return inField(value(text) - (behind - (behind % unit)), 8, unit, 'unsigned');
  }
}

export function shEncoder(order: Encoder['order']): Encoder {
  return {
    order,
    sizeOf: () => 2,
    encode({ mnemonic, operands, at, value }) {
      const forms = COMPILED.get(mnemonic);
      if (!forms) throw new RangeError(`there is no encoding for ${mnemonic}`);
      for (const form of forms) {
        const parts = partsOf(form, operands);
        if (!parts) continue;
        const bits = [...parts].reduce(
          (sum, [name, text]) => sum | partBits(name, text, mnemonic, at, value),
          form.bits,
        );
        const bytes = [bits & 0xff, bits >> 8];
        return order === 'little' ? bytes : bytes.reverse();
      }
      throw new RangeError(`${mnemonic} has no such operands`);
    },
  };
}
