// SPDX-License-Identifier: GPL-2.0-only
// A program that tests every address it holds. What an address must be is never computed by the same relocation: what
// stands there is read, what is called tells its number, and distances within one object are known.
#include "check.h"

extern int weak_missing(int) WEAK;
extern int weak_missing_too(int) WEAK;
// Too large for small data, which none can hold that is not there.
extern int weak_missing_words[0x100] WEAK;
extern int weak_kept(int) WEAK;
extern int weak_kept_word WEAK;
WEAK int weak_replaced(int n)
{
	return n;
}
WEAK int weak_replaced_word = 1;
WEAK int weak_own(int n)
{
	return 7000 + n;
}

static int own_word = 0x1122334;
static int own_zero;
int own_public_zero;
static const int own_constant = 0x4433221;
static short own_small = 0x1357;
static int own_array[10] = {200, 201, 202, 203, 204, 205, 206, 207, 208, 209};
static struct {
	char gap[FAR];
	int last;
} own_far;
// What is too far for 16 bits is not small data, and this is.
int small_data = 0x55;
int small_zero;

NOINLINE static int own_first(int n)
{
	return 100 + n + (own_zero & 1);
}

NOINLINE static int own_second(int n)
{
	return 200 + n + (own_zero & 1);
}

// Words that hold addresses: of data, of text, of zeros, of the middle of arrays, of strings.
static int *volatile to_data = &own_word;
static int *volatile to_other_data = &other_word;
static const int *volatile to_constant = &own_constant;
static const int *volatile to_other_constant = &other_constant;
static int *volatile to_zero = &own_zero;
static int *volatile to_other_zero = &other_zero;
static int *volatile to_middle = &own_array[5];
static int *volatile to_end = &own_array[10];
static int *volatile to_other_middle = &other_array[9];
static int *volatile to_far = &own_far.last;
static int *volatile to_other_far = &other_far[FAR / 4 - 2];
static volatile address as_number = (address)&other_array[3] + 4;
static const char *volatile to_text = "31415926";
static const char *volatile to_text_middle = &"0000271828"[4];
static int **volatile to_pointer = &other_pointer;
static int *const constants[] = {&own_array[1], &other_array[2], &own_array[3]};
static const char *const names[] = {"11", "222", "3333", "44444"};
struct __attribute__((packed)) unaligned {
	char before;
	int *pointer;
	char after;
	function call;
};
static struct unaligned unaligned = {1, &other_array[11], 2, other_second};

static const function functions[] = {own_first, other_first, own_second, other_second, other_hidden_function};
static function writable_functions[] = {other_third, own_first, other_aliased};
static const function weak_functions[] = {weak_missing, weak_kept, weak_own, weak_replaced};
static int *const weak_words[] = {weak_missing_words, &weak_kept_word, &weak_replaced_word};

struct node {
	const struct node *next;
	int value;
	const struct node *previous;
};
static const struct node first_node, last_node;
static const struct node middle_node = {&last_node, 20, &first_node};
static const struct node first_node = {&middle_node, 1, &last_node};
static const struct node last_node = {&first_node, 300, &middle_node};

// 64 bytes are less than any loader promises.
static struct {
	int value;
} __attribute__((aligned(64))) aligned = {0x6464};

#ifndef NO_DISTANCES
// A word that holds how far from it something is.
extern const int distance_to_data[], distance_to_text[];
__asm__(".section .rodata\n\t.balign 4\n"
	"\t.globl distance_to_data\ndistance_to_data:\n\t.long other_word - .\n"
	"\t.globl distance_to_text\ndistance_to_text:\n\t.long own_text - .\n"
	"\t.globl own_text\nown_text:\n\t.long 0x2a2a2a2a\n"
	"\t.text\n");
#endif

typedef void (*constructor)(void);
static int constructed;
static void construct(void)
{
	constructed += 3;
}
static void construct_too(void)
{
	constructed += 40;
}
#define CONSTRUCTOR __attribute__((used, section("constructors")))
#ifdef BOUNDS
CONSTRUCTOR static constructor construct_entry = construct;
CONSTRUCTOR static constructor construct_entry_too = construct_too;
extern constructor __start_constructors[], __stop_constructors[];
#else
static constructor constructors[] = {construct, construct_too};
#endif

static int number(const char *text)
{
	int value = 0;
	for (text = HIDDEN(text); *text; text++)
		value = value * 10 + (*text - '0');
	return value;
}

