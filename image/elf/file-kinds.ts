/** What a file is, told by the signatures of formats, and how that comes of it which was asked for. */
import { ELF_MAGIC } from './constants.ts';

export interface FileKind {
  /** As in "it is …". */
  readonly what: string;
  /** What the user does who wants an object. */
  readonly remedy: string;
  /** True where that helps whatever was asked for, which is in the file. */
  readonly packed?: true;
}

/** A signature of a format. */
interface Signature extends FileKind {
  /** In hexadecimal, or as text in quotation marks; a byte may be any of several, `..` any. */
  readonly starts: string;
  /** Bytes into the file; default: 0. */
  readonly at?: number;
  /** What else must hold, for signatures that other files may have by chance. */
  readonly also?: (bytes: Uint8Array) => boolean;
}

const NO_LTO = 'recompile it with -fno-lto';
const FOR_ELF = 'compile for a target with ELF objects (clang --target=…-unknown-none-elf)';
const KERNEL_REMEDY =
  'it is what a purgatory enters: a loader takes it as it is; pass the object of the purgatory';
const MAP_REMEDY = 'pass the object, or the image that the map stands beside';

function packed(format: string, command: string): FileKind {
  return { what: `compressed with ${format}`, remedy: `unpack it first (${command})`, packed: true };
}

function packer(format: string, command: string): FileKind {
  return { what: `a ${format} archive`, remedy: `unpack it first (${command})`, packed: true };
}

function kernel(form: string): FileKind {
  return { what: `a Linux kernel (${form})`, remedy: KERNEL_REMEDY };
}

/** In order: where two hold, the first is meant. Numbers as in file(1)'s lists and in the formats' own documents. */
const SIGNATURES: readonly Signature[] = [
  { starts: '4243c0de', what: 'LLVM bitcode', remedy: `${NO_LTO}, and without -emit-llvm` },
  { starts: 'dec0170b', what: 'LLVM bitcode in its wrapper', remedy: `${NO_LTO}, and without -emit-llvm` },
  { starts: '1f8b08', ...packed('gzip', 'gunzip') },
  { starts: 'fd377a585a00', ...packed('xz', 'unxz') },
  { starts: '28b52ffd', ...packed('zstd', 'unzstd') },
  { starts: '"BZh"', ...packed('bzip2', 'bunzip2'), also: (bytes) => /[1-9]/.test(textAt(bytes, 3, 1)) },
  { starts: '04224d18', ...packed('lz4', 'unlz4') },
  { starts: '02214c18', ...packed('lz4 (its old format)', 'unlz4') },
  { starts: '5d0000', ...packed('lzma', 'unlzma'), also: isLzma },
  { starts: '894c5a4f000d0a1a0a', ...packed('lzop', 'lzop -d') },
  { starts: '"LZIP"01', ...packed('lzip', 'lzip -d') },
  { starts: '1f9d', ...packed('compress', 'uncompress'), also: ({ length }) => length > 3 },
  { starts: '"PK"0304', ...packer('zip', 'unzip') },
  { starts: '377abcaf271c', ...packer('7z', '7z x') },
  { starts: '"ustar"', at: 257, ...packer('tar', 'tar -xf') },
  { starts: '"07070"', ...packer('cpio', 'cpio -i') },
  { starts: 'edabeedb', ...packer('rpm', 'rpm2cpio | cpio -id') },
  { starts: '"HdrS"', at: 0x202, ...kernel('bzImage') },
  { starts: '"ARM"64', at: 0x38, ...kernel('Image') },
  { starts: '"RSC"05', at: 0x38, ...kernel('Image') },
  { starts: 'cd238281', at: 0x38, ...kernel('Image, or vmlinux.efi') },
  { starts: '"zimg"', at: 4, ...kernel('compressed EFI image') },
  { starts: '18286f01', at: 0x24, ...kernel('zImage') },
  { starts: '016f2818', at: 0x24, ...kernel('zImage') },
  { starts: '27051956', what: 'an image for U-Boot', remedy: KERNEL_REMEDY },
  { starts: 'd00dfeed', what: 'a device tree', remedy: 'pass the object of the purgatory' },
  { starts: '"MZ"', what: 'a Windows or EFI program (PE)', remedy: FOR_ELF, also: isPortableExecutable },
  { starts: '"MZ"', what: 'a DOS program', remedy: FOR_ELF, also: ({ length }) => length >= 64 },
  {
    starts: '0000ffff',
    what: 'a Windows object (COFF)',
    remedy: FOR_ELF,
    also: ({ length }) => length >= 20,
  },
  { starts: 'cefaedfe', what: 'a Mach-O file', remedy: FOR_ELF },
  { starts: 'cffaedfe', what: 'a Mach-O file', remedy: FOR_ELF },
  { starts: 'feedface', what: 'a Mach-O file', remedy: FOR_ELF },
  { starts: 'feedfacf', what: 'a Mach-O file', remedy: FOR_ELF },
  { starts: 'cafebabe', what: 'a Mach-O file for several machines', remedy: FOR_ELF, also: hasFewParts },
  { starts: 'cafebabe', what: 'a Java class', remedy: 'pass the object of the purgatory' },
  { starts: '0061736d', what: 'WebAssembly', remedy: FOR_ELF },
  { starts: '01df', what: 'an object for AIX (XCOFF)', remedy: FOR_ELF, also: ({ length }) => length >= 20 },
  { starts: '01f7', what: 'an object for AIX (XCOFF)', remedy: FOR_ELF, also: ({ length }) => length >= 24 },
  { starts: '"<bigaf>\n"', what: 'an archive for AIX', remedy: FOR_ELF },
  { starts: '"!<arch>\n"', what: 'an archive', remedy: 'pass the object in it (ar x)' },
  { starts: '"!<thin>\n"', what: 'a thin archive', remedy: 'pass the objects that it names (ar t)' },
  { starts: '"gpch"', what: 'a precompiled header', remedy: 'compile the source file, not the header' },
  { starts: '"CPCH"', what: 'a precompiled header', remedy: 'compile the source file, not the header' },
];

