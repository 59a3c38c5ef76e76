import { hasPrologue } from '../../codegen/machines/index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';

/** The architectures for which prologues are generated; the others have rules only. */
export const withPrologue = architectures.filter(({ machine }) => hasPrologue(machine.arch));
