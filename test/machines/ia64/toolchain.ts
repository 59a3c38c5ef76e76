import { LINKER_MAKES_IT, type Toolchains } from '../../support/toolchain.ts';

export const toolchains: Toolchains = {
  ia64: {
    notEmitted: { R_IA64_REL64LSB: LINKER_MAKES_IT },
    gotSection: '.got',
    gotReference: 'R_IA64_LTOFF64I',
    elfHeader: { flags: 0x10 },
    notLinked: {
      R_IA64_SEGREL32LSB: 'absolute symbols are in no segment',
      R_IA64_SEGREL64LSB: 'absolute symbols are in no segment',
    },
    slotKeeper: 'R_IA64_LTOFF64I',
  },
};
