/** What loaders are known to do with a purgatory: which types they apply, which symbols they write by name. */
import { type Architecture, commonPrefix } from './architecture.ts';

export const KEXEC_TOOLS = 'kexec-tools 2.0.25';
export const LINUX = 'Linux kexec_file_load';

/** Symbols of every purgatory that kexec-tools fills in. */
export const KEXEC_TOOLS_COMMON = ['sha256_regions', 'sha256_digest', 'skip_checks'] as const;

export interface LoaderSupport {
  readonly loader: string;
  readonly known: boolean;
  readonly note?: string;
}

/** Which loaders for the machine apply the type called `typeName`. */
export function loadersOf({ machine, types }: Architecture, typeName: string): LoaderSupport[] {
  const name = typeName.slice(commonPrefix(types).length);
  return machine.loading.loaders.map(({ loader, types: applied, notes }) => {
    const known = applied.includes(name);
    const note = notes?.[name];
    return note && known ? { loader, known, note } : { loader, known };
  });
}