NOINLINE static void data(void)
{
	CHECK(1, *to_data == 0x1122334);
	CHECK(2, *to_other_data == 0x1234567);
	CHECK(3, *to_constant == 0x4433221 && *to_other_constant == 0x7654321);
	CHECK(4, *to_zero == 0 && *to_other_zero == 0);
	*to_zero = 0x500;
	*to_other_zero = 0x600;
	CHECK(5, HIDDEN(own_zero) == 0x500 && HIDDEN(other_zero) == 0x600);
	own_zero = 0;
	other_zero = 0;
	CHECK(6, *to_zero == 0 && *to_other_zero == 0);
	CHECK(7, to_middle[0] == 205 && to_middle[-5] == 200 && to_end[-1] == 209 && to_end - to_middle == 5);
	CHECK(8, to_other_middle[0] == 109 && to_other_middle[6] == 115);
	CHECK(9, *(int *)as_number == 104);
	CHECK(10, number(to_text) == 31415926 && number(to_text_middle) == 271828);
	CHECK(11, **to_pointer == 107);
	for (int i = 0; i < 3; i++)
		CHECK(12, *HIDDEN(constants[i]) == (i == 1 ? 102 : 201 + i));
	CHECK(13, number(names[HIDDEN(0)]) == 11 && number(names[HIDDEN(1)]) == 222 &&
			  number(names[HIDDEN(2)]) == 3333 && number(names[HIDDEN(3)]) == 44444);
	struct unaligned *packed = HIDDEN(&unaligned);
	CHECK(14, packed->before == 1 && packed->after == 2 && *packed->pointer == 111 && packed->call(5) == 2005);
	CHECK(15, (address)HIDDEN(&aligned) % 64 == 0 && aligned.value == 0x6464);
}

// The same from code, and what code computes is what the words hold.
NOINLINE static void code(void)
{
	CHECK(16, *HIDDEN(&own_word) == 0x1122334 && HIDDEN(&own_word) == to_data);
	CHECK(17, *HIDDEN(&other_word) == 0x1234567 && HIDDEN(&other_word) == to_other_data);
	CHECK(18, HIDDEN(other_word) == 0x1234567 && HIDDEN(other_half) == -1234 && HIDDEN(other_byte) == -77 &&
			  HIDDEN(other_constant) == 0x7654321 && HIDDEN(other_hidden) == 0x2468ace);
	CHECK(19, HIDDEN(&own_zero) == to_zero && HIDDEN(&other_zero) == to_other_zero);
	CHECK(20, *HIDDEN(&own_array[4]) == 204 && *HIDDEN(&other_array[13]) == 113 && other_array[HIDDEN(14)] == 114);
	CHECK(21, number("16180339") == 16180339 && number(&"xxxxx57721"[HIDDEN(5)]) == 57721);
	CHECK(22, *HIDDEN(&other_alias) == 0x1234567);
	CHECK(23, HIDDEN(&small_data) != 0 && HIDDEN(small_data) == 0x55 && HIDDEN(own_small) == 0x1357);
	small_zero = HIDDEN(9);
	own_public_zero = HIDDEN(10);
	CHECK(24, *HIDDEN(&small_zero) == 9 && *HIDDEN(&own_public_zero) == 10 && HIDDEN(small_data) == 0x55);
	own_far.last = HIDDEN(0x777);
	other_far[FAR / 4 - 2] = HIDDEN(0x888);
	CHECK(25, *to_far == 0x777 && *to_other_far == 0x888);
	CHECK(26, HIDDEN(&own_far.last) == to_far && (char *)to_far - (char *)HIDDEN(&own_far) == FAR);
	int copy[12] = {9, 8, 7, 6, 5, 4, 3, 2, 1, 0, -1, -2};
	int *copied = HIDDEN(&copy[0]);
	CHECK(27, copied[0] == 9 && copied[5] == 4 && copied[11] == -2);
#ifdef FLOATS
	volatile double half = 0.5;
	CHECK(28, half * 1234567.25 == 617283.625 && (float)half + 0.15625f == 0.65625f);
#endif
#ifndef NO_DISTANCES
	const char *here = HIDDEN((const char *)distance_to_data);
	CHECK(29, *(const int *)(here + HIDDEN(distance_to_data[0])) == 0x1234567);
	const char *there = HIDDEN((const char *)distance_to_text);
	CHECK(30, *(const int *)(there + HIDDEN(distance_to_text[0])) == 0x2a2a2a2a);
#endif
}

NOINLINE static void calls(void)
{
	CHECK(31, own_first(HIDDEN(1)) == 101 && own_second(HIDDEN(2)) == 202 && other_first(3) == 1003 &&
			  other_second(4) == 2004 && other_third(5) == 3005 && other_hidden_function(6) == 4006 &&
			  other_aliased(7) == 1007);
	CHECK(32, functions[HIDDEN(0)](1) == 101 && functions[HIDDEN(1)](2) == 1002 && functions[HIDDEN(2)](3) == 203 &&
			  functions[HIDDEN(3)](4) == 2004 && functions[HIDDEN(4)](5) == 4005);
	CHECK(33, writable_functions[HIDDEN(0)](1) == 3001 && writable_functions[HIDDEN(1)](2) == 102 &&
			  writable_functions[HIDDEN(2)](3) == 1003);
	CHECK(34, HIDDEN(own_first)(8) == 108 && HIDDEN(other_third)(9) == 3009);
	CHECK(35, other_calls_back(own_second, 10) == 211 && other_calls_back(other_first, 11) == 1012);
	const struct node *node = HIDDEN(&first_node);
	int sum = 0;
	for (int i = 0; i < 6; i++, node = node->next)
		sum += node->value + 1000 * node->previous->value;
	CHECK(36, sum == 2 * 321 + 2 * 321000 && node == HIDDEN(&first_node));
#ifdef BOUNDS
	const constructor *end = HIDDEN(&__stop_constructors[0]);
	const constructor *each = HIDDEN(&__start_constructors[0]);
	CHECK(37, end - each == 2);
	for (; each < end; each++)
		(*each)();
#else
	for (int i = 0; i < HIDDEN(2); i++)
		constructors[i]();
#endif
	CHECK(38, HIDDEN(constructed) == 43);
}

