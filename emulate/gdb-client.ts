/** A client of the gdb remote protocol, as far as qemu-user's stub needs one. */
import { connect, type Socket } from 'node:net';

/** Bytes a `m` packet asks for: two digits each must fit in QEMU's 4096-byte packets. */
const CHUNK = 2000;

/** Whoever says nothing for so long never will: minutes, so that a loaded machine is not taken for a hanging process. */
export const WATCHDOG_MS = 300_000;

/** The process ended or stopped answering. */
export class QemuLost extends Error {}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

export class GdbClient {
  #socket: Socket | undefined;
  #input = '';
  #ended: string | undefined;
  #wake: (() => void) | undefined;
  #acks = true;

  /** Tells the client that the other side is gone, and why; whoever waits is told. */
  end(reason: string): void {
    this.#ended ??= reason;
    this.#wake?.();
  }

  get alive(): boolean {
    return this.#ended === undefined;
  }

  /**
   * Connects to the stub's socket, which may not be there yet, and agrees on the protocol.
   * @throws QemuLost when there is no stub
   */
  async connect(path: string): Promise<void> {
    const socket = await this.#open(path);
    this.#socket = socket;
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      this.#input += text;
      this.#wake?.();
    });
    socket.on('error', () => this.end('the connection to qemu broke'));
    socket.on('close', () => {
      // What qemu says about it, if anything, comes with its end.
      setTimeout(() => this.end('the connection to qemu closed'), 200).unref();
    });
    await this.ask('qSupported');
    // Only a client that reads the description gets the registers it describes.
    await this.ask('qXfer:features:read:target.xml:0,ffb');
    if ((await this.ask('QStartNoAckMode')) === 'OK') this.#acks = false;
  }

  async #open(path: string): Promise<Socket> {
    const deadline = Date.now() + WATCHDOG_MS;
    for (;;) {
      if (this.#ended !== undefined) throw new QemuLost(this.#ended);
      const socket = await new Promise<Socket | undefined>((resolve) => {
        const attempt = connect(path);
        attempt.once('connect', () => resolve(attempt));
        attempt.once('error', () => resolve(undefined));
      });
      if (socket !== undefined) return socket;
      if (Date.now() > deadline) throw new QemuLost('qemu did not open its socket');
      await sleep(3);
    }
  }

  /** The next packet, or undefined when none comes within `waitMs`. @throws QemuLost when the process has ended */
  async packet(waitMs = WATCHDOG_MS): Promise<string | undefined> {
    const deadline = Date.now() + waitMs;
    for (;;) {
      const begin = this.#input.indexOf('$');
      const end = begin < 0 ? -1 : this.#input.indexOf('#', begin);
      if (end >= 0 && this.#input.length >= end + 3) {
        const body = this.#input.slice(begin + 1, end);
        this.#input = this.#input.slice(end + 3);
        if (this.#acks) this.#socket?.write('+');
        return body;
      }
      if (this.#ended !== undefined) throw new QemuLost(this.#ended);
      const left = deadline - Date.now();
      if (left <= 0) return undefined;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = undefined;
    }
  }

  send(body: string): void {
    let sum = 0;
    for (let i = 0; i < body.length; i++) sum = (sum + body.charCodeAt(i)) & 0xff;
    this.#socket?.write(`$${body}#${sum.toString(16).padStart(2, '0')}`, 'latin1');
  }

  async ask(body: string): Promise<string> {
    this.send(body);
    const reply = await this.packet();
    if (reply === undefined) throw new QemuLost(`qemu did not answer ${body.slice(0, 20)}`);
    return reply;
  }

  async command(body: string): Promise<void> {
    const reply = await this.ask(body);
    if (reply !== 'OK') throw new Error(`qemu refused ${body.slice(0, 40)}: ${reply}`);
  }

  async readMemory(address: bigint, size: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += CHUNK) {
      const length = Math.min(CHUNK, size - at);
      const reply = await this.ask(`m${(address + BigInt(at)).toString(16)},${length.toString(16)}`);
      const chunk = Buffer.from(reply, 'hex');
      if (chunk.length !== length) throw new Error(`qemu cannot read memory: ${reply.slice(0, 10)}`);
      bytes.set(chunk, at);
    }
    return bytes;
  }

  close(): void {
    this.#socket?.destroy();
  }
}
