/** Commands are read by the names that they are listed under, which must be their own. */
import { expect, it } from 'vitest';
import { COMMANDS } from '../../cli/commands.ts';
import { relocator } from '../support/command.ts';

it.each([...COMMANDS])('%s is the name of the command that is read for it', async (name, load) => {
  expect((await load()).name()).toBe(name);
});

it('are all in the help, and looked through for one that comes close', async () => {
  const { out } = await relocator('--help');
  for (const name of COMMANDS.keys()) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
  expect(await relocator('biuld')).toMatchObject({ code: 2, err: expect.stringContaining('build') });
});
