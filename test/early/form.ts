/** What a crash enters: each form has a kernel of its own, and a column of the table. */
import type { Outcome, Run, Target } from './boots.ts';
import type { EarlyMachine } from './machine.ts';
import type { Payload } from './payload.ts';

export interface Form {
  /** The name of its kernel's file. */
  readonly name: string;
  /** What the table's column says behind the release; empty for the crash kernel. */
  readonly column: string;
  /** What Kconfig needs beside the driver's own settings. */
  readonly settings: string;
  /** Whether there is such a one of a machine. */
  readonly has: (machine: EarlyMachine) => boolean;
  /** crashkernel= with which it works, and without a number one that is too little. */
  readonly enough: string;
  readonly tooLittle: string;
  /** What of the cases it takes; all that name no form, if undefined. */
  readonly only?: readonly string[];
  readonly makePayload: (machine: EarlyMachine, second: string) => Promise<Payload>;
  /** Boots, crashes, and finds what was saved. */
  readonly boot: (target: Target, run: Run) => Promise<Outcome>;
}
