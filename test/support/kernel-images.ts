/** Kernels as far as boot protocols look at them, filled with bytes that are no code. */

/** A bzImage of boot protocol 2.15: `body` bytes behind its setup code, which want 1 MiB of memory at a multiple of 2 MiB. */
export function bzImage(body = 0x3000, flags = 0x3f): Buffer {
  const setup = 2;
  const image = Buffer.alloc((setup + 1) * 512 + body, 0x90);
  image.fill(0, 0, (setup + 1) * 512);
  image[0x1f1] = setup;
  image[0x201] = 0x6a;
  image.write('HdrS', 0x202, 'latin1');
  image.writeUInt16LE(0x20f, 0x206);
  image.writeUInt32LE(0x20_0000, 0x230);
  image.writeUInt16LE(flags, 0x236);
  image.writeUInt32LE(2047, 0x238);
  image.writeUInt32LE(0x10_0000, 0x260);
  return image;
}

/** An Image of `size` bytes that takes 1 MiB of memory. */
export function linuxImage(magic: string, size = 0x3000): Buffer {
  const image = Buffer.alloc(size, 0x5a);
  image.writeBigUInt64LE(0n, 8);
  image.writeBigUInt64LE(0x10_0000n, 16);
  image.write(magic, 56, 'latin1');
  return image;
}
