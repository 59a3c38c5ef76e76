# What -msym32 compiles for the n64 ABI: addresses of 32 bits, which lui extends by their sign.
 .globl purgatory_start
 .text
 .set noreorder
purgatory_start:
 lui $2, %hi(datum)
 daddiu $2, $2, %lo(datum)
 jr $31
 nop
 .data
 .space 0x9000
datum: .dword datum
