/** Who else relocates 64-bit PowerPC, in either byte order. */
import { knows, type LoaderKnowledge } from '../../loader.ts';

const OVER_OPCODES = 'it knows one form of the type, and overwrites bits of the opcode and of the register';

export const LOADERS: readonly LoaderKnowledge[] = [
  knows(
    'kexec-tools',
    {
      '2.0.0':
        'ADDR16_LO ADDR16_HI ADDR16_HA ADDR16_HIGHER ADDR16_HIGHEST ADDR32 ADDR64 REL24 TOC TOC16_DS TOC16_DQ',
      '2.0.1': 'REL32 REL64',
      '2.0.3': 'TOC16 TOC16_LO TOC16_HI TOC16_HA TOC16_LO_DS TOC16_LO_DQ',
      '2.0.5': 'REL16_HA REL16_LO',
    },
    {
      source: 'kexec/arch/ppc64/kexec-elf-rel-ppc64.c',
      flaws: [
        {
          types: 'REL24',
          of: 'functions with a local entry',
          until: '2.0.13',
          how: 'calls the global entry, which counts its TOC pointer from an r12 that nobody set',
        },
      ],
      notes: {
        TOC16_DQ: OVER_OPCODES,
        TOC16_LO_DQ: OVER_OPCODES,
        REL64: 'it stores S + A, without subtracting P',
        REL32: 'it subtracts where its own copy stands, not P',
        REL16_HA: 'it takes addis 2, 12 only, makes lis 2 of it, and does not round',
        REL16_LO: 'it takes addi 2, 2 only',
      },
    },
  ),
  // Its purgatory is written without relocations: there is no function that would apply any.
  knows('linux', {}, { source: 'arch/powerpc/kexec/file_load_64.c' }),
  knows(
    'linux-modules',
    {
      '5.10':
        'ADDR32 ADDR64 TOC TOC16 TOC16_LO TOC16_DS TOC16_DQ TOC16_LO_DS TOC16_LO_DQ TOC16_HA REL24 REL64 REL32 TOCSAVE ENTRY REL16_HA ' +
        'REL16_LO',
      '6.12': 'REL24_NOTOC PCREL34 GOT_PCREL34',
    },
    {
      source: 'arch/powerpc/kernel/module_64.c',
      notes: {
        PCREL34: 'with CONFIG_PPC_KERNEL_PCREL only',
        GOT_PCREL34: 'with CONFIG_PPC_KERNEL_PCREL only',
      },
    },
  ),
  knows(
    'linux-boot',
    { '5.10': 'RELATIVE', '6.1': 'UADDR64' },
    { source: 'arch/powerpc/kernel/reloc_64.S', undefinedSymbols: 'taken for 0' },
  ),
  knows('musl', { '1.1.16': 'RELATIVE' }),
  knows('zig', { '0.15': 'RELATIVE' }),
];
