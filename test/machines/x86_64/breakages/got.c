// What a compiler that makes position-independent code by itself does to a purgatory of the large code model.
int skip_checks = 1;
void purgatory_start(void) {
	while (skip_checks)
		;
}
