/**
 * Things that every machine has. Most work is on one machine's files, so each thing is read when somebody says that it
 * will be needed, and kept; who asks without having said so is told.
 */
export class ByMachine<Thing> {
  readonly #readers: Readonly<Record<string, () => Promise<Thing>>>;
  readonly #things = new Map<string, Thing>();

  /** @param readers how the thing of each machine is read, by the machine's name */
  constructor(readers: Readonly<Record<string, () => Promise<Thing>>>) {
    this.#readers = readers;
  }

  /** Whether there is such a machine. */
  has(arch: string): boolean {
    return Object.hasOwn(this.#readers, arch);
  }

  /** Reads what the machine has; undefined where there is no such machine. */
  async load(arch: string): Promise<Thing | undefined> {
    const reader = this.has(arch) ? this.#readers[arch] : undefined;
    if (!this.#things.has(arch) && reader) this.#things.set(arch, await reader());
    return this.#things.get(arch);
  }

  /** Keeps what has been read by other means. */
  add(arch: string, thing: Thing): void {
    this.#things.set(arch, thing);
  }

  /**
   * What the machine has; undefined where there is no such machine.
   * @throws RangeError when it has not been read
   */
  get(arch: string): Thing | undefined {
    const thing = this.#things.get(arch);
    if (thing === undefined && this.has(arch))
      throw new RangeError(`nobody said that ${arch} would be needed: load it first`);
    return thing;
  }
}
