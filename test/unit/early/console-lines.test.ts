/** A console that lost characters has the log all the same, and a log that lost a line does not have the console. */
import { expect, it } from 'vitest';
import { logLines, missingLine } from '../../early/console-lines.ts';

const LOG = ['one, whole', 'two, whole', 'three, whole', 'four, whole'].map(
  (text, at) => `[    0.00000${at}] ${text}`,
);

it('takes lines of the log out of what else is said', () => {
  expect(logLines(`SeaBIOS\r\n${LOG.join('\r\n')}\r\npurgatory\r\n`)).toEqual(LOG);
});

it('lets the console lose characters, run lines together, and say a line twice', () => {
  const [one = '', two = '', three = '', four = ''] = LOG;
  expect(missingLine(LOG, LOG)).toBeUndefined();
  expect(missingLine(LOG, [one, two.replace('two', 't'), three, four])).toBeUndefined();
  expect(missingLine(LOG, [one, two + three, four])).toBeUndefined();
  expect(missingLine(LOG, [one, one, two, two, three, four])).toBeUndefined();
  expect(missingLine(LOG, [two, four])).toBeUndefined();
});

it.each(LOG)('tells that the log lacks %s', (line) => {
  expect(
    missingLine(
      LOG.filter((each) => each !== line),
      LOG,
    ),
  ).toBe(line);
});

it('tells that the log has lines in another order', () => {
  expect(missingLine([...LOG].reverse(), LOG)).toBeDefined();
});
