import { type Family, LINKER_MAKES_IT } from '../../support/toolchain.ts';

export const ia64 = {
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
    preserved: {},
    failureRegister: 'r8',
  },
} as const satisfies Family;
