/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * /init of the second kernel: says its command line and the SHA-256 of a file
 * in its initrd, which no one can say who was not booted with both.
 */
#include "../../../purgatory/sha256.h"
#include "system.h"

#define PAYLOAD_CAPACITY (4u << 20)

void start(void)
{
	static const char digits[] = "0123456789abcdef";
	uint8_t digest[SHA256_DIGEST_SIZE];
	char hex[2 * SHA256_DIGEST_SIZE + 1];
	struct sha256 sha;
	size_t size;

	long mounted = call6(SYS_MOUNT, (long)"proc", (long)"/proc", (long)"proc", 0, 0, 0);

	if (mounted < 0)
		fail("mount", mounted);
	unsigned char *line = file("/proc/cmdline", 8192, &size);

	line[size ? size - 1 : 0] = 0; /* the newline */
	const unsigned char *payload = file("/payload", PAYLOAD_CAPACITY, &size);

	sha256_init(&sha);
	sha256_update(&sha, payload, size);
	sha256_final(&sha, digest);
	for (int i = 0; i < SHA256_DIGEST_SIZE; i++) {
		hex[2 * i] = digits[digest[i] >> 4];
		hex[2 * i + 1] = digits[digest[i] & 15];
	}
	hex[2 * SHA256_DIGEST_SIZE] = 0;
	say("\nSECOND KERNEL <");
	say((const char *)line);
	say("> ");
	say(hex);
	say("\n");
	restart(REBOOT_RESTART);
	for (;;)
		;
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
