# Addresses that do not move, formed from the page of the place.
	.globl	purgatory_start
purgatory_start:
	pcalau12i $a0, %pc_hi20(uart)
	addi.d	$a0, $a0, %pc_lo12(uart)
	pcalau12i $a1, %pc_hi20(uart + 8)
	ld.b	$a1, $a1, %pc_lo12(uart + 8)
	b	purgatory_start
	.set	uart, 0x1fe00ffc
