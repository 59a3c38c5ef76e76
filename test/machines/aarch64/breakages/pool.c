// Addresses in the large code model, which gcc 6 and later load from a pool that is reached by its page.
extern unsigned long sha256_regions[32];
unsigned long sha256_regions[32] = {1};
unsigned long purgatory_start(void) {
	return sha256_regions[3];
}
