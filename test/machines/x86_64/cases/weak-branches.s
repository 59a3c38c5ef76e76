# Branches to a function that nobody defines, which code makes behind a test only. The last is how older assemblers wrote it.
 .weak hook
 .globl purgatory_start
purgatory_start:
 call hook
 jmp hook
 je hook
 .byte 0xe8
 .reloc ., R_X86_64_PC32, hook - 4
 .long 0
 jmp .
