/** Structures of symbols as C, and functions that write them from one. */

import { type SymbolStructure, typesIn } from '../map/structures.ts';
import type { BlobContents, NamedRange } from './contents.ts';
import { commentText } from './names.ts';

const TYPES = {
  1: 'unsigned char',
  2: 'unsigned short',
  4: 'unsigned int',
  8: 'unsigned long long',
} as const;

/** @param symbols with what stands for each in names of C */
export function fillLines(
  { order }: BlobContents,
  symbols: readonly (NamedRange & { readonly part: string })[],
  prefix: string,
): string[] {
  const types = typesIn(symbols);
  if (types.length === 0) return [];
  const shift = order === 'big' ? '(size - 1 - i)' : 'i';
  return [
    ...types.flatMap((type) => typeLines(type, prefix)),
    '',
    "/* Writes a number in the image's byte order. */",
    `static inline void ${prefix}_put(unsigned char *to, unsigned int size, unsigned long long value)`,
    '{',
    '\tunsigned int i;',
    '',
    '\tfor (i = 0; i < size; i++)',
    `\t\tto[i] = (unsigned char)(value >> (8 * ${shift}));`,
    '}',
    ...symbols.flatMap(({ isWritten, structure, ...symbol }) =>
      isWritten && structure ? fillerLines(symbol, structure, prefix) : [],
    ),
  ];
}

function typeName({ words }: SymbolStructure, prefix: string): string {
  return `struct ${[prefix, ...words].join('_')}`;
}

function typeLines(structure: SymbolStructure, prefix: string): string[] {
  const { whose, members } = structure;
  return [
    '',
    `/* As ${whose} have it; those of others have another order, and another type. */`,
    `${typeName(structure, prefix)} {`,
    ...members.map(({ name, bytes, meaning }) => `\t${TYPES[bytes]} ${name}; /* ${meaning} */`),
    '};',
  ];
}

function fillerLines(
  { name, part }: { readonly name: string; readonly part: string },
  structure: SymbolStructure,
  prefix: string,
): string[] {
  const { count, bytes, members } = structure;
  const at = `${prefix.toUpperCase()}_${part}`;
  const type = typeName(structure, prefix);
  const value = count === undefined ? `const ${type} *value` : `const ${type} (*value)[${count}]`;
  const many = count === undefined ? '' : `${count} * `;
  const puts = members.map(({ name: member, offset, bytes: size }) =>
    count === undefined
      ? `\t${prefix}_put(to + ${offset}, ${size}, value->${member});`
      : `\t\t${prefix}_put(to + ${bytes} * n + ${offset}, ${size}, (*value)[n].${member});`,
  );
  return [
    '',
    `/* The type is as large as ${commentText(name)}, or this is an error. */`,
    `typedef char ${prefix}_size_of_${part}[${many}sizeof(${type}) == ${at}_SIZE ? 1 : -1];`,
    `/* Writes ${commentText(name)} in the image that begins at \`image\`, all of its members. */`,
    `static inline void ${prefix}_fill_${part}(unsigned char *image, ${value})`,
    '{',
    `\tunsigned char *to = image + ${at}_OFFSET;`,
    ...(count === undefined
      ? ['', ...puts]
      : ['\tunsigned int n;', '', `\tfor (n = 0; n < ${count}; n++) {`, ...puts, '\t}']),
    '}',
  ];
}
