/** Who else relocates LoongArch. */
import { knows, type LoaderKnowledge } from '../../loader.ts';

const STALE = 'it is left as the linker stored it, which is wrong where the image is loaded elsewhere';

export const LOADERS: readonly LoaderKnowledge[] = [
  knows('kexec-tools', {}, { source: 'kexec/arch/loongarch/kexec-elf-rel-loongarch.c' }),
  knows(
    'linux-modules',
    {
      '6.1':
        'NONE 32 64 MARK_LA MARK_PCREL SOP_PUSH_PCREL SOP_PUSH_ABSOLUTE SOP_PUSH_DUP SOP_PUSH_PLT_PCREL SOP_SUB SOP_SL ' +
        'SOP_SR SOP_ADD SOP_AND SOP_IF_ELSE SOP_POP_32_S_10_5 SOP_POP_32_U_10_12 SOP_POP_32_S_10_12 ' +
        'SOP_POP_32_S_10_16 SOP_POP_32_S_10_16_S2 SOP_POP_32_S_5_20 SOP_POP_32_S_0_5_10_16_S2 ' +
        'SOP_POP_32_S_0_10_10_16_S2 SOP_POP_32_U ADD32 ADD64 SUB32 SUB64 B26 PCALA_HI20 PCALA_LO12 PCALA64_LO20 ' +
        'PCALA64_HI12 GOT_PC_HI20 GOT_PC_LO12',
      '6.12': '32_PCREL 64_PCREL',
      '7.2': 'PCADD_HI20 PCADD_LO12 GOT_PCADD_HI20 GOT_PCADD_LO12',
    },
    { source: 'arch/loongarch/kernel/module.c' },
  ),
  knows(
    'linux-boot',
    { '6.12': 'RELATIVE' },
    {
      source: 'arch/loongarch/kernel/relocate.c',
      relr: { since: '6.12', otherwise: 'left as they are, in silence' },
      unchecked: 'offsets, and DT_RELR without CONFIG_RELR',
    },
  ),
  knows(
    'genfw',
    {
      'edk2-stable202211':
        '64 SOP_PUSH_ABSOLUTE PCALA_HI20 PCALA_LO12 GOT_PC_HI20 GOT_PC_LO12 NONE 32 RELATIVE COPY JUMP_SLOT IRELATIVE ' +
        'TLS_DTPMOD32 TLS_DTPMOD64 TLS_DTPREL32 TLS_DTPREL64 TLS_TPREL32 TLS_TPREL64 MARK_LA MARK_PCREL ' +
        'SOP_PUSH_PCREL SOP_PUSH_DUP SOP_PUSH_GPREL SOP_PUSH_TLS_TPREL SOP_PUSH_TLS_GOT SOP_PUSH_TLS_GD ' +
        'SOP_PUSH_PLT_PCREL SOP_ASSERT SOP_NOT SOP_SUB SOP_SL SOP_SR SOP_ADD SOP_AND SOP_IF_ELSE SOP_POP_32_S_10_5 ' +
        'SOP_POP_32_U_10_12 SOP_POP_32_S_10_12 SOP_POP_32_S_10_16 SOP_POP_32_S_10_16_S2 SOP_POP_32_S_5_20 ' +
        'SOP_POP_32_S_0_5_10_16_S2 SOP_POP_32_S_0_10_10_16_S2 SOP_POP_32_U ADD8 ADD16 ADD24 ADD32 ADD64 SUB8 SUB16 ' +
        'SUB24 SUB32 SUB64 GNU_VTINHERIT GNU_VTENTRY B16 B21 B26 ABS_HI20 ABS_LO12 ABS64_LO20 ABS64_HI12 PCALA64_LO20 ' +
        'PCALA64_HI12 GOT64_PC_LO20 GOT64_PC_HI12 GOT_HI20 GOT_LO12 GOT64_LO20 GOT64_HI12 TLS_LE_HI20 TLS_LE_LO12 ' +
        'TLS_LE64_LO20 TLS_LE64_HI12 TLS_IE_PC_HI20 TLS_IE_PC_LO12 TLS_IE64_PC_LO20 TLS_IE64_PC_HI12 TLS_IE_HI20 ' +
        'TLS_IE_LO12 TLS_IE64_LO20 TLS_IE64_HI12 TLS_LD_PC_HI20 TLS_LD_HI20 TLS_GD_PC_HI20 TLS_GD_HI20 RELAX',
      'edk2-stable202311': '32_PCREL 64_PCREL DELETE ALIGN PCREL20_S2 CFA ADD6 SUB6 ADD_ULEB128 SUB_ULEB128',
    },
    {
      undefinedSymbols: 'skipped in silence',
      unchecked: 'undefined symbols, ranges; most types are left as the linker stored them',
      notes: {
        '32': STALE,
        ABS_HI20: STALE,
        ABS_LO12: STALE,
        ABS64_LO20: STALE,
        ABS64_HI12: STALE,
        GOT_HI20: STALE,
        GOT_LO12: STALE,
      },
    },
  ),
  knows('systemd-elf2efi', { '254': 'NONE RELATIVE' }),
  knows('ipxe-elf2efi', {
    'v2.0.0': 'NONE 64 B26 PCALA_HI20 PCALA_LO12 GOT_PC_HI20 GOT_PC_LO12 B16 B21 PCREL20_S2 RELAX',
  }),
  knows('musl', { '1.2.5': 'RELATIVE' }),
  knows('gnu-efi', { '3.0.16': 'NONE RELATIVE' }, { source: 'gnuefi/reloc_loongarch64.c' }),
  knows('zig', { '0.15': 'RELATIVE' }),
];
