/** What the catcher alone has. */
import type { Outcome, Run, Target } from './boots.ts';
import { type EarlyCase, evidence, judged, wrongWith } from './verdict.ts';

/** Bytes of a zone that has no room for the log of all of a boot, and of what is not text in it. */
const [SMALL, HEADER] = [0x1000, 12];

type Wrong = (target: Target, outcome: Outcome, crash: string) => string | undefined;

const whole =
  (...wanted: readonly RegExp[]): Wrong =>
  (target, outcome, crash) =>
    wrongWith(target, outcome, [...evidence(target, crash), ...wanted]);

/** The banner is gone, the oops is there. */
function cut(target: Target, { saved = '', wrong }: Outcome, crash: string): string | undefined {
  if (wrong !== undefined) return wrong;
  if (saved.length !== SMALL - HEADER) return `${saved.length} bytes were saved, of a zone of ${SMALL}`;
  const missing = evidence(target, crash)
    .slice(1)
    .find((each) => !each.test(saved));
  return missing && `what was saved does not have ${missing}`;
}

function caught(name: string, crash: string, run: Partial<Run>, wrong: Wrong): EarlyCase {
  return {
    name,
    forms: ['catcher'],
    run: async (target) => {
      const options = [target.form.enough, `earlyoops_crash=${crash}`, ...(run.options ?? [])];
      const outcome = await target.form.boot(target, { ...run, options });
      return judged(outcome, 'saved', wrong(target, outcome, crash));
    },
  };
}

export const CATCHER_CASES: readonly EarlyCase[] = [
  caught(
    'a log in memory that was allocated for it',
    'core_initcall',
    { options: ['log_buf_len=1M'] },
    whole(/log_buf_len: 1048576 bytes/),
  ),
  caught('a log that is longer than the zone: its end', 'device_initcall', { zone: SMALL }, cut),
  caught('the log on the serial line as well', 'setup_arch', { echo: true }, whole()),
];
