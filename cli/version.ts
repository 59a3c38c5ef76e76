/** The version of the package. */
import { readFileSync } from 'node:fs';

/** As package.json has it. */
export function version(): string {
  for (const path of ['../package.json', '../../package.json', '../../../package.json']) {
    try {
      const manifest: unknown = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
      if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
        return String(manifest.version);
    } catch {
      // From dist/, the manifest is one or two folders further up.
    }
  }
  return 'unknown';
}
