/** Who else relocates RISC-V. */
import { knows, type LoaderKnowledge } from '../../loader.ts';

const PURGATORIES = knows(
  'linux',
  {
    '5.19': 'BRANCH JAL PCREL_HI20 CALL CALL_PLT RVC_BRANCH RVC_JUMP ADD32 SUB32 PCREL_LO12_I ALIGN RELAX',
    '6.9': 'ADD16 SUB16',
    '6.15': '64',
  },
  {
    source: 'arch/riscv/kernel/machine_kexec_file.c',
    undefinedSymbols: 'taken for 0',
    unchecked: 'ranges, undefined symbols',
    notes: {
      PCREL_LO12_I: 'it counts on the instruction right behind the auipc',
      ALIGN: 'the padding stays as it is; compile with -mno-relax',
      ADD16: 'stable releases of 6.1 have it, too',
      SUB16: 'stable releases of 6.1 have it, too',
      '64': 'stable releases of 6.12 have it, too',
    },
  },
);

const GENFW = knows(
  'genfw',
  {
    'edk2-stable202005':
      'NONE 32 64 HI20 LO12_I LO12_S PCREL_HI20 PCREL_LO12_I ADD64 SUB64 ADD32 SUB32 BRANCH JAL GPREL_I GPREL_S CALL ' +
      'RVC_BRANCH RVC_JUMP RELAX SUB6 SET6 SET8 SET16 SET32',
    'edk2-stable202108': 'CALL_PLT GOT_HI20 PCREL_LO12_S',
  },
  {
    undefinedSymbols: 'skipped in silence',
    unchecked: 'undefined symbols, ranges; a LO12 without HI20 before it stays as it is',
    notes: {
      '32': 'it writes 8 bytes',
      PCREL_LO12_I: 'it belongs to the HI20 seen last, whatever its symbol',
    },
  },
);

/** For registers of 32 or 64 bits. */
export function loaders(xlen: 32 | 64): LoaderKnowledge[] {
  const word = `${xlen}`;
  return [
    ...(xlen === 64
      ? [knows('kexec-tools', {}, { source: 'kexec/arch/riscv/kexec-elf-riscv.c' }), PURGATORIES]
      : []),
    knows(
      'linux-modules',
      {
        '5.10':
          '32 64 BRANCH JAL CALL CALL_PLT GOT_HI20 PCREL_HI20 PCREL_LO12_I PCREL_LO12_S HI20 LO12_I LO12_S ADD32 ADD64 ' +
          'SUB32 SUB64 RVC_BRANCH RVC_JUMP RELAX',
        '6.12': 'ADD8 ADD16 SUB8 SUB16 SUB6 SET6 SET8 SET16 SET32 32_PCREL PLT32 SET_ULEB128 SUB_ULEB128',
      },
      {
        source: 'arch/riscv/kernel/module.c',
        unchecked: 'offsets, ranges of BRANCH, JAL, RVC_BRANCH and RVC_JUMP',
      },
    ),
    ...(xlen === 64 ? [GENFW] : []),
    knows('linux-boot', { '6.12': 'RELATIVE' }, { source: 'arch/riscv/mm/init.c' }),
    knows('systemd-elf2efi', { '254': 'NONE RELATIVE' }),
    knows('ipxe-elf2efi', {
      'v2.0.0':
        'NONE 32 64 BRANCH JAL PCREL_HI20 PCREL_LO12_I PCREL_LO12_S RVC_BRANCH RVC_JUMP RELAX ADD32 SUB32',
    }),
    knows(
      'u-boot',
      { 'v2026.10-rc2': `RELATIVE ${word}` },
      { source: 'arch/riscv/cpu/start.S', undefinedSymbols: 'taken for 0' },
    ),
    knows('opensbi', { 'v1.0': 'RELATIVE' }),
    knows('ipxe', { 'v2.0.0': 'NONE RELATIVE' }),
    knows('musl', xlen === 64 ? { '1.1.23': 'RELATIVE' } : { '1.2.5': 'RELATIVE' }),
    ...(xlen === 64
      ? [
          knows(
            'gnu-efi',
            { '3.0.14': 'RELATIVE' },
            {
              source: 'gnuefi/reloc_riscv64.c',
              unchecked: 'offsets, DT_JMPREL and DT_RELR; up to 3.0.17 any other type is an endless loop',
            },
          ),
        ]
      : []),
    knows('zig', { '0.15': 'RELATIVE' }),
    knows('origin', { '0.13.15': 'RELATIVE' }),
  ];
}
