/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef EARLYOOPS_H
#define EARLYOOPS_H

#include <linux/kexec.h>
#include <linux/types.h>

/* What payload.S and blob.c carry, in memory that is freed with the rest of init. */
extern const u8 earlyoops_kernel[], earlyoops_kernel_end[];
extern const u8 earlyoops_initrd[], earlyoops_initrd_end[];
extern const u8 earlyoops_payload_digest[];

/* A part of the reserved memory: what is copied there, zeros behind it. */
struct earlyoops_part {
	phys_addr_t at;
	const void *data;	/* NULL: written in place, by earlyoops_fill() */
	size_t size;		/* bytes of data, which the purgatory checks if hashed */
	size_t memsz;		/* bytes of memory, whole pages */
	bool hashed;
};

/* What is put into the reserved memory; all addresses are physical. */
struct earlyoops {
	phys_addr_t start, end;		/* the reserved memory */
	phys_addr_t next;		/* what is not given away begins here */
	unsigned int count;
	struct earlyoops_part parts[KEXEC_SEGMENT_MAX];
	phys_addr_t core;		/* the ELF header of /proc/vmcore, CORE_SIZE bytes at the end */
	phys_addr_t blob;		/* the purgatory */
	phys_addr_t control;		/* KEXEC_CONTROL_PAGE_SIZE bytes for the machine's way out */
	phys_addr_t tables, tables_end;	/* pages for its page tables */
	phys_addr_t entry, argument;	/* where the purgatory goes on, and what it hands over */
	phys_addr_t initrd;
	phys_addr_t zone, zone_end;	/* where the catcher writes; it reads all memory. 0: no catcher */
	char command_line[512];
};

#define EARLYOOPS_CORE_SIZE (2 * PAGE_SIZE)	/* ELF header, and VMCOREINFO in the second page */
#define EARLYOOPS_TABLES 16	/* pages: enough to map the reserved memory */

/* Gives a place to a part. Nothing is written before all have one. */
phys_addr_t earlyoops_place(struct earlyoops *e, const void *data, size_t size, size_t memsz, size_t align,
			    bool hashed);

/* Gives a place to the purgatory and to what the machine needs to jump there. */
void earlyoops_place_blob(struct earlyoops *e);

/* What is entered: gives places to all parts, or says why not; and once they are copied writes what depends on places. */
bool earlyoops_begin(struct earlyoops *e);
bool earlyoops_finish(const struct earlyoops *e, u8 *blob);

/* Writes VMCOREINFO as far as readers of the log need it, less than a page; returns its bytes. */
size_t earlyoops_vmcoreinfo(unsigned char *text);
void earlyoops_machine_vmcoreinfo(void);

/* Writes the header of /proc/vmcore: all memory but the reserved one, and where the log is. */
void earlyoops_core_header(const struct earlyoops *e);

/* The machine's part for a second kernel: give places to it and its argument, or say what is wrong with them; */
int earlyoops_plan(struct earlyoops *e);
/* write the argument into its place; */
int earlyoops_fill(const struct earlyoops *e);
/* tell the purgatory where to go on. */
void earlyoops_tell(const struct earlyoops *e, u8 *blob);

/* The machine's part for either: make ready what machine_kexec() wants, without any allocator. */
int earlyoops_prepare_jump(const struct earlyoops *e, struct kimage *image);

/* The machine's part for the catcher: how it is to reset, as catcher/machines/ has it. */
u64 earlyoops_reset(void);

#ifdef CONFIG_EARLYOOPS_TEST
void earlyoops_trigger(const char *place);
void earlyoops_damage(const char *what, u8 *bytes, size_t size);
extern bool earlyoops_without_notes;
#else
static inline void earlyoops_trigger(const char *place) { }
static inline void earlyoops_damage(const char *what, u8 *bytes, size_t size) { }
#define earlyoops_without_notes false
#endif

#endif
