// The entry is in .text, and what a profile found to be hot in a section of its own.
int runs;
__attribute__((section(".text.hot."), noinline)) void update(void) {
	runs++;
}
void purgatory_start(void) {
	for (;;)
		update();
}
