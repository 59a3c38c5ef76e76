/** What the audit says of instructions that go through the GOT, by what a relocator may make of them. */
import { describe, expect, it } from 'vitest';
import { auditObject } from '../../../image/audit.ts';
import { gnuObject } from '../../support/gnu-object.ts';

/** What the audit says of the only relocation of an instruction. */
function audited(arch: string, source: string): string {
  const object = gnuObject(arch, `_start:\n${source}\n.data\nfoo: .long 0\n`);
  const { entries } = auditObject(object);
  return entries.map((entry) => `${entry.name} ${entry.class}`).join(', ');
}

describe('the slot of a GOT in an instruction of i386', () => {
  it.each([
    ['push foo@GOT(%ebx)', 'R_386_GOT32 needs GOT'],
    ['movzwl foo@GOT(%ecx), %eax', 'R_386_GOT32 needs GOT'],
    ['mov $foo@GOT, %eax', 'R_386_GOT32 needs GOT'],
    ['add foo@GOT(%ebx), %eax', 'R_386_GOT32X needs GOT'],
  ])('is named by its offset: %s', (source, says) => {
    expect(audited('i386', source)).toBe(says);
  });

  it.each([
    ['push foo@GOT', 'R_386_GOT32 needs GOT'],
    ['movzwl foo@GOT, %eax', 'R_386_GOT32 needs GOT'],
    ['add $foo@GOT, %eax', 'R_386_GOT32 needs GOT'],
    ['add foo@GOT, %eax', 'R_386_GOT32X needs GOT'],
    ['call *foo@GOT', 'R_386_GOT32X settled'],
    ['mov foo@GOT, %eax', 'R_386_GOT32X fixup'],
  ])('is named by its address where there is no base register: %s', (source, says) => {
    expect(audited('i386', source)).toBe(says);
  });
});

describe('GOTPCREL', () => {
  it.each([
    ['mov foo@GOTPCREL(%rip), %rax', 'R_X86_64_REX_GOTPCRELX settled'],
    ['mov foo@GOTPCREL(%rip), %eax', 'R_X86_64_GOTPCRELX settled'],
    ['call *foo@GOTPCREL(%rip)', 'R_X86_64_GOTPCRELX settled'],
    ['jmp *foo@GOTPCREL(%rip)', 'R_X86_64_GOTPCRELX settled'],
  ])('is rewritten to do without a slot: %s', (source, says) => {
    expect(audited('x86_64', source)).toBe(says);
  });

  it.each([
    ['add foo@GOTPCREL(%rip), %rax', 'R_X86_64_REX_GOTPCRELX needs GOT'],
    ['test %eax, foo@GOTPCREL(%rip)', 'R_X86_64_GOTPCRELX needs GOT'],
    ['mov foo@GOTPCREL+4(%rip), %rax', 'R_X86_64_REX_GOTPCRELX needs GOT'],
    ['push foo@GOTPCREL(%rip)', 'R_X86_64_GOTPCREL needs GOT'],
  ])('keeps its slot: %s', (source, says) => {
    expect(audited('x86_64', source)).toBe(says);
  });
});
