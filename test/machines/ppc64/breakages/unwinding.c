// A function with unwinding tables, which hold its distance.
void purgatory_start(void) {
	for (;;)
		;
}
