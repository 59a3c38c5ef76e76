/** What a file is that no tool of the tests writes: made here as the formats' own documents say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileKind, hasSignature } from '../../../image/elf/file-kinds.ts';
import { readElf } from '../../../index.ts';
import { filesOf, ROOT } from '../../support/files.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** Zeros with bytes at their offsets. */
function file(length: number, parts: Readonly<Record<number, string | readonly number[]>>): Uint8Array {
  const bytes = new Uint8Array(length);
  for (const [at, part] of Object.entries(parts)) {
    bytes.set(typeof part === 'string' ? text(part) : part, Number(at));
  }
  return bytes;
}

const KERNEL = /a purgatory enters/;

describe('a file', () => {
  it.each([
    ['no bytes', new Uint8Array(), /^not an ELF file: it is empty; /],
    ['a shell script', text('#!/bin/sh -e\nexit\n'), /it is a script \(#!.bin.sh -e\); pass the object/],
    [
      'the linker script libc.so',
      text('/* GNU ld script */\nGROUP ( a.so )\n'),
      /linker script; pass the objects/,
    ],
    ['another', text('OUTPUT_ARCH(x)\nSECTIONS {\n'), /it is a linker script/],
    ['C', text('int main(void) { return 0; }\n'), /it is text; if it is source, compile it first \(cc -c\)/],
    ['text in another language', text('Ein Übermaß an Zeichen: 気\n'), /it is text/],
    ['a map', text('{\n  "version": 1,\n  "arch": "any",\n'), /it is the map of an image; pass the object/],
    // Of Linux 6.6, Documentation/arch: boot.rst, booting.rst, boot-image-header.rst.
    ['bzImage', file(1024, { 0: 'MZ', 510: [0x55, 0xaa], 514: 'HdrS' }), KERNEL],
    [
      'an Image with an EFI stub',
      file(256, { 0: 'MZ', 56: [0x41, 0x52, 0x4d, 0x64], 60: [64], 64: 'PE' }),
      KERNEL,
    ],
    ['an Image without', file(256, { 48: 'RISCV', 56: 'RSC\x05' }), KERNEL],
    ['vmlinuz.efi', file(256, { 0: 'MZ\0\0zimg', 60: [64], 64: 'PE\0\0' }), KERNEL],
    ['zImage', file(256, { 36: [0x18, 0x28, 0x6f, 0x01] }), KERNEL],
    ['uImage', file(64, { 0: [0x27, 0x05, 0x19, 0x56] }), /an image for U-Boot/],
    ['a device tree', file(64, { 0: [0xd0, 0x0d, 0xfe, 0xed] }), /a device tree/],
    ['a DOS program', file(64, { 0: 'MZ' }), /a DOS program/],
    // Of the PE format: IMAGE_FILE_MACHINE_UNKNOWN and 0xffff, ANON_OBJECT_HEADER_BIGOBJ.
    ['a big COFF object', file(64, { 0: [0, 0, 0xff, 0xff, 2] }), /a Windows object \(COFF\)/],
    ['a fat Mach-O file', file(64, { 0: [0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 2] }), /Mach-O file for several/],
    ['a Java class', file(64, { 0: [0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 61] }), /a Java class/],
    ['cpio', text('070701000002D1000041ED'), /a cpio archive; unpack it first/],
    ['zip', file(64, { 0: 'PK\x03\x04' }), /a zip archive; unpack it first/],
    ['rpm', file(96, { 0: [0xed, 0xab, 0xee, 0xdb] }), /an? rpm archive; unpack it first/],
    [
      'other data',
      Uint8Array.of(0xe8, 0, 0, 0, 0),
      /of no format that relocator knows \(it begins with e8 00 00 00 00\)/,
    ],
  ])('is told by what it is: %s', (_, bytes, message) => {
    expect(() => readElf(bytes)).toThrow(message);
    expect(() => readElf(bytes, 'name')).toThrow(/^name: not an ELF file: it is /);
  });

  it('is text when a character is cut off at the end of what is looked at', () => {
    expect(fileKind(text(`${'x'.repeat(4095)}ß`)).what).toBe('text');
  });

  it('is no text with a control character, or with bytes that are no characters', () => {
    expect(hasSignature(text('text\u0000'))).toBe(false);
    expect(hasSignature(Uint8Array.of(0x61, 0xff, 0x61))).toBe(false);
  });

  it('is not taken for another when it is an image, which a prologue begins', () => {
    const prologues = filesOf('generated-asm').filter((name) => name.endsWith('.bin'));
    expect(prologues.length).toBeGreaterThan(100);
    expect(prologues.filter((name) => hasSignature(readFileSync(join(ROOT, name))))).toEqual([]);
  });
});
