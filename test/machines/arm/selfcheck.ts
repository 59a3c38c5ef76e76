/** Images of the programs that check themselves. */
import type { SelfChecks } from '../../selfcheck/plan.ts';

export const selfChecks: SelfChecks = {
  arm: {
    flags: '-mfloat-abi=soft',
    libgcc: true,
    rust: { target: 'armv5te-unknown-linux-gnueabi', debian: 'armel' },
    // mov r0, r0
    nop: Uint8Array.of(0x00, 0x00, 0xa0, 0xe1),
    kept: [
      'c clang19 rel -O3 -march=armv7-a -mthumb -fno-pic',
      'c clang16 rel -O2 -march=armv7-a -marm -fno-pic',
      'c++ clang16 rel -O1 -march=armv7-a -marm -fPIC -fexceptions -DRTTI',
      'c clang19 lld -Os -march=armv7-a -mthumb -fPIC',
    ],
    images: `
      gcc clang | rel         | -march=armv7-a -marm -fno-pic
      gcc clang | rel         | -march=armv7-a -mthumb -fno-pic
      gcc clang | rel pie lld | -march=armv7-a -marm -fPIC
      gcc clang | rel pie lld | -march=armv7-a -mthumb -fPIC
      gcc clang | rel pie lld | -march=armv7-a -mthumb -fPIE
      gcc clang | rel         | -march=armv5te -marm -fno-pic
      gcc clang | rel         | -march=armv4t -marm -fno-pic
      gcc       | rel pie     | -march=armv5te -mthumb -fPIC
      gcc       | rel         | -march=armv4t -mthumb -fno-pic
      gcc       | rel         | -march=armv7-a -marm -fpic -msingle-pic-base
      gcc       | rel         | -march=armv7-a -mthumb -fpic -msingle-pic-base
      clang     | rel         | -march=armv7-a -marm -fno-pic -mno-movt
      gcc clang | rel         | -march=armv6 -mthumb -fno-pic
      gcc clang | rel         | -march=armv7-a -marm -fno-pic -mlong-calls
      gcc clang | rel         | -march=armv7-a -mthumb -fno-pic -mlong-calls
      gcc       | rel         | -march=armv7-a -mthumb -fno-pic -mword-relocations
      gcc clang | rel lld     | -march=armv7-a -mthumb -fPIE -ffunction-sections -fdata-sections
      gcc clang | objects     | -march=armv7-a -mthumb -fPIC
      gcc       | objects     | -march=armv5te -marm -fno-pic
      c++ clang     | rel     | -march=armv7-a -marm -fno-pic -fno-exceptions -fno-rtti
      c++ clang     | rel pie | -march=armv7-a -mthumb -fPIE -fno-exceptions -fno-rtti
      c++ clang     | rel lld | -march=armv7-a -marm -fPIC -fexceptions -DRTTI
      rust rustc    | rel     | -march=armv5te -fno-pic -Crelocation-model=static
      rust rustc    | rel pie | -march=armv5te -fPIE -Crelocation-model=pic
    `,
  },
};
