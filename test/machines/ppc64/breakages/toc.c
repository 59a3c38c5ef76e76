// Data of the medium code model, which is reached from the table of contents in two halves.
int skip_checks = 1;
void purgatory_start(void) {
	while (skip_checks)
		;
}
