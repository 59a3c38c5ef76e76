// SPDX-License-Identifier: GPL-2.0-only
/* The ELF header of /proc/vmcore, made before the kernel makes its own: what vmcore-dmesg and crash need of it. */
#include <linux/crash_core.h>
#include <linux/elf.h>
#include <linux/init.h>
#include <linux/io.h>
#include <linux/memblock.h>
#include <linux/utsname.h>
#if __has_include(<linux/vmcore_info.h>)
#include <linux/vmcore_info.h>	/* since 6.9 */
#endif
#include <asm/sections.h>

#include "earlyoops.h"

/* What the machine's own arch_crash_save_vmcoreinfo() says, where that can be asked so early. */
void __init __weak earlyoops_machine_vmcoreinfo(void)
{
	arch_crash_save_vmcoreinfo();
}

/* As far as readers of the log need it. The kernel makes its own VMCOREINFO much later, and begins anew then. */
size_t __init earlyoops_vmcoreinfo(unsigned char *text)
{
	size_t size;

	vmcoreinfo_data = text;
	VMCOREINFO_OSRELEASE(init_uts_ns.name.release);
	VMCOREINFO_PAGESIZE(PAGE_SIZE);
	VMCOREINFO_SYMBOL(init_uts_ns);
	VMCOREINFO_OFFSET(uts_namespace, name);
	VMCOREINFO_SYMBOL_ARRAY(swapper_pg_dir);
	VMCOREINFO_SYMBOL(_stext);
	log_buf_vmcoreinfo_setup();
	earlyoops_machine_vmcoreinfo();
	size = vmcoreinfo_size;
	vmcoreinfo_data = NULL;
	vmcoreinfo_size = 0;
	return size;
}

static void __init add_load(Elf64_Ehdr *ehdr, u64 virt, u64 start, u64 end)
{
	Elf64_Phdr *phdr = (Elf64_Phdr *)(ehdr + 1) + ehdr->e_phnum;

	/* A machine whose memory is in more pieces than a page has headers for loses the last of them. */
	if (start >= end || (void *)(phdr + 1) > (void *)ehdr + PAGE_SIZE)
		return;
	*phdr = (Elf64_Phdr){
		.p_type = PT_LOAD, .p_flags = PF_R | PF_W | PF_X, .p_offset = start, .p_paddr = start,
		.p_vaddr = virt, .p_filesz = end - start, .p_memsz = end - start,
	};
	ehdr->e_phnum++;
}

void __init earlyoops_core_header(const struct earlyoops *e)
{
	static unsigned char text[PAGE_SIZE] __initdata;
	Elf64_Ehdr *ehdr = __va(e->core);
	Elf64_Phdr *note = (Elf64_Phdr *)(ehdr + 1);
	phys_addr_t start, end;
	u64 i;

	*ehdr = (Elf64_Ehdr){
		.e_ident = { 0x7f, 'E', 'L', 'F', ELFCLASS64, ELFDATA2LSB, EV_CURRENT },
		.e_type = ET_CORE, .e_machine = ELF_ARCH, .e_version = EV_CURRENT,
		.e_phoff = sizeof(*ehdr), .e_ehsize = sizeof(*ehdr), .e_phentsize = sizeof(*note), .e_phnum = 1,
	};
	/* A whole page: the note must be followed by an empty one. */
	*note = (Elf64_Phdr){
		.p_type = PT_NOTE, .p_offset = e->core + PAGE_SIZE, .p_paddr = e->core + PAGE_SIZE,
		.p_filesz = PAGE_SIZE, .p_memsz = PAGE_SIZE,
	};
	append_elf_note(__va(e->core + PAGE_SIZE), VMCOREINFO_NOTE_NAME, 0, text, earlyoops_vmcoreinfo(text));
	add_load(ehdr, (u64)_text, __pa_symbol(_text), __pa_symbol(_end));
	for_each_mem_range(i, &start, &end) {
		add_load(ehdr, (u64)__va(start), start, min(end, e->start));
		start = max(start, e->end);
		add_load(ehdr, (u64)__va(start), start, end);
	}
}
