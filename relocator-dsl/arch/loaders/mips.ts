/** Who else relocates MIPS. */
import { knows, type LoaderKnowledge } from '../../loader.ts';

const RELATIVE_NOTE = 'of symbol 0 only; it moves the local words of the GOT, too';

export function loaders(wordBits: 32 | 64, order: 'little' | 'big'): LoaderKnowledge[] {
  const wide = wordBits === 64;
  const relative = wide ? 'MIPS_REL32_64' : 'MIPS_REL32';
  return [
    knows('kexec-tools', {}, { source: 'kexec/arch/mips/kexec-elf-rel-mips.c' }),
    knows(
      'linux-modules',
      {
        '5.10': `MIPS_NONE MIPS_32 MIPS_26 MIPS_HI16 MIPS_LO16 MIPS_PC16 MIPS_PC21_S2 MIPS_PC26_S2${
          wide ? ' MIPS_64 MIPS_HIGHER MIPS_HIGHEST' : ''
        }`,
      },
      {
        source: 'arch/mips/kernel/module.c',
        ...(wide ? { unchecked: 'offsets, and the second and third type of an entry' } : {}),
      },
    ),
    knows(
      'linux-relocs',
      {
        '5.10':
          'MIPS_NONE MIPS_REL32 MIPS_PC16 MIPS_PC21_S2 MIPS_PC26_S2 MIPS_HIGHEST MIPS_HIGHER MIPS_LO16 MIPS_64 MIPS_32 ' +
          'MIPS_26 MIPS_HI16',
        '7.2': 'MIPS_PC32',
      },
      {
        source: 'arch/mips/boot/tools/relocs.c',
        unchecked: 'the carry of LO16 into HI16: the kernel moves by multiples of 64 KiB',
      },
    ),
    knows(
      'u-boot',
      {
        'v2026.10-rc2':
          'MIPS_NONE MIPS_LO16 MIPS_PC16 MIPS_HIGHER MIPS_HIGHEST MIPS_PC21_S2 MIPS_PC26_S2 MIPS_26 MIPS_32 MIPS_64 ' +
          'MIPS_HI16',
      },
      {
        source: 'tools/mips-relocs.c and arch/mips/lib/reloc.c',
        takes: 'files with --emit-relocs',
        unknown: 'refused by number',
        unknownHow: 'is built, and panics with the number of the type when it relocates itself',
        unchecked: 'types, when it is built; it moves by multiples of 64 KiB',
      },
    ),
    knows('musl', { '1.1.16': relative }, { withoutSymbol: relative, notes: { [relative]: RELATIVE_NOTE } }),
    ...(wide && order === 'little'
      ? [
          knows(
            'gnu-efi',
            { '3.0.5': `MIPS_NONE ${relative}` },
            {
              source: 'gnuefi/reloc_mips64el.c',
              withoutSymbol: relative,
              notes: { [relative]: RELATIVE_NOTE },
            },
          ),
        ]
      : []),
  ];
}