const ELF: FileKind = { what: 'an ELF file', remedy: 'pass it as it is' };

const EMPTY: FileKind = {
  what: 'empty',
  remedy: 'see whether what should have written it failed, and make it again',
};

/** Bytes that are looked at to tell text. */
const TEXT_SAMPLE = 4096;
/** Names on the first lines of linker scripts, as in libc.so of Debian. */
const LINKER_SCRIPT =
  /^\s*(?:\/\* GNU ld script|(?:SECTIONS|PHDRS|MEMORY)\s*\{|(?:OUTPUT_FORMAT|OUTPUT_ARCH|GROUP|INPUT|ENTRY)\s*\()/m;
const MAP = /^\s*\{\s*"version"\s*:\s*\d+\s*,\s*"arch"\s*:/;

/** What the bytes are by their signature; undefined for what has none. */
function signedKind(bytes: Uint8Array): FileKind | undefined {
  if (bytes.length === 0) return EMPTY;
  return signatureOf(bytes) ?? textKind(bytes);
}

function signatureOf(bytes: Uint8Array): FileKind | undefined {
  if (ELF_MAGIC.every((byte, index) => bytes[index] === byte)) return ELF;
  const found = SIGNATURES.find(
    ({ starts, at = 0, also }) => hasBytes(bytes, at, starts) && also?.(bytes) !== false,
  );
  if (found) return found;
  return isCoffObject(bytes) ? { what: 'a Windows object (COFF)', remedy: FOR_ELF } : undefined;
}

/** What the bytes are, as "it is …" goes on. */
export function fileKind(bytes: Uint8Array): FileKind {
  const known = signedKind(bytes);
  if (known) return known;
  const first = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0'));
  return {
    what: `of no format that relocator knows (it begins with ${first.join(' ')})`,
    remedy:
      'pass the object that the compiler or ld -r wrote; an image that relocator built is not built again',
  };
}

/** What the bytes are, if that may have code in it which is no ELF object yet. */
export function unreadKind(bytes: Uint8Array): FileKind | undefined {
  const known = bytes.length === 0 ? undefined : signatureOf(bytes);
  return known === ELF ? undefined : known;
}

/** True for what begins as files of some format do, or as text. */
export function hasSignature(bytes: Uint8Array): boolean {
  return signedKind(bytes) !== undefined;
}

/** True for the map of an image, whole or not. */
export function isMapText(bytes: Uint8Array): boolean {
  return isText(bytes) && MAP.test(textAt(bytes, 0, TEXT_SAMPLE));
}

/** The message about a file that stands where another should. @param remedy how to have that one */
export function whyNot(bytes: Uint8Array, wanted: string, remedy: string): string {
  const kind = fileKind(bytes);
  return `not ${wanted}: it is ${kind.what}; ${kind.packed ? kind.remedy : remedy}`;
}

function textKind(bytes: Uint8Array): FileKind | undefined {
  if (!isText(bytes)) return undefined;
  const text = textAt(bytes, 0, TEXT_SAMPLE);
  const script = /^#!\s*(\S.*)/.exec(text)?.[1]?.trim();
  if (script !== undefined) {
    return {
      what: `a script (#!${script.slice(0, 40)})`,
      remedy: 'pass the object, not the program that makes it',
    };
  }
  if (isMapText(bytes)) return { what: 'the map of an image', remedy: MAP_REMEDY };
  if (/^; ModuleID = /m.test(text)) {
    return { what: 'LLVM assembly', remedy: 'compile it (llc -filetype=obj), or without -emit-llvm' };
  }
  if (/^--- !tapi-tbd/.test(text)) return { what: 'a stub of a library for macOS', remedy: FOR_ELF };
  if (LINKER_SCRIPT.test(text)) {
    return {
      what: 'a linker script',
      remedy: 'pass the objects and archives that it names, or link with it first (ld -r -T)',
    };
  }
  return { what: 'text', remedy: 'if it is source, compile it first (cc -c)' };
}

/** True when the first bytes are characters and white space, in UTF-8. */
function isText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, TEXT_SAMPLE);
  // What is cut off in the middle of a character is text all the same.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(sample, { stream: true });
  return text.length > 0 && !text.includes('\ufffd') && !hasControls(text);
}

function hasControls(text: string): boolean {
  return [...text].some((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code === 0x7f || (code < 0x20 && !'\t\n\v\f\r\x1b'.includes(character));
  });
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return new TextDecoder('utf-8').decode(bytes.subarray(at, at + length));
}

function hasBytes(bytes: Uint8Array, at: number, pattern: string): boolean {
  const wanted = [...pattern.matchAll(/"([^"]*)"|([0-9a-f]{2})/g)].flatMap(([, text, byte = '']) =>
    text === undefined ? [Number.parseInt(byte, 16)] : [...text].map((character) => character.charCodeAt(0)),
  );
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

function numberAt(bytes: Uint8Array, at: number, size: 2 | 4, little = true): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + size > bytes.length) return 0;
  return size === 2 ? view.getUint16(at, little) : view.getUint32(at, little);
}

