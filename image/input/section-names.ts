/** Sections that are known by their names. */

/** Whether it is one of these names, or one of them and more behind a point, as with -fdata-sections. */
export function isNamedSo(name: string, names: readonly string[]): boolean {
  return names.some((each) => name === each || name.startsWith(`${each}.`));
}
