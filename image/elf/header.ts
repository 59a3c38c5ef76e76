import { architectureForElf } from '../../relocator-dsl/architectures.ts';
import { hex } from '../memory/bytes.ts';
import { InputError } from '../trouble/errors.ts';
import { EI_DATA, ELF_MAGIC, ET, EV_CURRENT, PN_XNUM, SHN, SIZES } from './constants.ts';
import { fileKind } from './file-kinds.ts';
import type { ElfFile } from './types.ts';
import { Source } from './view.ts';

export interface Header {
  readonly type: ElfFile['type'];
  readonly machine: number;
  /** e_flags. */
  readonly flags: number;
  readonly entry: bigint;
  readonly sectionOffset: bigint;
  readonly sectionCount: number;
  readonly sectionNames: number;
  readonly programOffset: bigint;
  readonly programCount: number;
}

const TYPES: ReadonlyMap<number, ElfFile['type']> = new Map([
  [ET.REL, 'relocatable'],
  [ET.DYN, 'dynamic'],
]);

const TYPE_NAMES: ReadonlyMap<number, string> = new Map([
  [0, 'ET_NONE'],
  [ET.EXEC, 'ET_EXEC, an executable at a fixed address'],
  [ET.CORE, 'ET_CORE, a core dump'],
]);

function openSource(input: Uint8Array, prefix: string): Source {
  const bytes = new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  const bad = (why: string): InputError => new InputError(`${prefix}ELF header: ${why}`);
  const [fileClass, data, version] = bytes.subarray(ELF_MAGIC.length);
  if (!ELF_MAGIC.every((byte, index) => bytes[index] === byte)) {
    const { what, remedy } = fileKind(bytes);
    throw new InputError(`${prefix}not an ELF file: it is ${what}; ${remedy}`);
  }
  if (fileClass !== 1 && fileClass !== 2) {
    throw bad(`EI_CLASS is ${fileClass ?? 'missing'}; it must be 1 (32-bit) or 2 (64-bit)`);
  }
  if (data !== EI_DATA.little && data !== EI_DATA.big) {
    throw bad(`EI_DATA is ${data ?? 'missing'}; it must be 1 (little-endian) or 2 (big-endian)`);
  }
  if (version !== EV_CURRENT) throw bad(`EI_VERSION is ${version ?? 'missing'}; it must be ${EV_CURRENT}`);
  const wide = fileClass === 2;
  const { fileHeader: size } = SIZES[wide ? 64 : 32];
  if (bytes.length < size) {
    throw bad(`the file has ${bytes.length} bytes; the header alone takes ${size}`);
  }
  return new Source(bytes, prefix, data === EI_DATA.little, wide);
}

/** e_type, at the same place in files of both classes; undefined where the file ends before it. */
export function fileType(bytes: Uint8Array): number | undefined {
  const [low, high] = bytes.subarray(16, 18);
  if (low === undefined || high === undefined) return undefined;
  return bytes[5] === 2 ? low * 256 + high : high * 256 + low;
}

/**
 * @param types the e_type values that are taken, and what they are called
 * @throws InputError
 */
export function readHeader(
  input: Uint8Array,
  prefix: string,
  types = TYPES,
): { source: Source; header: Header } {
  const source = openSource(input, prefix);
  const { wide, sizes } = source;
  const bad = (why: string): InputError => source.error(`ELF header: ${why}`);
  const view = source.view('ELF header', source.bytes.subarray(0, sizes.fileHeader));

  const fileType = view.u16(16);
  const type = types.get(fileType);
  if (type === undefined) {
    throw bad(
      `e_type is ${TYPE_NAMES.get(fileType) ?? hex(fileType)}; only ET_REL (linked with "ld -r", or a plain ` +
        'object) and ET_DYN (linked with "-static-pie") are read',
    );
  }
  const machine = view.u16(18);
  source.findMachineElf = () =>
    architectureForElf(machine, wide ? 64 : 32, source.little ? 'little' : 'big')?.machine.elf;
  const version = view.u32(20);
  if (version !== EV_CURRENT) throw bad(`e_version is ${version}; it must be ${EV_CURRENT}`);

  const entry = view.word(24);
  const programOffset = view.word(wide ? 32 : 28);
  const sectionOffset = view.word(wide ? 40 : 32);
  const flags = view.u32(wide ? 48 : 36);
  const counts = wide ? 52 : 40;
  const headerSize = view.u16(counts);
  if (headerSize !== view.length) throw bad(`e_ehsize is ${headerSize}; it must be ${view.length}`);
  const programEntry = view.u16(counts + 2);
  const rawProgramCount = view.u16(counts + 4);
  const sectionEntry = view.u16(counts + 6);
  const rawSectionCount = view.u16(counts + 8);
  const rawNames = view.u16(counts + 10);

  if (rawProgramCount !== 0 && programEntry !== sizes.programHeader) {
    throw bad(`e_phentsize is ${programEntry}; it must be ${sizes.programHeader}`);
  }
  if (sectionOffset === 0n) {
    if (rawSectionCount !== 0) throw bad(`e_shnum is ${rawSectionCount}, yet e_shoff is 0`);
    if (rawProgramCount === PN_XNUM) throw bad('e_phnum is PN_XNUM (0xffff), yet there is no section 0');
  } else if (sectionEntry !== sizes.sectionHeader) {
    throw bad(`e_shentsize is ${sectionEntry}; it must be ${sizes.sectionHeader}`);
  }

  let sectionCount = BigInt(rawSectionCount);
  let sectionNames: number = rawNames;
  let programCount: number = rawProgramCount;
  if (sectionOffset !== 0n) {
    // Counts that do not fit the header's 16 bits stand in section 0.
    const first = source.view(
      'section 0',
      source.range('section 0', sectionOffset, BigInt(sizes.sectionHeader), ['e_shoff', 'e_shentsize']),
    );
    if (rawSectionCount === 0) sectionCount = first.word(wide ? 32 : 20);
    if (rawNames === SHN.XINDEX) sectionNames = first.u32(wide ? 40 : 24);
    if (rawProgramCount === PN_XNUM) programCount = first.u32(wide ? 44 : 28);
    source.range('section headers', sectionOffset, sectionCount * BigInt(sizes.sectionHeader), [
      'e_shoff',
      `e_shnum * e_shentsize`,
    ]);
  } else {
    sectionNames = 0;
  }
  if (sectionNames !== 0 && BigInt(sectionNames) >= sectionCount) {
    throw bad(`e_shstrndx names section ${sectionNames}, but the file has ${sectionCount} sections`);
  }
  if (programCount !== 0) {
    source.range('program headers', programOffset, BigInt(programCount) * BigInt(sizes.programHeader), [
      'e_phoff',
      `e_phnum * e_phentsize`,
    ]);
  }
  return {
    source,
    header: {
      type,
      machine,
      flags,
      entry,
      sectionOffset,
      sectionCount: Number(sectionCount),
      sectionNames,
      programOffset,
      programCount,
    },
  };
}
