/** The encoder of LoongArch against llvm-mc and GNU as: instruction by instruction, at the limits of operands, and as listed. */
import {
  loongarchEncoder,
  loongarchInstructions,
} from '../../../codegen/machines/loongarch64/instructions.ts';
import { loongarch64 } from '../../../relocator-dsl/arch/loongarch64.ts';
import { describeAccesses } from '../../support/accesses.ts';
import { describeEncoder, testLimits } from '../../support/encoder-tests.ts';
import { samplesOf } from '../../support/instruction-samples.ts';
import { testListings } from '../../support/listings.ts';
import { gnuAs, llvmMc } from '../../support/reference-assemblers.ts';

const gnu = gnuAs('loongarch64');
const llvm = llvmMc(['--arch=loongarch64'], { targets: 'distance', takes: /^$/ });

testLimits(loongarchInstructions, {
  rd: 31,
  rj: 31,
  rk: 31,
  si12: [-2048, 2047],
  si14: [-32768, 32764, 4],
  si16: [-32768, 32767],
  si20: [-524288, 524287],
  ui6: [0, 63],
  ui12: [0, 4095],
  hint: [0, 32767],
  msbw: [0, 31],
  lsbw: [0, 31],
  msbd: [0, 63],
  lsbd: [0, 63],
  offs16: [-0x2_0000, 0x1_fffc, 4],
  offs21: [-0x40_0000, 0x3f_fffc, 4],
  offs26: [-0x800_0000, 0x7ff_fffc, 4],
});

describeEncoder({
  encoder: loongarchEncoder,
  samples: samplesOf(loongarchInstructions, ['$t9', '$x', 't0']),
  references: [llvm, gnu],
  refused: [
    ['addi.d $t0, $t0, 2048', /not from -2048 to 2047/],
    ['addi.d $t0, $t0, -2049', /not from -2048 to 2047/],
    ['ori $t0, $t0, -1', /not from 0 to 4095/],
    ['ori $t0, $t0, 4096', /not from 0 to 4095/],
    ['stptr.d $t0, $t0, 32768', /not from -32768 to 32764/],
    ['stptr.d $t0, $t0, 2', /no multiple of 4/],
    ['lu12i.w $t0, 524288', /not from -524288 to 524287/],
    ['slli.d $t0, $t0, 64', /not from 0 to 63/],
    ['bstrins.w $t0, $t0, 32, 0', /not from 0 to 31/],
    ['bstrins.d $t0, $t0, 3, 4', /4 is above 3/],
    ['add.d $t0, $t0, $t9', /\$t9 is no register/],
    ['add.d $t0, $t0', /has 3 operands/],
    ['mul.d $t0, $t0, $t0', /no encoding for mul.d/],
    ['b nowhere', /no label nowhere/],
    ['beqz $t3, start+0x400000', /out of reach/],
    ['bne $a0, $t1, start-0x20004', /out of reach/],
    ['b start+6', /no multiple of 4/],
  ],
});

testListings('loongarch64', gnu);

describeAccesses({
  architecture: loongarch64,
  access: /^(?:ld|st)\.(\w+) \$t\d, \$t2, (\d+)$/,
  widths: { b: 1, bu: 1, h: 2, hu: 2, w: 4, wu: 4, d: 8 },
  place: '$t2, 0',
  store: 'st.d $t3, $t2, 0',
});
