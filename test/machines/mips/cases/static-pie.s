# What -fPIE compiles for a static PIE: addresses of data, page by page and whole, of functions and of a weak symbol, all
# from the GOT, and words that hold addresses. WIDE is 1 for the n64 ABI.
 .macro address register, symbol
 .if WIDE
 dla \register, \symbol
 .else
 la \register, \symbol
 .endif
 .endm
 .macro words values:vararg
 .if WIDE
 .dword \values
 .else
 .word \values
 .endif
 .endm
 .option pic2
 .globl purgatory_start, own, called
 .weak hook
 .type called, @function
 .text
purgatory_start:
 .if WIDE
 .cpsetup $25, $2, purgatory_start
 ld $9, %got_page(far)($28)
 daddiu $9, $9, %got_ofst(far)
 .else
 .set noreorder
 .cpload $25
 .set reorder
 .endif
 address $4, far
 address $5, near
 address $6, own
 address $7, hook
 address $8, local
 address $25, called
 jr $31
local: jr $31
called: jr $31
 .data
 .balign 8
near: words near, far, far + 16, purgatory_start, local
own: words own, 7
 .space 0x30000
far: .space 32
