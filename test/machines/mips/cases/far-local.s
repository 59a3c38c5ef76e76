# What compilers make of static data more than 64 KiB into a section, with -mabicalls -fPIC: R_MIPS_GOT16 against the
# section, with the upper half of the addend in its place and the lower half in that of R_MIPS_LO16. Two share a page.
 .option pic2
 .globl purgatory_start
purgatory_start:
 .set noreorder
 lw $4,%got(far)($28)
 addiu $4,$4,%lo(far)
 lw $5,%got(far+0x8000)($28)
 addiu $5,$5,%lo(far+0x8000)
 lw $6,%got(start)($28)
 addiu $6,$6,%lo(start)
 lw $7,%got(start+0x7ff0)($28)
 addiu $7,$7,%lo(start+0x7ff0)
 jr $31
 nop
 .data
start: .space 0x3fff0
far: .space 0x10000
