/** The handlers of every other machine, and how much code they are. handlers-models-others.test.ts has the rest, to run beside. */
import { expect, test } from 'vitest';
import { generatePrologue } from '../../codegen/prologue.ts';
import { handlerTests, PLACE, recordsRequest } from '../support/handler-tests.ts';
import { withPrologue } from '../support/with-prologue.ts';

handlerTests(withPrologue.filter((_, index) => index % 2 === 0));

test('the seven x86_64 types and the 24 aarch64 ones take no more code than a compiled switch', async () => {
  const x86 = ['64', 'PC32', 'PLT32', '32', '32S', 'PC64'].map((name) => `R_X86_64_${name}`);
  const movw = ['G0', 'G0_NC', 'G1', 'G1_NC', 'G2', 'G2_NC', 'G3'].map((name) => `MOVW_UABS_${name}`);
  const data = ['ABS64', 'ABS32', 'PREL64', 'PREL32'];
  const pages = [
    'ADR_PREL_LO21',
    'ADR_PREL_PG_HI21',
    'ADR_PREL_PG_HI21_NC',
    'ADD_ABS_LO12_NC',
    'LD_PREL_LO19',
  ];
  const loads = ['8', '16', '32', '64', '128'].map((bits) => `LDST${bits}_ABS_LO12_NC`);
  const branches = ['TSTBR14', 'CONDBR19', 'JUMP26', 'CALL26'];
  const arm = [...data, ...movw, ...pages, ...loads, ...branches].map((name) => `R_AARCH64_${name}`);
  expect(await codeSize('x86_64', x86)).toBeLessThanOrEqual(124);
  expect(arm.length).toBeGreaterThanOrEqual(24);
  expect(await codeSize('aarch64', arm)).toBeLessThanOrEqual(524);
});

/** Bytes of a records prologue's code; NONE, the seventh, stores nothing and never becomes a record. */
async function codeSize(arch: string, names: readonly string[]): Promise<number> {
  const records = names.map((rule, index) => ({ place: PLACE + 16 * index, rule, symbol: 0, addend: 0n }));
  const { codeSize: size } = await generatePrologue({
    ...recordsRequest(arch),
    records,
    symbols: [{ kind: 'base' }],
  });
  return size;
}
