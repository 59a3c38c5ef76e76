/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Generated from relocator-dsl/arch/sh.ts by npm run generate; do not edit. */
/* The handler of every rule on its own. It is entered by the loop of format records with the sum S + A and the */
/* place P in registers, computes the value, checks it at full width, inserts it and goes on to the next record; */
/* a value that fails its check goes to overflow. */
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

    ! X = S + A; check: none
apply_R_SH_DIR32:
    bra     next
    mov.l   r3, @r2

    ! X = S + A - P; check: none
apply_R_SH_REL32:
    sub     r2, r3
    bra     next
    mov.l   r3, @r2

    ! X = S + A - P; check: -2^12 <= X < 2^12 and X is a multiple of 2
apply_R_SH_IND12W:
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

    ! X = S + A; check: -2^15 <= X < 2^16
apply_R_SH_DIR16:
    mov     r3, r4
    mov     #-15, r5
    shad    r5, r4
    add     #1, r4
    mov     #2, r5
    cmp/hi  r5, r4
    bt      overflow
    bra     next
    mov.w   r3, @r2

    ! X = S + A; check: -2^7 <= X < 2^8
apply_R_SH_DIR8:
    mov     r3, r4
    mov     #-7, r5
    shad    r5, r4
    add     #1, r4
    mov     #2, r5
    cmp/hi  r5, r4
    bt      overflow
    bra     next
    mov.b   r3, @r2

    ! X = G + A; check: none
apply_R_SH_GOT32:
    bra     next
    mov.l   r3, @r2

    ! X = L + A - P; check: none
apply_R_SH_PLT32:
    sub     r2, r3
    bra     next
    mov.l   r3, @r2

    ! X = S; check: none
apply_R_SH_GLOB_DAT:
    bra     next
    mov.l   r3, @r2

    ! X = S; check: none
apply_R_SH_JMP_SLOT:
    bra     next
    mov.l   r3, @r2

    ! X = B + A; check: none
apply_R_SH_RELATIVE:
    bra     next
    mov.l   r3, @r2

    ! X = S + A - GOT; check: none
apply_R_SH_GOTOFF:
    mov     #40, r4
    shll8   r4
    add     r0, r4
    sub     r4, r3
    bra     next
    mov.l   r3, @r2

    ! X = GOT + A - P; check: none
apply_R_SH_GOTPC:
    sub     r2, r3
    bra     next
    mov.l   r3, @r2

    ! X = G + A; check: none
apply_R_SH_GOTPLT32:
    bra     next
    mov.l   r3, @r2

next:
    bra     next
    nop
overflow:
    bra     overflow
    nop
