/** Whether a machine can tell a failure where the user wants to see it. */
import { targetFor } from '../../codegen/machines/index.ts';
import type { Beacon } from '../../codegen/request.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { hex } from '../memory/bytes.ts';
import { InputError } from '../trouble/errors.ts';

/** Ports have numbers of 16 bits. */
const PORTS = 0x1_0000n;
/** Bytes of the word that is stored in registers of a device. */
const WORD = 4n;

/** @throws InputError telling what stands against it */
export async function checkBeacon(beacon: Beacon, { arch, title, wordBits }: Machine): Promise<void> {
  const { kind, address } = beacon;
  const { beacon: access } = await targetFor(arch);
  const whyNot = (): string | undefined => {
    if (kind === 'port') {
      if (!access.port) return `${title} has no ports; use mmio:ADDRESS or serial:ADDRESS`;
      return address < PORTS ? undefined : `ports have numbers up to ${hex(PORTS - 1n)}`;
    }
    if (kind === 'serial' && access.noBytes !== undefined) return `${access.noBytes}; use mmio:ADDRESS`;
    if (address >= 1n << BigInt(wordBits)) return `addresses of ${title} have ${wordBits} bits`;
    if (kind === 'mmio' && address % WORD !== 0n)
      return `a word of ${WORD} bytes is stored at a multiple of ${WORD}`;
    return undefined;
  };
  const why = whyNot();
  if (why !== undefined) throw new InputError(`--beacon ${kind}:${hex(address)}: ${why}`);
}
