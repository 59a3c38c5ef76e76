/** Sources of which compilers make calls of support code, by the flags that ask for it and those that do without. */

export interface SupportCase {
  readonly source: string;
  /** Default: C. */
  readonly language?: 'c++';
  readonly flags: readonly string[];
  /** The flags that the message names; undefined where it names none, or none that a compiler could be given. */
  readonly avoid?: readonly string[];
  /** What at least one of the compilers leaves undefined. */
  readonly names: readonly RegExp[];
  /** True where gcc for this machine emits none of the names: other compilers must have been asked. */
  readonly elsewhere?: true;
}

const CALL = `
  extern int ext_value; extern int ext_function(int *, int);
  int purgatory_start(int a, int b) { int array[64]; array[b] = a; return ext_function(array, b) + array[a] / b + ext_value; }
`;
const DESTROYED = `
  struct Own { Own(); ~Own(); };
`;

/** All names that a source has of its own begin so. */
export const OWN = /^(?:purgatory_start|ext_|_ZN3OwnC|_ZN3OwnD|_Z\d+ext_)/;

export const SUPPORT_CASES: Readonly<Record<string, SupportCase>> = {
  'the stack protector': {
    source: CALL,
    flags: ['-fstack-protector-all'],
    avoid: ['-fno-stack-protector'],
    names: [/^__stack_chk_fail$/],
  },
  'the stack protector in position-independent code': {
    source: CALL,
    flags: ['-fstack-protector-all', '-fPIC'],
    avoid: ['-fno-stack-protector'],
    names: [/^__stack_chk_/],
  },
  'its guard in a variable': {
    source: CALL,
    flags: ['-fstack-protector-all', '-mstack-protector-guard=global'],
    avoid: ['-fno-stack-protector'],
    names: [/^__stack_chk_guard$/],
  },
  profiling: { source: CALL, flags: ['-pg'], names: [/^(?:_?mcount|__fentry__)$/] },
  'profiling before the prologue': { source: CALL, flags: ['-pg', '-mfentry'], names: [/^__fentry__$/] },
  instrumentation: {
    source: CALL,
    flags: ['-finstrument-functions'],
    names: [/^__cyg_profile_func_enter$/, /^__cyg_profile_func_exit$/],
  },
  coverage: { source: CALL, flags: ['--coverage'], names: [/^(?:__gcov_|llvm_gcov_)/] },
  'generated profiles': {
    source: CALL,
    flags: ['-fprofile-generate'],
    names: [/^(?:__gcov_|__llvm_profile_)/],
  },
  'undefined behaviour': {
    source: CALL,
    flags: ['-fsanitize=undefined'],
    avoid: ['-fno-sanitize=undefined'],
    names: [/^__ubsan_handle_/],
  },
  'undefined behaviour, trapped': {
    source: CALL,
    flags: ['-fsanitize=undefined', '-fsanitize-undefined-trap-on-error'],
    names: [],
  },
  addresses: {
    source: CALL,
    flags: ['-fsanitize=address'],
    avoid: ['-fno-sanitize=address,kernel-address'],
    names: [/^__asan_/],
  },
  'addresses, as kernels do': {
    source: CALL,
    flags: ['-fsanitize=kernel-address'],
    avoid: ['-fno-sanitize=address,kernel-address'],
    names: [/^__asan_/],
  },
  threads: {
    source: CALL,
    flags: ['-fsanitize=thread'],
    avoid: ['-fno-sanitize=thread'],
    names: [/^__tsan_/],
  },
  'which code was run': {
    source: CALL,
    flags: ['-fsanitize-coverage=trace-pc'],
    names: [/^__sanitizer_cov_/],
  },
  'a split stack': {
    source: CALL,
    flags: ['-fsplit-stack'],
    avoid: ['-fno-split-stack'],
    names: [/^__morestack/],
  },
  'indirect branches': {
    source: 'int purgatory_start(int (*f)(void)) { return f() + 1; }',
    flags: ['-mindirect-branch=thunk-extern', '-mfunction-return=thunk-extern'],
    avoid: ['-mindirect-branch=keep', '-mfunction-return=keep'],
    names: [/^__x86_(?:indirect_thunk|return_thunk)/],
  },
  exceptions: {
    source: `${DESTROYED} int ext_f(); int purgatory_start() { Own own; return ext_f(); }`,
    language: 'c++',
    flags: ['-fexceptions'],
    avoid: ['-fno-exceptions', '-fno-unwind-tables', '-fno-asynchronous-unwind-tables'],
    names: [/^_Unwind_Resume$/],
  },
  'what is thrown and caught': {
    source:
      'int ext_f(); int purgatory_start() { try { if (ext_f()) throw 1; } catch (...) { return 2; } return 0; }',
    language: 'c++',
    flags: ['-fexceptions'],
    names: [/^__cxa_throw$/, /^__cxa_begin_catch$/, /^__cxa_allocate_exception$/],
  },
  'types at run time': {
    source: `
      struct ext_A { virtual int f(); }; int ext_A::f() { return 1; }
      struct ext_B : ext_A { int f(); }; int ext_B::f() { return 2; }
    `,
    language: 'c++',
    flags: ['-frtti'],
    avoid: ['-fno-rtti'],
    names: [/^_ZTVN10__cxxabiv1/],
  },
  'static variables of functions': {
    source: `${DESTROYED.replace('~Own();', '')} Own *purgatory_start() { static Own own; return &own; }`,
    language: 'c++',
    flags: [],
    avoid: ['-fno-threadsafe-statics'],
    names: [/^__cxa_guard_acquire$/, /^__cxa_guard_release$/],
  },
  'static objects': {
    source: `${DESTROYED} Own own;`,
    language: 'c++',
    flags: [],
    names: [/^__cxa_atexit$/],
  },
  'virtual functions without a body': {
    source: 'struct ext_A { ext_A(); virtual int f() = 0; virtual int g(); }; int ext_A::g() { return 1; }',
    language: 'c++',
    flags: ['-fno-rtti'],
    names: [/^__cxa_pure_virtual$/],
    // gcc has it weak, and 0 in its place is no worse.
    elsewhere: true,
  },
  'new and delete': {
    source: 'int *purgatory_start(int *p) { delete p; return new int; }',
    language: 'c++',
    flags: [],
    names: [/^_Znw[mj]$/, /^_ZdlPv/],
  },
  'fortified functions': {
    source: 'void purgatory_start(char *p, char *q, long n) { __builtin___memcpy_chk(p, q, n, 8); }',
    flags: [],
    names: [/^__memcpy_chk$/],
  },
  'memory, where nothing asks for a library': {
    source: `
      struct big { char bytes[0x4000]; };
      void purgatory_start(struct big *a, struct big *b) { *a = *b; }
      void ext_use(struct big *);
      void ext_clear(void) { struct big zeros = { { 0 } }; ext_use(&zeros); }
    `,
    flags: ['-ffreestanding', '-O3'],
    names: [/^memcpy$/],
  },
  'loops that are functions': {
    source:
      'unsigned long purgatory_start(const char *p) { unsigned long n = 0; while (p[n]) n++; return n; }',
    flags: ['-O3'],
    avoid: ['-ffreestanding'],
    names: [/^strlen$/],
  },
  'thread-local variables': {
    source: 'extern __thread int ext_v; int purgatory_start(void) { return ext_v; }',
    flags: ['-fPIC', '-ftls-model=global-dynamic'],
    names: [/^__tls_get_(?:addr|offset)$/],
  },
  'atomic operations without an instruction': {
    source:
      'struct big { char bytes[64]; }; void purgatory_start(_Atomic(struct big) *p, struct big *q) { *p = *q; }',
    flags: ['-w'],
    names: [/^__atomic_store$/],
  },
  OpenMP: {
    source: 'void purgatory_start(int *p) {\n#pragma omp parallel\n  *p = 1;\n}',
    flags: ['-fopenmp'],
    avoid: ['-fno-openmp'],
    names: [/^(?:GOMP_parallel|__kmpc_fork_call)$/],
  },
  transactions: {
    source: 'int purgatory_start(int *p) { __transaction_atomic { *p += 1; } return *p; }',
    flags: ['-fgnu-tm'],
    names: [/^_ITM_/],
  },
  'atomic operations out of line': {
    source:
      'int purgatory_start(int *p) { return __atomic_fetch_add(p, 1, 5) + __sync_val_compare_and_swap(p, 1, 2); }',
    flags: ['-moutline-atomics'],
    avoid: ['-mno-outline-atomics'],
    names: [/^__aarch64_ldadd4_/],
    elsewhere: true,
  },
  XRay: {
    source: CALL,
    flags: ['-fxray-instrument', '-fxray-instruction-threshold=1'],
    avoid: ['-fno-xray-instrument'],
    names: [],
    elsewhere: true,
  },
  'addresses by tags': {
    source: CALL,
    flags: ['-fsanitize=hwaddress'],
    avoid: ['-fno-sanitize=hwaddress,kernel-hwaddress'],
    names: [/^__hwasan_/],
    elsewhere: true,
  },
  'memory that was never written': {
    source: CALL,
    flags: ['-fsanitize=memory'],
    avoid: ['-fno-sanitize=memory'],
    names: [/^__msan_/],
    elsewhere: true,
  },
  'an emulation of thread-local variables': {
    source: '__thread int ext_v; int purgatory_start(void) { return ext_v; }',
    flags: ['-femulated-tls'],
    names: [/^__emutls_get_address$/],
    elsewhere: true,
  },
};

