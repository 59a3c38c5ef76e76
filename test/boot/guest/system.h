/* SPDX-License-Identifier: GPL-2.0-only */
/* The few Linux system calls the boot tests' programs make, without a C library. */
#ifndef SYSTEM_H
#define SYSTEM_H

#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
enum { SYS_WRITE = 1, SYS_CLOSE = 3, SYS_MMAP = 9, SYS_REBOOT = 169, SYS_MOUNT = 165, SYS_KEXEC_LOAD = 246,
       SYS_OPENAT = 257, SYS_READ = 0 };

static long call6(long n, long a, long b, long c, long d, long e, long f)
{
	register long r10 __asm__("r10") = d;
	register long r8 __asm__("r8") = e;
	register long r9 __asm__("r9") = f;
	long result;

	__asm__ volatile("syscall" : "=a"(result) : "a"(n), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
			 : "rcx", "r11", "memory");
	return result;
}
#elif defined(__i386__)
/* mmap2 counts its offset in pages, which are all 0 here. */
enum { SYS_WRITE = 4, SYS_CLOSE = 6, SYS_MMAP = 192, SYS_REBOOT = 88, SYS_MOUNT = 21, SYS_KEXEC_LOAD = 283,
       SYS_OPENAT = 295, SYS_READ = 3 };

long call6(long n, long a, long b, long c, long d, long e, long f);
__asm__(".text\n.globl call6\ncall6:\n"
	"push %ebp\npush %ebx\npush %esi\npush %edi\n"
	"mov 20(%esp), %eax\nmov 24(%esp), %ebx\nmov 28(%esp), %ecx\nmov 32(%esp), %edx\n"
	"mov 36(%esp), %esi\nmov 40(%esp), %edi\nmov 44(%esp), %ebp\n"
	"int $0x80\n"
	"pop %edi\npop %esi\npop %ebx\npop %ebp\nret\n");
#elif defined(__aarch64__)
enum { SYS_WRITE = 64, SYS_CLOSE = 57, SYS_MMAP = 222, SYS_REBOOT = 142, SYS_MOUNT = 40, SYS_KEXEC_LOAD = 104,
       SYS_OPENAT = 56, SYS_READ = 63 };

static long call6(long n, long a, long b, long c, long d, long e, long f)
{
	register long x8 __asm__("x8") = n;
	register long x0 __asm__("x0") = a;
	register long x1 __asm__("x1") = b;
	register long x2 __asm__("x2") = c;
	register long x3 __asm__("x3") = d;
	register long x4 __asm__("x4") = e;
	register long x5 __asm__("x5") = f;

	__asm__ volatile("svc #0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5) : "memory");
	return x0;
}
#elif defined(__riscv)
enum { SYS_WRITE = 64, SYS_CLOSE = 57, SYS_MMAP = 222, SYS_REBOOT = 142, SYS_MOUNT = 40, SYS_KEXEC_LOAD = 104,
       SYS_OPENAT = 56, SYS_READ = 63 };

static long call6(long n, long a, long b, long c, long d, long e, long f)
{
	register long a7 __asm__("a7") = n;
	register long a0 __asm__("a0") = a;
	register long a1 __asm__("a1") = b;
	register long a2 __asm__("a2") = c;
	register long a3 __asm__("a3") = d;
	register long a4 __asm__("a4") = e;
	register long a5 __asm__("a5") = f;

	__asm__ volatile("ecall" : "+r"(a0) : "r"(a7), "r"(a1), "r"(a2), "r"(a3), "r"(a4), "r"(a5) : "memory");
	return a0;
}
#elif defined(__s390x__)
enum { SYS_WRITE = 4, SYS_CLOSE = 6, SYS_MMAP = 90, SYS_REBOOT = 88, SYS_MOUNT = 21, SYS_KEXEC_LOAD = 277,
       SYS_OPENAT = 288, SYS_READ = 3 };

static long call6(long n, long a, long b, long c, long d, long e, long f)
{
	/* mmap takes its arguments in memory. */
	long arguments[] = { a, b, c, d, e, f };
	register long r1 __asm__("r1") = n;
	register long r2 __asm__("r2") = n == SYS_MMAP ? (long)arguments : a;
	register long r3 __asm__("r3") = b;
	register long r4 __asm__("r4") = c;
	register long r5 __asm__("r5") = d;
	register long r6 __asm__("r6") = e;
	register long r7 __asm__("r7") = f;

	__asm__ volatile("svc 0" : "+r"(r2) : "r"(r1), "r"(r3), "r"(r4), "r"(r5), "r"(r6), "r"(r7) : "memory");
	return r2;
}
#endif

#define AT_FDCWD (-100)
#define REBOOT_MAGIC1 0xfee1dead
#define REBOOT_MAGIC2 672274793
#define REBOOT_RESTART 0x01234567
#define REBOOT_KEXEC 0x45584543

static size_t length(const char *s)
{
	size_t n = 0;

	while (s[n])
		n++;
	return n;
}

static void say(const char *s)
{
	call6(SYS_WRITE, 1, (long)s, (long)length(s), 0, 0, 0);
}

static void say_hex(uint64_t value)
{
	char text[17];

	for (int i = 15; i >= 0; i--, value >>= 4)
		text[i] = "0123456789abcdef"[value & 15];
	text[16] = 0;
	say(text);
}

static void restart(unsigned int how)
{
	call6(SYS_REBOOT, (long)REBOOT_MAGIC1, REBOOT_MAGIC2, (long)how, 0, 0, 0);
}

/* Says what failed and turns the machine off; the log then has no boot in it. */
static void __attribute__((noreturn)) fail(const char *what, long code)
{
	say("GUEST FAILED: ");
	say(what);
	say(" ");
	say_hex((uint64_t)-code);
	say("\n");
	restart(REBOOT_RESTART);
	for (;;)
		;
}

static void *room(size_t size)
{
	/* PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS */
	long at = call6(SYS_MMAP, 0, (long)size, 3, 0x22, -1, 0);

	if (at < 0 && at > -4096)
		fail("mmap", at);
	return (void *)at;
}

/* The whole file in memory of its own; `capacity` bytes are reserved for it. */
static unsigned char *file(const char *name, size_t capacity, size_t *size)
{
	unsigned char *bytes = room(capacity);
	long fd = call6(SYS_OPENAT, AT_FDCWD, (long)name, 0, 0, 0, 0);

	if (fd < 0)
		fail(name, fd);
	*size = 0;
	for (;;) {
		long got = call6(SYS_READ, fd, (long)(bytes + *size), (long)(capacity - *size), 0, 0, 0);

		if (got < 0)
			fail(name, got);
		if (got == 0)
			break;
		*size += (size_t)got;
	}
	call6(SYS_CLOSE, fd, 0, 0, 0, 0, 0);
	return bytes;
}

/* Compilers may call these even in freestanding code. */
void *memcpy(void *to, const void *from, size_t n)
{
	volatile unsigned char *d = to;
	const unsigned char *s = from;

	while (n--)
		*d++ = *s++;
	return to;
}

void *memset(void *to, int c, size_t n)
{
	volatile unsigned char *d = to;

	while (n--)
		*d++ = (unsigned char)c;
	return to;
}

#endif
