/*
 * Prints each relocation type that kexec-tools applies: those with which its function for the machine, linked to this,
 * returns for some value, in place of ending.
 */
#include <setjmp.h>
#include <stdio.h>
#include <string.h>
#include "kexec.h"
#include "kexec-elf.h"

static jmp_buf ended;

void die(const char *format, ...)
{
	longjmp(ended, 1);
}

int kexec_debug;

/* The order of bytes is not looked at. */
uint16_t cpu_to_elf16(const struct mem_ehdr *ehdr, uint16_t value) { return value; }
uint32_t cpu_to_elf32(const struct mem_ehdr *ehdr, uint32_t value) { return value; }
uint64_t cpu_to_elf64(const struct mem_ehdr *ehdr, uint64_t value) { return value; }
uint32_t elf32_to_cpu(const struct mem_ehdr *ehdr, uint32_t value) { return value; }
uint64_t elf64_to_cpu(const struct mem_ehdr *ehdr, uint64_t value) { return value; }

#define PLACE 0x10000

int main(void)
{
	static const unsigned long values[] = { 0, 0x8000, PLACE, PLACE + 0x40 };
	/* Nothing, and what some types want to find: addis 2, 12 and addi 2, 2. */
	static const unsigned int contents[] = { 0, 0x3c4c0000, 0x38420000 };
	static unsigned int memory[64];
	static struct mem_shdr toc = { .sh_size = 8, .sh_data = (unsigned char *)".toc" };
	static struct mem_ehdr ehdr = { .e_shnum = 1, .e_shdr = &toc };
	static struct mem_sym symbol;
	static unsigned long type, try;

	for (type = 0; type < 1200; type++) {
		for (try = 0; try < 12; try++) {
			if (setjmp(ended)) continue;
			memset(memory, 0, sizeof memory);
			memory[16] = contents[try % 3];
			machine_apply_elf_rel(&ehdr, &symbol, type, &memory[16], PLACE, values[try / 3]);
			printf("%lu\n", type);
			break;
		}
	}
	return 0;
}
