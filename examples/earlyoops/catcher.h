/* SPDX-License-Identifier: GPL-2.0-only */
/* What the catcher (catcher/catcher.c) is told by the driver: the symbol catcher_told. */
#ifndef EARLYOOPS_CATCHER_H
#define EARLYOOPS_CATCHER_H

#ifdef __KERNEL__
#include <linux/types.h>
typedef u64 catcher_word;
#else
#include <stdint.h>
typedef uint64_t catcher_word;
#endif

#define CATCHER_MAPS 8

struct catcher_told {
	catcher_word vmcoreinfo, vmcoreinfo_size;	/* physical address of VMCOREINFO's text, and its bytes */
	catcher_word zone, zone_size;	/* the console zone of ramoops: physical address, and bytes */
	catcher_word serial;		/* a serial line that gets the text too, as the machine names it; 0: none */
	catcher_word reset;		/* how the machine is reset, where there is more than one way */
	struct {
		catcher_word virt, phys, size;	/* size 0: no more of them */
	} maps[CATCHER_MAPS];		/* where the crashed kernel's pointers lead */
};

#endif