/** The header of LZMA_alone: properties, size of the dictionary, size unpacked or all ones. */
function isLzma(bytes: Uint8Array): boolean {
  const dictionary = numberAt(bytes, 1, 4);
  return bytes.length > 13 && dictionary > 0 && (dictionary & (dictionary - 1)) === 0;
}

function isPortableExecutable(bytes: Uint8Array): boolean {
  const at = numberAt(bytes, 0x3c, 4);
  return bytes.length > 0x40 && hasBytes(bytes, at, '"PE"0000');
}

/** Tells from a Java class, which has its version, 45 and up, in that place. */
function hasFewParts(bytes: Uint8Array): boolean {
  return numberAt(bytes, 4, 4, false) < 45;
}

/** Machines of COFF objects, as the PE format has them. */
const COFF_MACHINES: ReadonlySet<number> = new Set([
  0x14c, 0x8664, 0xaa64, 0xa641, 0xa64e, 0x1c0, 0x1c2, 0x1c4, 0x166, 0x200, 0x1f0, 0x5032, 0x5064, 0x6264,
]);

/** An object has no optional header, and its tables lie in the file. */
function isCoffObject(bytes: Uint8Array): boolean {
  const sections = numberAt(bytes, 2, 2);
  const symbols = numberAt(bytes, 8, 4);
  return (
    COFF_MACHINES.has(numberAt(bytes, 0, 2)) &&
    sections > 0 &&
    20 + 40 * sections <= bytes.length &&
    symbols <= bytes.length &&
    numberAt(bytes, 16, 2) === 0
  );
}
