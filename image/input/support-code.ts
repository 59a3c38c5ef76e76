/**
 * Undefined symbols that no source names: what compilers call for their own sake. Each row says what has the
 * name for which purpose, and which flag does without, or what has it.
 */

export interface SupportCode {
  /** What for, as "it is undefined; …" goes on. */
  readonly what: string;
  readonly remedy: string;
}

interface Row extends SupportCode {
  readonly names: RegExp;
}

const LIBGCC = 'pass the compiler\'s own library, too: "$(cc -print-libgcc-file-name)"';
const DEFINE = 'define it in the purgatory, or pass the object that does';
const SANITIZED = 'code that a sanitizer checks calls it';

/** Operations and modes of the machine by which gcc calls its functions: "GNU Compiler Collection Internals", 4. */
const OPERATIONS =
  'add|sub|mul|div|mod|copysign|fabs|divmod|udiv|umod|udivmod|neg|abs|ash[lr]|lshr|cmp|ucmp|clz|ctz|clrsb|ffs|popcount|parity|bswap|' +
  'float|floatun|fix|fixuns|extend|trunc|unord|eq|ne|lt|le|gt|ge|powi|(?:sat)?fract(?:uns)?|(?:ss|us)(?:add|sub|mul|div|neg|ashl)';
const MODES = '(?:[qhsdt]i|[hsdtxk]f|bf|[hsdtxk]c|[sdt]d|u?[qhsdt]q|u?[hsdt]a)';

