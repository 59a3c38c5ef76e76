/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/sh.ts by npm run generate; do not edit. */
/* Format records, for an example image in which every rule occurs once; equal tails are shared. */
/* Preserved: r8 to r15, pr, gbr, vbr. */
/* Clobbered: r0 to r7, the T bit. */
/* Stack: none is used. */
/* Entered in: privileged mode of an SH-3 or SH-4, an SH-4A where instructions are patched, interrupts blocked, addresses that are not translated (P1 or P2). */
/* When the purgatory is entered: r12 holds the address of the GOT, if code counts from it and none forms it. */
/* Failure: code in r7, then a jump to itself; after an overflow r2 is the place. */
/*   0x52: the load base is outside the range the image was built for */
/*   0x41: the load base is not a multiple of the load alignment */
/*   0x4f: a value applied at load time does not pass its relocation check */

start:
    mova    table, r0
    mov     r0, r1
    mova    start+8, r0
    add     #-8, r0                         ! load base
    mov.l   r0, @(0,r1)                     ! the image's own slot of the symbol table
    add     #4, r1
next:
    mov.l   @r1+, r2                        ! offset of the place; 0 ends the table
    tst     r2, r2
    bf      more
    mov.w   far, r2
    braf    r2
behind:
more:
    add     r0, r2                          ! P
    mov.w   @r1+, r3                        ! offset of the symbol's slot
    mov.w   @r1+, r4                        ! offset of the handler
    extu.w  r3, r3
    mov.l   @(r0,r3), r3                    ! S
    mov.l   @r1+, r5                        ! A
    add     r0, r4
    jmp     @r4
    add     r5, r3                          ! X = S + A
overflow:
    mov     #0x4f, r7                       ! r2: the place
stop:
    bra     stop                            ! failure code in r7
    nop
apply_R_SH_REL32:
    ! R_SH_REL32: S + A - P; R_SH_PLT32: L + A - P; R_SH_GOTPC: GOT + A - P
    sub     r2, r3
    bra     next
    mov.l   r3, @r2
apply_R_SH_GOTOFF:
    ! R_SH_GOTOFF: S + A - GOT
    mov     #40, r4
    shll8   r4
    add     r0, r4
    sub     r4, r3
apply_R_SH_DIR32:
    ! R_SH_DIR32: S + A; R_SH_GOT32: G + A; R_SH_GLOB_DAT: S; R_SH_JMP_SLOT: S; R_SH_RELATIVE: B + A; R_SH_GOTPLT32: G + A
    bra     next
    mov.l   r3, @r2
apply_R_SH_IND12W:
    ! R_SH_IND12W: S + A - P
    sub     r2, r3
    mov     r3, r4
    mov     #19, r5
    shld    r5, r4
    mov     r4, r6
    mov     #-20, r5
    shad    r5, r6
    shll    r6
    cmp/eq  r3, r6
    bf      overflow
    mov.w   @r2, r6
    shld    r5, r4
    mov     #-16, r5
    shll8   r5
    and     r5, r6
    or      r4, r6
    mov.w   r6, @r2
    ocbwb   @r2
    synco
    icbi    @r2
    bra     next
    nop
apply_R_SH_DIR16:
    ! R_SH_DIR16: S + A
    mov     r3, r4
    mov     #-15, r5
    shad    r5, r4
    add     #1, r4
    mov     #2, r5
    cmp/hi  r5, r4
    bt      overflow
    bra     next
    mov.w   r3, @r2
apply_R_SH_DIR8:
    ! R_SH_DIR8: S + A
    mov     r3, r4
    mov     #-7, r5
    shad    r5, r4
    add     #1, r4
    mov     #2, r5
    cmp/hi  r5, r4
    bt      overflow
    bra     next
    mov.b   r3, @r2
far:
    .short  start+0x2000-behind-2
    .balign 4, 0
table:
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x00, 0x00, 0x94, 0x00, 0x3c, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0x10, 0x00, 0x94, 0x00, 0x2e, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x20
    .byte   0x00, 0x94, 0x00, 0x40, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x30, 0x00, 0x94, 0x00, 0x6c
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x40, 0x00, 0x94, 0x00, 0x7e, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0x50, 0x00, 0x94, 0x00, 0x3c, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x60
    .byte   0x00, 0x94, 0x00, 0x2e, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x70, 0x00, 0x94, 0x00, 0x3c
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0x80, 0x00, 0x94, 0x00, 0x3c, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x30, 0x90, 0x00, 0x94, 0x00, 0x3c, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xa0
    .byte   0x00, 0x94, 0x00, 0x34, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xb0, 0x00, 0x94, 0x00, 0x2e
    .byte   0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x30, 0xc0, 0x00, 0x94, 0x00, 0x3c, 0x00, 0x00, 0x00, 0x00
    .byte   0x00, 0x00, 0x00, 0x00
