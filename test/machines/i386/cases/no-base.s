# Slots of the GOT by their addresses: no operand has a base register.
 .globl purgatory_start, foo
 .weak hook
purgatory_start:
 push foo@GOT
 movzwl foo@GOT, %eax
 lea foo@GOT, %eax
 push hook@GOT
foo: jmp .
