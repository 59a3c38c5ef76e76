/** What users tell those who make relocator. */

/** What to do about what only a change of relocator mends. */
export const REPORT = "report it to relocator's maintainers";

/** The trouble with a type number that no table has. @param title of the machine */
export function newerType(title: string): { readonly why: string; readonly remedy: string } {
  return {
    why: `it is newer than relocator, whose table for ${title} has no such type, or the file is damaged`,
    remedy: `look for a newer relocator; if there is none, ${REPORT}: the number, the machine, and what wrote the file`,
  };
}
