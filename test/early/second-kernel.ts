/** The forms that boot a second kernel: through the purgatory of Debian's kexec-tools, relocator's where that has none, or Linux's own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchPurgatories } from '../../scripts/debian-purgatories.ts';
import { linuxPurgatories } from '../../scripts/linux-purgatories.ts';
import { bootFirst } from './boots.ts';
import type { Form } from './form.ts';
import { blobPayload, secondKernelPayload } from './payload.ts';

/** Objects of relocator's own purgatory, one for each machine. */
const OWN = fileURLToPath(new URL('../../purgatory/objects', import.meta.url));

export const SECOND_KERNEL: Form = {
  name: 'second',
  column: '',
  settings: 'CONFIG_EARLYOOPS_SECOND=y\n',
  has: () => true,
  enough: 'crashkernel=64M',
  tooLittle: 'crashkernel=8M',
  makePayload: async (machine, second) => {
    if (machine.ownPurgatory) {
      const object = readFileSync(join(OWN, `${machine.arch}.ro`));
      return secondKernelPayload(
        machine,
        second,
        await blobPayload(`${second}.payload`, object, 'relocator'),
      );
    }
    const found = fetchPurgatories().find(({ name }) => name === machine.debian);
    if (found === undefined) throw new Error(`Debian has no purgatory for ${machine.debian}`);
    const blob = await blobPayload(`${second}.payload`, readFileSync(found.path), 'kexec-tools');
    return secondKernelPayload(machine, second, blob);
  },
  boot: bootFirst,
};

export const LINUX_PURGATORY: Form = {
  ...SECOND_KERNEL,
  name: 'linux',
  column: "Linux's purgatory",
  has: ({ linuxPurgatory }) => linuxPurgatory === true,
  // What the others show is not of the purgatory.
  only: [
    'the earliest place',
    'behind setup_arch',
    'device_initcall',
    'two regions, and one above 4 GiB, with the same blob',
    'the list of fixups emptied: nothing boots',
  ],
  makePayload: async (machine, second) => {
    const [found] = linuxPurgatories(machine.arch);
    if (found === undefined) throw new Error(`Linux has no purgatory for ${machine.debian}`);
    const blob = await blobPayload(`${second}.linux-payload`, readFileSync(found.path), 'linux');
    return secondKernelPayload(machine, second, blob);
  },
};
