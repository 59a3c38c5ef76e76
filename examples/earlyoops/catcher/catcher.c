// SPDX-License-Identifier: GPL-2.0-only
/*
 * The oops catcher: a purgatory that copies the crashed kernel's log into a
 * console zone of ramoops, and to a serial line if told so, and resets. The
 * next boot finds it in /sys/fs/pstore. It writes to no disk.
 *
 * Where the log is stands in VMCOREINFO, as for vmcore-dmesg and crash. It is
 * a ring of descriptors, each with a record of infos and a block of text in a
 * ring of bytes: kernel/printk/printk_ringbuffer.c tells how they hang together.
 */
#include <stddef.h>
#include <stdint.h>

#include "../catcher.h"

/* Written by the driver before the jump: in .data, so that there are bytes in the file. */
__attribute__((section(".data"), visibility("default"))) struct catcher_told catcher_told = { 0 };

/* The entry wants to know where to go on: nowhere, as purgatory() does not return. */
unsigned long purgatory_kernel_entry = 0, purgatory_argument = 0;

/* struct persistent_ram_buffer of fs/pstore/ram_core.c, without its data. */
struct zone {
	uint32_t signature, start, size;
};

#define ZONE_SIGNATURE 0x43474244 /* DBGC; a console's is this without more */

/* Keeps the newest text, as ramoops does: when all is full, what comes goes over the oldest. */
static void put_char(char c)
{
	volatile struct zone *zone = (volatile struct zone *)(uintptr_t)catcher_told.zone;
	volatile char *data = (volatile char *)(zone + 1);
	uint32_t room = (uint32_t)(catcher_told.zone_size - sizeof(*zone));

	data[zone->start] = c;
	zone->start = zone->start + 1 == room ? 0 : zone->start + 1;
	if (zone->size < room)
		zone->size++;
	if (!catcher_told.serial)
		return;
	if (c == '\n')
		machine_put(catcher_told.serial, '\r');
	machine_put(catcher_told.serial, c);
}

static void put_string(const char *text)
{
	while (*text)
		put_char(*text++);
}

static void put_number(uint64_t value, int width, char fill)
{
	char digits[20];
	int count = 0;

	do
		digits[count++] = (char)('0' + value % 10);
	while (value /= 10);
	for (; width > count; width--)
		put_char(fill);
	while (count)
		put_char(digits[--count]);
}

/* What VMCOREINFO has to say: sizes and offsets in bytes, of types of the crashed kernel. */
static uint64_t prb, counter, desc_ring, text_data_ring, count_bits, descs, infos, head_id, tail_id;
static uint64_t desc_size, state_var, text_blk_lpos, begin, next, info_size, ts_nsec, text_len, size_bits, data;

static const struct {
	const char *name;
	uint64_t *value;
} wanted[] = {
	{ "SYMBOL(prb)", &prb },
	{ "OFFSET(atomic_long_t.counter)", &counter },
	{ "OFFSET(printk_ringbuffer.desc_ring)", &desc_ring },
	{ "OFFSET(printk_ringbuffer.text_data_ring)", &text_data_ring },
	{ "OFFSET(prb_desc_ring.count_bits)", &count_bits },
	{ "OFFSET(prb_desc_ring.descs)", &descs },
	{ "OFFSET(prb_desc_ring.infos)", &infos },
	{ "OFFSET(prb_desc_ring.head_id)", &head_id },
	{ "OFFSET(prb_desc_ring.tail_id)", &tail_id },
	{ "SIZE(prb_desc)", &desc_size },
	{ "OFFSET(prb_desc.state_var)", &state_var },
	{ "OFFSET(prb_desc.text_blk_lpos)", &text_blk_lpos },
	{ "OFFSET(prb_data_blk_lpos.begin)", &begin },
	{ "OFFSET(prb_data_blk_lpos.next)", &next },
	{ "SIZE(printk_info)", &info_size },
	{ "OFFSET(printk_info.ts_nsec)", &ts_nsec },
	{ "OFFSET(printk_info.text_len)", &text_len },
	{ "OFFSET(prb_data_ring.size_bits)", &size_bits },
	{ "OFFSET(prb_data_ring.data)", &data },
};

#define WANTED (sizeof(wanted) / sizeof(wanted[0]))

