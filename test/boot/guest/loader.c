/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * /init of the first kernel: hands the segments of /plan to kexec_load(2) as
 * they are and jumps. It relocates nothing and knows no ELF.
 */
#include "system.h"

struct plan {
	uint64_t entry;
	uint64_t count;
	struct {
		uint64_t address;
		uint64_t file_size;
		uint64_t memory_size;
		char name[40];
	} segments[16];
};

struct kexec_segment {
	const void *buffer;
	size_t buffer_size;
	unsigned long address;
	size_t memory_size;
};

void start(void)
{
	struct kexec_segment segments[16];
	size_t size;
	const struct plan *plan = (const struct plan *)file("/plan", sizeof(*plan), &size);

	for (uint64_t i = 0; i < plan->count; i++) {
		segments[i].buffer = file(plan->segments[i].name, plan->segments[i].file_size + 4096, &size);
		segments[i].buffer_size = size;
		segments[i].address = (unsigned long)plan->segments[i].address;
		segments[i].memory_size = (size_t)plan->segments[i].memory_size;
	}
	long result = call6(SYS_KEXEC_LOAD, (long)plan->entry, (long)plan->count, (long)segments, 0, 0, 0);

	if (result < 0)
		fail("kexec_load", result);
	say("GUEST LOADED\n");
	restart(REBOOT_KEXEC);
	fail("reboot", 0);
}

__asm__(".text\n.globl _start\n_start:\n"
#if defined(__x86_64__)
	"and $-16, %rsp\ncall start\n"
#elif defined(__i386__)
	"and $-16, %esp\ncall start\n"
#elif defined(__aarch64__)
	"bl start\n"
#elif defined(__s390x__)
	"aghi %r15, -160\nbrasl %r14, start\n"
#elif defined(__riscv)
	"call start\n"
#endif
);
