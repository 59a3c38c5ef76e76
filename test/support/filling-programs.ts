/** Programs that fill the structures of an image by the functions of the emitted forms, and write the image to a file. */
import type { FilledMember, FilledSymbol } from './filled-structures.ts';

/** Of C, and of C++ from 11 on. */
export function fillingC(symbols: readonly FilledSymbol[]): string {
  const fills = symbols.flatMap(({ name, family, structure, all, isArray }) => {
    const type = `struct purgatory_${family.replace('-', '_')}_${structure}`;
    const stores = all.flatMap((members, index) =>
      members.map((member) => `    value${isArray ? `[${index}]` : ''}.${member.name} = ${member.value}ull;`),
    );
    const variable = isArray ? `value[${all.length}]` : 'value';
    return [
      '  {',
      `    static ${type} ${variable};`,
      ...stores,
      `    purgatory_fill_${name}(image, &value);`,
      '  }',
    ];
  });
  return `#include <stdio.h>
#include <string.h>
#include "p.h"
static unsigned char image[PURGATORY_MEMSZ];
int main(void) {
  FILE *file = fopen("image", "wb");
  memcpy(image, purgatory_blob, PURGATORY_SIZE);
${fills.join('\n')}
  return fwrite(image, 1, PURGATORY_SIZE, file) != PURGATORY_SIZE || fclose(file) != 0;
}
`;
}

export function fillingRust(symbols: readonly FilledSymbol[]): string {
  const fills = symbols.map(({ name, family, structure, all, isArray }) => {
    const one = (members: readonly FilledMember[]): string =>
      `purgatory::${camel(`${family}_${structure}`)} { ${members.map((member) => `${member.name}: ${member.value}`).join(', ')} }`;
    const value = isArray ? `[${all.map(one).join(', ')}]` : all.map(one).join('');
    return `    purgatory::fill_${name}(&mut image, &${value});`;
  });
  return `#[path = "p.rs"]
mod purgatory;
fn main() {
    let mut image = purgatory::BLOB;
${fills.join('\n')}
    std::fs::write("image", image).unwrap();
}
`;
}

export function fillingGo(symbols: readonly FilledSymbol[]): string {
  const fills = symbols.map(({ name, family, structure, all, isArray }) => {
    const type = `purgatory.${camel(`${family}_${structure}`)}`;
    const one = (members: readonly FilledMember[]): string =>
      `{${members.map((member) => `${camel(member.name)}: ${member.value}`).join(', ')}}`;
    const value = isArray ? `[...]${type}{${all.map(one).join(', ')}}` : `${type}${all.map(one).join('')}`;
    return `\tpurgatory.Fill${camel(name)}(image[:], &${value})`;
  });
  return `package main

import (
	"os"

	"example.org/x/purgatory"
)

func main() {
	image := purgatory.Blob
${fills.join('\n')}
	if os.WriteFile("image", image[:], 0o600) != nil {
		os.Exit(1)
	}
}
`;
}

function camel(name: string): string {
  return name
    .split(/[_-]/)
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
}