/** In order: the first whose names match is meant. */
const ROWS: readonly Row[] = [
  {
    names: /^__stack_chk_(?:fail|fail_local|guard)$|^__stack_smash_handler$/,
    what: 'the stack protector needs it',
    remedy: 'recompile with -fno-stack-protector',
  },
  {
    names: /^__fentry__$|^_{0,3}mcount$|^__gnu_mcount_nc$/,
    what: 'profiled code calls it at the start of each function',
    remedy: 'recompile without -pg and -mfentry',
  },
  {
    names: /^__cyg_profile_func_(?:enter|exit)(?:_bare)?$/,
    what: 'instrumented code calls it at the start and end of each function',
    remedy: 'recompile without -finstrument-functions',
  },
  {
    names: /^__gcov_|^_{0,2}llvm_gc(?:ov|da)_|^__llvm_profile_/,
    what: 'code that counts for coverage or profiles needs it',
    remedy: 'recompile without --coverage, -fprofile-arcs, -fprofile-generate and -fprofile-instr-generate',
  },
  {
    names: /^__xray_/,
    what: 'code instrumented for XRay needs it',
    remedy: 'recompile with -fno-xray-instrument',
  },
  {
    names: /^__cfi_|^__ubsan_handle_cfi_/,
    what: 'code that checks its control flow calls it',
    remedy: 'recompile with -fno-sanitize=cfi',
  },
  {
    names: /^__ubsan_/,
    what: SANITIZED,
    remedy:
      'recompile with -fno-sanitize=undefined, or with -fsanitize-undefined-trap-on-error, which needs no such code',
  },
  {
    names: /^__(?:k?asan|asan_\w+)_/,
    what: SANITIZED,
    remedy: 'recompile with -fno-sanitize=address,kernel-address',
  },
  {
    names: /^__(hwasan_|(start|stop)_hwasan_)/,
    what: SANITIZED,
    remedy: 'recompile with -fno-sanitize=hwaddress,kernel-hwaddress',
  },
  { names: /^__(?:tsan|kcsan)_/, what: SANITIZED, remedy: 'recompile with -fno-sanitize=thread' },
  { names: /^__k?msan_/, what: SANITIZED, remedy: 'recompile with -fno-sanitize=memory' },
  {
    names: /^__sanitizer_cov_/,
    what: 'code that tells which of it was run calls it',
    remedy: 'recompile without -fsanitize-coverage',
  },
  {
    names: /^__(?:sanitizer|lsan|dfsan|memprof|nsan|rtsan|tysan)_|^__safestack_/,
    what: SANITIZED,
    remedy: 'recompile with -fno-sanitize=all, and without -fmemory-profile',
  },
  {
    names: /^__morestack|^__splitstack_|^__stack_split_initialize$/,
    what: 'code with a split stack calls it to have more',
    remedy: 'recompile with -fno-split-stack',
  },
  {
    names:
      /^__x86_(?:indirect_|return_|call_)\w*thunk|^__x86_indirect_|^__x86_return_thunk$|^__llvm_(?:retpoline|lvi_thunk)_|^__s390_indirect_jump_/,
    what: 'indirect branches go through it, which kernels define',
    remedy: 'recompile with -mindirect-branch=keep -mfunction-return=keep (clang: -mno-retpoline)',
  },
  {
    names: /^__aarch64_(?:(?:cas|swp|ldadd|ldclr|ldeor|ldset)\d+_\w+|have_lse_atomics)$/,
    what: 'atomic operations call it',
    remedy: 'recompile with -mno-outline-atomics',
  },
  {
    names: /^rust_eh_personality$|^rust_begin_unwind$/,
    what: 'it is what Rust needs when code panics',
    remedy: 'compile with -C panic=abort, as a crate that has its #[panic_handler]',
  },
  {
    names:
      /^_Unwind_|^__(?:gxx|gcc|gnu_objc|objc)_personality_|^__cxa_(?:allocate_exception|free_exception|throw|rethrow|begin_catch|end_catch|begin_cleanup|end_cleanup|get_exception_ptr|call_terminate|call_unexpected)$|^_ZSt9terminatev$|^_ZTIP?K?[a-z]$|^__aeabi_unwind_cpp_pr\d$/,
    what: 'exceptions need it, and tables by which they unwind',
    remedy: 'recompile with -fno-exceptions -fno-unwind-tables -fno-asynchronous-unwind-tables',
  },
  {
    names: /^__dynamic_cast$|^__cxa_bad_(?:cast|typeid)$|^_ZTVN10__cxxabiv1/,
    what: 'C++ has it for the types of objects at run time',
    remedy: 'recompile with -fno-rtti',
  },
  {
    names: /^__cxa_guard_(?:acquire|release|abort)$/,
    what: 'C++ sets up static variables of functions with it',
    remedy: 'recompile with -fno-threadsafe-statics',
  },
  {
    names: /^__cxa_(?:thread_)?atexit$|^__aeabi_atexit$|^atexit$/,
    what: 'destructors of static objects are registered with it',
    remedy: 'give static objects no destructors (clang: -fno-c++-static-destructors)',
  },
  {
    names: /^__cxa_(?:pure|deleted)_virtual$/,
    what: 'C++ has it in place of functions that are virtual and have no body',
    remedy: 'define it in the purgatory, as a function that stops',
  },
  { names: /^_Zn[wa][mjy]|^_Zd[la]Pv/, what: 'it is new or delete of C++', remedy: DEFINE },
  {
    names: /^__\w+_chk$|^_?_?fortify_panic$/,
    what: 'fortified code calls it',
    remedy: 'recompile with -U_FORTIFY_SOURCE (kernel headers: -D__NO_FORTIFY)',
  },
  { names: /^__assert(?:_fail|_func|_rtn)?$/, what: 'assert() calls it', remedy: 'recompile with -DNDEBUG' },
  {
    names: /^mem(?:cpy|set|move|cmp)$|^bcmp$|^ffs(?:ll?)?$|^abort$/,
    what: 'compilers emit calls of it even with -ffreestanding',
    remedy: DEFINE,
  },
  {
    names: /^__aeabi_mem(?:cpy|set|clr|move)[48]?$/,
    what: 'clang calls it in place of memcpy and its like, unless it compiles for a system that has those',
    remedy: 'define it, or compile for a …-linux-gnueabi target and define memcpy, memset and memmove',
  },
  {
    names: /^str(?:len|cpy|cmp|chr)$|^stpcpy$|^rawmemchr$|^puts$|^putchar$/,
    what: 'compilers have it in place of loops and of other functions, unless told of no library',
    remedy: `recompile with -ffreestanding (gcc: and -fno-tree-loop-distribute-patterns), or ${DEFINE}`,
  },
  {
    names: /^_{2,3}tls_get_(?:addr|offset)\w*$|^__aeabi_read_tp$|^__\w+_read_tp$|^__emutls_/,
    what: 'thread-local variables are reached through it, and a purgatory has no threads',
    remedy: 'make them ordinary variables',
  },
  {
    names: /^main$|^__libc_start_main$|^__libc_csu_\w+$|^_init$|^_fini$/,
    what: 'the start files of hosted programs need it',
    remedy: 'link with -nostdlib, or pass the object without them',
  },
  {
    names: /^__atomic_/,
    what: 'the processor, as it was told to the compiler, has no such instruction',
    remedy:
      'pass libatomic, too ("$(cc -print-file-name=libatomic.a)"), or compile for a processor that has it (-march)',
  },
  {
    names: /^(?:GOMP|GOACC|omp)_|^__kmpc_/,
    what: 'OpenMP and OpenACC call it',
    remedy: 'recompile with -fno-openmp -fno-openacc',
  },
  { names: /^_ITM_/, what: 'transactions call it', remedy: 'recompile with -fno-gnu-tm' },
  {
    names: /^__(?:div|rem)[lq]u?$|^_Ots\w+X\w*$|^_Qp_|^_flush_cache$|^__riscv_flush_icache$/,
    what: "it is a function of the C library, not of the compiler's own",
    remedy: 'pass that, too ("$(cc -print-file-name=libc.a)"), or do without the operation',
  },
  {
    names: new RegExp(
      [
        `^__(?:gnu_)?(?:${OPERATIONS})v?(?:${MODES}){1,2}[2-4]?(?:_\\w+)?$`,
        '^\\$\\$',
        '^__aeabi_',
        '^__sync_',
        '^__(?:gnu_)?(?:h2f|f2h|d2h)_(?:ieee|alternative)$',
        '^__gnu_(?:h2f|f2h|d2h)_',
        '^__riscv_(?:save|restore)_\\d+$',
        '^__mips16_',
        '^__(?:avx|sse)_(?:sav|res)ms64',
        '^_(?:save|rest)(?:[gf]pr|vr)',
        '^__(?:bid|dpd|binary)\\d*[a-z]*_',
        '^__[su]divsi3',
        '^__ash(?:iftrt|lsi3|rsi3)_',
        '^__mov(?:mem|str)',
        '^__(?:clear_cache|cpu_model|cpu_features2|cpu_indicator_init|set_fpscr|trampoline_setup|enable_execute_stack|speculation_barrier)$',
        '^__gnu_thumb1_case_',
        '^_(?:interwork_\\w*)?call_via_',
        '^__gcc_q(?:add|sub|mul|div)$',
        '^__ic_invalidate(?:_array)?$',
        '^__canonicalize_funcptr_for_compare$',
        '^__eabi$',
      ].join('|'),
    ),
    what: 'compilers call it where the processor has no such instruction',
    remedy: LIBGCC,
  },
];

/** What an undefined symbol is for, if compilers have it for their own sake. */
export function supportCode(name: string): SupportCode | undefined {
  return ROWS.find(({ names }) => names.test(name));
}

/** Every row, for the tests that hold them against compilers. */
export const SUPPORT_CODE: readonly Row[] = ROWS;