/* The number behind NAME= in a line of the text: of symbols in hexadecimal. */
static int number_of(const char *name, uint64_t *value)
{
	const char *at = (const char *)(uintptr_t)catcher_told.vmcoreinfo;
	const char *end = at + catcher_told.vmcoreinfo_size;
	unsigned int base = name[1] == 'Y' ? 16 : 10;

	while (at < end) {
		const char *want = name;

		while (at < end && *want && *at == *want) {
			at++;
			want++;
		}
		if (!*want && at < end && *at == '=') {
			for (*value = 0, at++; at < end && *at != '\n'; at++)
				*value = *value * base + (unsigned int)(*at <= '9' ? *at - '0' : (*at | 0x20) - 'a' + 10);
			return 1;
		}
		while (at < end && *at++ != '\n')
			;
	}
	return 0;
}

/* Where bytes of the crashed kernel are; NULL if nothing tells. */
static const void *memory(uint64_t virt, uint64_t size)
{
	for (size_t i = 0; i < CATCHER_MAPS && catcher_told.maps[i].size; i++) {
		uint64_t offset = virt - catcher_told.maps[i].virt;

		if (offset < catcher_told.maps[i].size && size <= catcher_told.maps[i].size - offset) {
			machine_see(catcher_told.maps[i].phys + offset, size);
			return (const void *)(uintptr_t)(catcher_told.maps[i].phys + offset);
		}
	}
	return NULL;
}

static uint64_t long_at(uint64_t virt)
{
	const uint64_t *at = memory(virt, sizeof(*at));

	return at ? *at : 0;
}

static uint32_t int_at(uint64_t virt)
{
	const uint32_t *at = memory(virt, sizeof(*at));

	return at ? *at : 0;
}

static void put_time(uint64_t nanoseconds)
{
	put_char('[');
	put_number(nanoseconds / 1000000000, 5, ' ');
	put_char('.');
	put_number(nanoseconds / 1000 % 1000000, 6, '0');
	put_string("] ");
}

#define ID_MASK (~(uint64_t)0 >> 2) /* the state is in the two bits above it */
#define COMMITTED 1
#define FINALIZED 2
#define NO_DATA 1 /* this bit of a position says that there is no block */

/* A record's lines, each with its time, as a console prints them. */
static void put_record(uint64_t desc, uint64_t info, uint64_t ring)
{
	uint64_t from = long_at(desc + text_blk_lpos + begin), to = long_at(desc + text_blk_lpos + next);
	uint64_t bits = int_at(ring + size_bits), size = (uint64_t)1 << bits, room, time = long_at(info + ts_nsec);
	const uint16_t *length = memory(info + text_len, sizeof(*length));
	const char *text;

	if ((from & NO_DATA) || !length) {
		room = 0;
	} else if (from >> bits == (to - 1) >> bits) {
		room = to - from;
		from &= size - 1;
	} else {
		/* It did not fit before the ring's end, and is at its beginning. */
		room = to & (size - 1);
		from = 0;
	}
	/* In front of the text is the descriptor's number. */
	room = room < sizeof(uint64_t) ? 0 : room - sizeof(uint64_t);
	if (length && *length < room)
		room = *length;
	text = memory(long_at(ring + data) + from + sizeof(uint64_t), room);
	put_time(time);
	for (; text && room; text++, room--) {
		put_char(*text);
		if (*text == '\n')
			put_time(time);
	}
	put_char('\n');
}

static void put_log(void)
{
	uint64_t ring = long_at(prb), ids = ring + desc_ring, count = (uint64_t)1 << int_at(ids + count_bits);
	uint64_t id = long_at(ids + tail_id + counter), last = long_at(ids + head_id + counter);

	for (uint64_t left = count; left; left--, id = (id + 1) & ID_MASK) {
		uint64_t desc = long_at(ids + descs) + (id & (count - 1)) * desc_size;
		uint64_t state = long_at(desc + state_var + counter);

		if ((state & ID_MASK) == id && (state >> 62 == COMMITTED || state >> 62 == FINALIZED))
			put_record(desc, long_at(ids + infos) + (id & (count - 1)) * info_size, ring + text_data_ring);
		if (id == last)
			return;
	}
}

void purgatory(void)
{
	volatile struct zone *zone = (volatile struct zone *)(uintptr_t)catcher_told.zone;

	/* Nothing that is in caches is to go over what is written now. */
	machine_see(catcher_told.zone, catcher_told.zone_size);
	zone->start = 0;
	zone->size = 0;
	zone->signature = ZONE_SIGNATURE;
	for (size_t i = 0; i < WANTED; i++)
		if (!number_of(wanted[i].name, wanted[i].value)) {
			put_string("catcher: VMCOREINFO lacks ");
			put_string(wanted[i].name);
			put_char('\n');
		}
	if (memory(prb, sizeof(uint64_t)) && memory(long_at(prb), sizeof(uint64_t)))
		put_log();
	else
		put_string("catcher: the log is in memory of which nobody told where it is\n");
	for (;;)
		machine_reset(catcher_told.reset);
}
