import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditObject } from '../../../image/audit.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'relocator-got-'));
});
afterAll(() => {
  rmSync(directory, { recursive: true });
});

/** What the audit says of the only relocation of an instruction. */
function audited(bits: 32 | 64, source: string): string {
  const [input, output] = [join(directory, 'got.s'), join(directory, 'got.o')];
  writeFileSync(input, `_start:\n${source}\n.data\nfoo: .long 0\n`);
  execFileSync('as', [`--${bits}`, '-o', output, input]);
  const { entries } = auditObject(readFileSync(output));
  return entries.map((entry) => `${entry.name} ${entry.class}`).join(', ');
}

describe('the slot of a GOT in an instruction of i386', () => {
  it.each([
    ['push foo@GOT(%ebx)', 'R_386_GOT32 needs GOT'],
    ['movzwl foo@GOT(%ecx), %eax', 'R_386_GOT32 needs GOT'],
    ['mov $foo@GOT, %eax', 'R_386_GOT32 needs GOT'],
    ['add foo@GOT(%ebx), %eax', 'R_386_GOT32X needs GOT'],
  ])('is named by its offset: %s', (source, says) => {
    expect(audited(32, source)).toBe(says);
  });

  // Without a base register linkers store the address of the slot, which R_386_GOT32's formula does not give.
  it.each([
    ['push foo@GOT', 'R_386_GOT32 refused'],
    ['movzwl foo@GOT, %eax', 'R_386_GOT32 refused'],
    ['add $foo@GOT, %eax', 'R_386_GOT32 refused'],
    ['add foo@GOT, %eax', 'R_386_GOT32X refused'],
  ])('is refused where it is named by its address: %s', (source, says) => {
    expect(audited(32, source)).toBe(says);
  });
});

describe('GOTPCREL', () => {
  it.each([
    ['mov foo@GOTPCREL(%rip), %rax', 'R_X86_64_REX_GOTPCRELX settled'],
    ['mov foo@GOTPCREL(%rip), %eax', 'R_X86_64_GOTPCRELX settled'],
    ['call *foo@GOTPCREL(%rip)', 'R_X86_64_GOTPCRELX settled'],
    ['jmp *foo@GOTPCREL(%rip)', 'R_X86_64_GOTPCRELX settled'],
  ])('is rewritten to do without a slot: %s', (source, says) => {
    expect(audited(64, source)).toBe(says);
  });

  it.each([
    ['add foo@GOTPCREL(%rip), %rax', 'R_X86_64_REX_GOTPCRELX needs GOT'],
    ['test %eax, foo@GOTPCREL(%rip)', 'R_X86_64_GOTPCRELX needs GOT'],
    ['mov foo@GOTPCREL+4(%rip), %rax', 'R_X86_64_REX_GOTPCRELX needs GOT'],
    ['push foo@GOTPCREL(%rip)', 'R_X86_64_GOTPCREL needs GOT'],
  ])('keeps its slot: %s', (source, says) => {
    expect(audited(64, source)).toBe(says);
  });
});
