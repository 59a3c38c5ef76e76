/** Objects of images that are kept in test/fixtures/selfcheck, so that everyday tests need no compiler. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Image, imagesOf, type SelfCheck } from './plan.ts';

const fixtures = fileURLToPath(new URL('../fixtures/selfcheck/', import.meta.url));

/** The images of a machine that are kept. @throws Error for a name that no row makes */
export function keptImages(arch: string, check: SelfCheck): Image[] {
  const images = new Map(imagesOf(arch, check).map((image) => [image.name, image]));
  return check.kept.map((name) => {
    const image = images.get(name);
    if (image === undefined)
      throw new Error(`${arch}: no row of the plan makes the image "${name}" that is kept`);
    return image;
  });
}

/** Where the object of an image is kept, from the folder of all of them: compressed, since most of it are zeros. */
export function keptFile({ arch, name }: Image): string {
  return join(arch, `${name.replaceAll(' ', '_')}.gz`);
}

/** What is kept of all machines. */
export function keptFiles(): string[] {
  return readdirSync(fixtures).flatMap((arch) =>
    readdirSync(join(fixtures, arch)).map((file) => join(arch, file)),
  );
}

function pathOf(image: Image): string {
  return join(fixtures, keptFile(image));
}

/** The object that is kept of an image. @throws Error where it is not there */
export function readKept(image: Image): Uint8Array {
  const path = pathOf(image);
  if (!existsSync(path)) throw new Error(`${path} is missing: npm run test:selfcheck -- --keep writes it`);
  return gunzipSync(readFileSync(path));
}

/** True if the object is the one that is kept. */
export function isKept(image: Image, object: Uint8Array): boolean {
  return existsSync(pathOf(image)) && Buffer.compare(object, readKept(image)) === 0;
}

export function writeKept(image: Image, object: Uint8Array): void {
  const path = pathOf(image);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, gzipSync(object, { level: 9 }));
}
