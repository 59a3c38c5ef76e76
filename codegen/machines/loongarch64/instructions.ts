/** The instructions of 64-bit LoongArch that prologues are made of. */
import type { Encoder, OperandValue } from '../../assemble/own.ts';

const NAMED = ['zero', 'ra', 'tp', 'sp'];
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...NAMED.map((name, index) => [`$${name}`, index] as const),
  ...Array.from({ length: 8 }, (_, index) => [`$a${index}`, 4 + index] as const),
  ...Array.from({ length: 9 }, (_, index) => [`$t${index}`, 12 + index] as const),
  ['$fp', 22] as const,
  ...Array.from({ length: 9 }, (_, index) => [`$s${index}`, 23 + index] as const),
]);

/** What an operand is, in the order in which they are written, and where it stands. */
type Operand =
  | { readonly kind: 'register'; readonly at: number }
  | {
      readonly kind: 'signed' | 'unsigned';
      readonly bits: number;
      readonly at: number;
      readonly scale: number;
    }
  /** A distance, in words; an upper part stands below the lower 16 bits. */
  | { readonly kind: 'target'; readonly bits: number };

const register = (at: number): Operand => ({ kind: 'register', at });
const immediate = (kind: 'signed' | 'unsigned', bits: number, at: number, scale = 1): Operand => {
  return { kind, bits, at, scale };
};

const RD = register(0);
const RJ = register(5);
const RK = register(10);
const SI12 = immediate('signed', 12, 10);
const UI12 = immediate('unsigned', 12, 10);
const SI20 = immediate('signed', 20, 5);
const UI6 = immediate('unsigned', 6, 10);
const BRANCH: readonly Operand[] = [RJ, RD, { kind: 'target', bits: 16 }];
const ZERO_BRANCH: readonly Operand[] = [RJ, { kind: 'target', bits: 21 }];
const bitString = (bits: 5 | 6): Operand[] => {
  return [RD, RJ, immediate('unsigned', bits, 16), immediate('unsigned', bits, 10)];
};

interface Form {
  readonly opcode: number;
  readonly operands: readonly Operand[];
}

function forms(operands: readonly Operand[], opcodes: Readonly<Record<string, number>>): [string, Form][] {
  return Object.entries(opcodes).map(([name, opcode]) => [name, { opcode, operands }]);
}

const FORMS: ReadonlyMap<string, Form> = new Map([
  ...forms([RD, RJ, RK], {
    'add.w': 0x0010_0000,
    'add.d': 0x0010_8000,
    'sub.d': 0x0011_8000,
    'ldx.d': 0x380c_0000,
  }),
  ...forms([RD, RJ], { move: 0x0015_0000 }),
  ...forms([RD, RJ, SI12], {
    sltui: 0x0240_0000,
    'addi.w': 0x0280_0000,
    'addi.d': 0x02c0_0000,
    'lu52i.d': 0x0300_0000,
    'ld.b': 0x2800_0000,
    'ld.w': 0x2880_0000,
    'ld.d': 0x28c0_0000,
    'st.b': 0x2900_0000,
    'st.h': 0x2940_0000,
    'st.w': 0x2980_0000,
    'st.d': 0x29c0_0000,
    'ld.bu': 0x2a00_0000,
    'ld.hu': 0x2a40_0000,
    'ld.wu': 0x2a80_0000,
  }),
  ...forms([RD, RJ, UI12], { andi: 0x0340_0000, ori: 0x0380_0000 }),
  ...forms([RD, RJ, immediate('signed', 14, 10, 4)], { 'stptr.d': 0x2700_0000 }),
  ...forms([RD, RJ, immediate('signed', 16, 10)], { 'addu16i.d': 0x1000_0000 }),
  ...forms([RD, SI20], { 'lu12i.w': 0x1400_0000, 'lu32i.d': 0x1600_0000, pcaddi: 0x1800_0000 }),
  ...forms([RD, RJ, UI6], { 'slli.d': 0x0041_0000, 'srli.d': 0x0045_0000, 'srai.d': 0x0049_0000 }),
  ...forms(bitString(5), { 'bstrins.w': 0x0060_0000 }),
  ...forms(bitString(6), { 'bstrins.d': 0x0080_0000, 'bstrpick.d': 0x00c0_0000 }),
  ...forms(BRANCH, { bne: 0x5c00_0000, blt: 0x6000_0000, bltu: 0x6800_0000 }),
  ...forms(ZERO_BRANCH, { beqz: 0x4000_0000, bnez: 0x4400_0000 }),
  ...forms([{ kind: 'target', bits: 26 }], { b: 0x5000_0000 }),
  ...forms([RJ], { jr: 0x4c00_0000 }),
  ...forms([immediate('unsigned', 15, 0)], { ibar: 0x3872_8000 }),
]);

function encodeOperand(operand: Operand, text: string, at: number, value: OperandValue): number {
  if (operand.kind === 'register') {
    const number = NUMBERS.get(text);
    if (number === undefined) throw new RangeError(`${text} is no register`);
    return number << operand.at;
  }
  if (operand.kind === 'target') return encodeTarget(value(text) - at, operand.bits);
  const { kind, bits, scale } = operand;
  const given = value(text);
  if (given % scale !== 0) throw new RangeError(`${text} is not a multiple of ${scale}`);
  const scaled = given / scale;
  const [low, high] = kind === 'signed' ? [-(2 ** (bits - 1)), 2 ** (bits - 1)] : [0, 2 ** bits];
  if (scaled < low || scaled >= high)
    throw new RangeError(`${text} is not from ${low * scale} to ${(high - 1) * scale}`);
  return (scaled & (2 ** bits - 1)) << operand.at;
}

function encodeTarget(distance: number, bits: number): number {
  if (distance % 4 !== 0) throw new RangeError(`its target is ${distance} bytes away, no multiple of 4`);
  const words = distance / 4;
  const limit = 2 ** (bits - 1);
  if (words < -limit || words >= limit)
    throw new RangeError(`its target, ${distance} bytes away, is out of reach`);
  const upper = bits > 16 ? (words >> 16) & (2 ** (bits - 16) - 1) : 0;
  return ((words & 0xffff) << 10) | upper;
}

/** In the first pass labels are 0, so nothing is known of distances yet. */
export const loongarchEncoder: Encoder = {
  order: 'little',
  encode({ mnemonic, operands, at, value }) {
    const form = FORMS.get(mnemonic);
    if (!form) throw new RangeError(`there is no encoding for ${mnemonic}`);
    if (form.operands.length !== operands.length)
      throw new RangeError(`${mnemonic} has ${form.operands.length} operands`);
    const word = form.operands.reduce(
      (bits, operand, index) => bits | encodeOperand(operand, operands[index] ?? '', at, value),
      form.opcode,
    );
    if (mnemonic.startsWith('bstr') && value(operands[2] ?? '') < value(operands[3] ?? ''))
      throw new RangeError(`its lowest bit is above its upper one`);
    return [0, 8, 16, 24].map((shift) => (word >>> shift) & 0xff);
  },
};