NOINLINE static int switched(int n, int m)
{
	switch (n) {
	case 0: return own_first(m);
	case 1: return other_second(m + 1);
	case 2: return other_first(m) + 7;
	case 3: own_public_zero = 5; return other_third(m) - 1;
	case 4: return own_second(m);
	case 5: return other_hidden_function(m) + own_first(1);
	case 6: return other_aliased(m + 6);
	case 7: small_zero = 6; return 77;
	case 8: return other_calls_back(other_first, m) * 2;
	case 9: return -other_second(m);
	case 10: return m;
	case 11: return own_first(other_second(m));
	default: return -1;
	}
}

NOINLINE static const char *named(int n)
{
	switch (n) {
	case 3: return "303";
	case 4: return "4040";
	case 5: return "50505";
	case 6: return "6";
	case 7: return "77";
	case 8: return "808";
	case 9: return "9009";
	case 10: return "10";
	default: return "0";
	}
}

NOINLINE static int interpreted(const signed char *program)
{
	static const void *const labels[] = {&&stop, &&add, &&twice, &&negate};
	int value = HIDDEN(0);
	goto *labels[(int)*program];
add:
	value += *++program;
	goto *labels[(int)*++program];
twice:
	value = own_first(value) - 100 + value;
	goto *labels[(int)*++program];
negate:
	value = -value;
	goto *labels[(int)*++program];
stop:
	return value;
}

#ifndef NO_LABEL_DISTANCES
NOINLINE static int interpreted_by_distances(const signed char *program)
{
	static const int labels[] = {&&stop - &&stop, &&add - &&stop, &&twice - &&stop, &&negate - &&stop};
	int value = HIDDEN(0);
	goto *(&&stop + labels[(int)*program]);
add:
	value += *++program;
	goto *(&&stop + labels[(int)*++program]);
twice:
	value = own_first(value) - 100 + value;
	goto *(&&stop + labels[(int)*++program]);
negate:
	value = -value;
	goto *(&&stop + labels[(int)*++program]);
stop:
	return value;
}
#endif

NOINLINE static void jumps(void)
{
	static const int expected[] = {101,  2002, 1008, 3000, 201,  4102, 1007, 77, 2004, -2001, 1, 2101, -1};
	for (int i = 0; i < 13; i++)
		CHECK(39, switched(HIDDEN(i), HIDDEN(1)) == expected[i]);
	CHECK(40, number(named(HIDDEN(3))) == 303 && number(named(HIDDEN(5))) == 50505 && number(named(HIDDEN(10))) == 10 &&
			  number(named(HIDDEN(11))) == 0 && number(named(HIDDEN(8))) == 808);
	static const signed char program[] = {1, 20, 2, 1, 3, 3, 2, 0};
	CHECK(41, interpreted(HIDDEN(&program[0])) == -86);
#ifndef NO_LABEL_DISTANCES
	CHECK(43, interpreted_by_distances(HIDDEN(&program[0])) == -86);
#endif
}

NOINLINE static void weak(void)
{
	CHECK(44, HIDDEN((address)&weak_missing) == 0 && HIDDEN((address)weak_missing_words) == 0);
	if (weak_missing)
		CHECK(45, weak_missing(1) == 0);
	if (weak_missing_too)
		weak_missing_too(2);
	if (weak_missing_words)
		CHECK(46, weak_missing_words[0] == 0x77777);
	CHECK(47, !HIDDEN(weak_functions[HIDDEN(0)]) && !HIDDEN(weak_words[HIDDEN(0)]));
	CHECK(48, HIDDEN((address)&weak_kept) && weak_kept(1) == 5001 && HIDDEN(weak_kept_word) == 0x3333);
	CHECK(49, weak_replaced(2) == 6002 && HIDDEN(weak_replaced_word) == 0x4444 && weak_own(3) == 7003);
	CHECK(50, weak_functions[HIDDEN(1)](4) == 5004 && weak_functions[HIDDEN(2)](5) == 7005 &&
			  weak_functions[HIDDEN(3)](6) == 6006);
	CHECK(51, *weak_words[HIDDEN(1)] == 0x3333 && *weak_words[HIDDEN(2)] == 0x4444);
}

ENTRY;
ENTRY
{
	data();
	code();
	calls();
	jumps();
	weak();
	finish(GOOD);
}