const INTEGERS = ['int', 'long', 'long long', 'unsigned', 'unsigned long', 'unsigned long long'];
const FLOATS = ['float', 'double', 'long double'];

/** A source with all that processors may have no instruction for; `wide` where there are integers of 128 bits. */
export function arithmetic(wide: boolean): string {
  const integers = [...INTEGERS, ...(wide ? ['__int128', 'unsigned __int128'] : [])];
  const functions: string[] = [];
  const add = (result: string, parameters: string, expression: string): void => {
    functions.push(`${result} ext_${functions.length}(${parameters}) { return ${expression}; }`);
  };
  for (const type of integers) {
    for (const operator of ['*', '/', '%']) add(type, `${type} a, ${type} b`, `a ${operator} b`);
    for (const operator of ['<<', '>>']) add(type, `${type} a, int b`, `a ${operator} b`);
    for (const operator of ['<', '==']) add('int', `${type} a, ${type} b`, `a ${operator} b`);
    for (const float of FLOATS) {
      add(float, `${type} a`, `(${float})a`);
      add(type, `${float} a`, `(${type})a`);
    }
  }
  for (const float of FLOATS) {
    for (const operator of ['+', '-', '*', '/']) add(float, `${float} a, ${float} b`, `a ${operator} b`);
    for (const operator of ['<', '>=', '==']) add('int', `${float} a, ${float} b`, `a ${operator} b`);
    for (const other of FLOATS) add(other, `${float} a`, `(${other})a`);
    add(`_Complex ${float}`, `_Complex ${float} a, _Complex ${float} b`, 'a * b');
  }
  for (const builtin of ['popcount', 'clz', 'ctz', 'ffs', 'parity']) {
    for (const [suffix, type] of [
      ['', 'unsigned'],
      ['l', 'unsigned long'],
      ['ll', 'unsigned long long'],
    ]) {
      add('int', `${type} a`, `__builtin_${builtin}${suffix}(a)`);
    }
  }
  add('unsigned', 'unsigned a', '__builtin_bswap32(a)');
  add('unsigned long long', 'unsigned long long a', '__builtin_bswap64(a)');
  add('int', 'int *p', '__sync_val_compare_and_swap(p, 1, 2)');
  add('int', 'int *p', '__sync_fetch_and_add(p, 1)');
  functions.push('void ext_flush(char *p) { __builtin___clear_cache(p, p + 64); }');
  functions.push('int ext_call(int (*f)(int), int a) { return f(a) + 1; }');
  return `${functions.join('\n')}\n`;
}
