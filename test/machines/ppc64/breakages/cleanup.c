// A function that has something left to do when an exception passes through it.
int held;
__attribute__((noinline)) void leave(int *lock) {
	held -= *lock;
}
__attribute__((noinline)) void work(void (*then)(void)) {
	then();
}
void purgatory_start(void (*then)(void)) {
	int lock __attribute__((cleanup(leave))) = 1;
	work(then);
}
