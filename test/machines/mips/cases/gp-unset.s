	.text
	.section	.mdebug.abi32,"",@progbits
	.nan	legacy
	.text
	.file	"gp-unset.c"
	.globl	purgatory_start                 # -- Begin function purgatory_start
	.p2align	2
	.type	purgatory_start,@function
	.set	nomicromips
	.set	nomips16
	.ent	purgatory_start
purgatory_start:                        # @purgatory_start
	.frame	$sp,0,$ra
	.mask 	0x00000000,0
	.fmask	0x00000000,0
	.set	noreorder
	.set	nomacro
	.set	noat
# %bb.0:
	lw	$1, %gp_rel(glob)($gp)
	xori	$1, $1, 5
	addiu	$4, $zero, 1
	addiu	$2, $zero, 42
	movz	$4, $2, $1
	addiu	$2, $zero, 4001
	#APP
	.set	push
	.set	at
	.set	macro
	.set	reorder

	syscall

	.set	pop
	#NO_APP
$BB0_1:                                 # =>This Inner Loop Header: Depth=1
	j	$BB0_1
	nop
	.set	at
	.set	macro
	.set	reorder
	.end	purgatory_start
$func_end0:
	.size	purgatory_start, ($func_end0)-purgatory_start
                                        # -- End function
	.type	glob,@object                    # @glob
	.section	.sdata,"aw",@progbits
	.globl	glob
	.p2align	2
glob:
	.4byte	5                               # 0x5
	.size	glob, 4

	.ident	"Debian clang version 16.0.6 (15~deb12u1)"
	.section	".note.GNU-stack","",@progbits
	.text
