import { expect, test } from 'vitest';
import { codeSize } from '../../support/handler-tests.ts';

test('24 types take no more code than a compiled switch', async () => {
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
  const types = [...data, ...movw, ...pages, ...loads, ...branches].map((name) => `R_AARCH64_${name}`);
  expect(types.length).toBeGreaterThanOrEqual(24);
  expect(await codeSize('aarch64', types)).toBeLessThanOrEqual(524);
});
