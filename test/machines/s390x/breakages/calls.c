// Calls to functions of the same purgatory.
int calls;
__attribute__((noinline)) void setup_arch(void) {
	__asm__ volatile("");
	calls++;
}
void purgatory_start(void) {
	setup_arch();
	setup_arch();
	for (;;)
		;
}
