// A function with an array on its stack, for compilers that protect such by themselves.
char last;
__attribute__((noinline)) void print(char *buffer) {
	__asm__ volatile("" : : "r"(buffer) : "memory");
	last = buffer[0];
}
void purgatory_start(void) {
	char buffer[64];
	print(buffer);
}
