/**
 * What is said of undefined symbols that compilers have for their own sake. Which flag does without is from the
 * manuals of gcc 12 and clang 19, and of the libraries; `agreement/support-code-compilers` holds those that compilers
 * here emit against these.
 */
import { describe, expect, it } from 'vitest';
import { auditObject, buildImage } from '../../../index.ts';
import { architectures } from '../../../relocator-dsl/arch/index.ts';
import { absoluteWordRule } from '../../../relocator-dsl/architecture.ts';
import { PLAIN } from '../../machines/samples.ts';
import { architectureOf } from '../../support/architecture.ts';
import { CODE, DATA, relocatable } from '../../support/relocatable.ts';

/** An object with a word for each name, of which nobody defines any. */
function object(arch: string, names: readonly string[]): Uint8Array {
  const architecture = architectureOf(arch);
  const rule = absoluteWordRule(architecture);
  if (!rule) throw new Error(`${arch} has no word`);
  const relocations = names.map((name, index) => ({
    offset: 8 * index,
    type: rule.type,
    symbol: name,
    addend: 0n,
  }));
  return relocatable(
    architecture.machine,
    [
      { name: '.text', flags: CODE, data: new Uint8Array(16) },
      { name: '.data', flags: DATA, data: new Uint8Array(8 * names.length), relocations },
    ],
    [
      { name: 'purgatory_start', value: 0n, place: '.text' },
      ...names.map((name) => ({ name, value: 0n, place: 'undefined' })),
    ],
  );
}

const LIBGCC = /\$\(cc -print-libgcc-file-name\)/;
const LIBC = /\$\(cc -print-file-name=libc.a\)/;
const LATE = /^it is undefined; link the object that defines it, or let the loader fill it in with --late/;
const DEFINE = /; define it/;

/** The names, and what is said of each. */
const SAID: readonly (readonly [string, RegExp])[] = [
  ['__stack_chk_fail __stack_chk_guard __stack_chk_fail_local', /-fno-stack-protector$/],
  ['__fentry__ _mcount mcount __mcount __gnu_mcount_nc', /without -pg and -mfentry$/],
  [
    '__gcov_init __gcov_merge_add llvm_gcda_start_file __llvm_profile_runtime',
    /without --coverage, .*-fprofile-generate/,
  ],
  [
    '__ubsan_handle_out_of_bounds __ubsan_handle_divrem_overflow',
    /-fno-sanitize=undefined, or .*-trap-on-error/,
  ],
  ['__asan_load4 __asan_init __kasan_check_read', /-fno-sanitize=address,kernel-address$/],
  ['__hwasan_load4_noabort __hwasan_init', /-fno-sanitize=hwaddress,kernel-hwaddress$/],
  ['__tsan_read4 __tsan_func_entry __kcsan_check_access', /-fno-sanitize=thread$/],
  ['__msan_warning __msan_param_tls __kmsan_get_context_state', /-fno-sanitize=memory$/],
  ['__sanitizer_cov_trace_pc __sanitizer_cov_trace_pc_guard', /without -fsanitize-coverage$/],
  ['__safestack_unsafe_stack_ptr __memprof_load __sanitizer_ptr_cmp', /-fno-sanitize=all/],
  ['__cfi_check __cfi_slowpath_diag __ubsan_handle_cfi_check_fail', /-fno-sanitize=cfi$/],
  ['__cyg_profile_func_enter __cyg_profile_func_exit', /without -finstrument-functions$/],
  ['__xray_FunctionEntry', /-fno-xray-instrument$/],
  ['__morestack __morestack_non_split', /-fno-split-stack$/],
  [
    '__x86_indirect_thunk_rax __x86_return_thunk __s390_indirect_jump_r1',
    /-mindirect-branch=keep -mfunction-return=keep/,
  ],
  ['__llvm_retpoline_r11', /-mno-retpoline/],
  [
    '_Unwind_Resume __gxx_personality_v0 __gcc_personality_v0 __cxa_throw __cxa_begin_catch _ZTIi',
    /-fno-exceptions/,
  ],
  ['__aeabi_unwind_cpp_pr0', /-fno-unwind-tables/],
  ['__dynamic_cast __cxa_bad_cast _ZTVN10__cxxabiv117__class_type_infoE', /-fno-rtti$/],
  ['__cxa_guard_acquire __cxa_guard_release', /-fno-threadsafe-statics$/],
  ['__cxa_atexit __aeabi_atexit atexit', /no destructors/],
  ['__cxa_pure_virtual __cxa_deleted_virtual', DEFINE],
  ['_Znwm _Znaj _ZdlPv _ZdaPvm', /new or delete.*define it/],
  ['rust_eh_personality', /-C panic=abort/],
  [
    'memcpy memset memmove memcmp bcmp ffs abort',
    /emit calls of it even with -ffreestanding; define it in the purgatory/,
  ],
  ['__aeabi_memcpy __aeabi_memcpy4 __aeabi_memclr8 __aeabi_memset', /define memcpy, memset and memmove$/],
  ['strlen puts putchar rawmemchr', /-ffreestanding/],
  ['__memcpy_chk __sprintf_chk', /-U_FORTIFY_SOURCE/],
  ['fortify_panic __fortify_panic', /-D__NO_FORTIFY/],
  ['__assert_fail __assert_func', /-DNDEBUG$/],
  [
    '__tls_get_addr ___tls_get_addr __tls_get_offset __aeabi_read_tp __m68k_read_tp __emutls_get_address',
    /no threads; make them ordinary/,
  ],
  ['main __libc_start_main', /-nostdlib/],
  ['__atomic_load_8 __atomic_fetch_add_1', /libatomic/],
  ['GOMP_parallel omp_get_num_threads __kmpc_fork_call', /-fno-openmp/],
  ['_ITM_beginTransaction', /-fno-gnu-tm$/],
  [
    '__aarch64_ldadd4_acq_rel __aarch64_cas8_sync __aarch64_swp1_relax __aarch64_have_lse_atomics',
    /-mno-outline-atomics$/,
  ],
  ['__divqu __remq __divl __remlu _OtsAddX _Qp_add _flush_cache', LIBC],
  ['__aeabi_idiv __aeabi_uldivmod __aeabi_dadd __aeabi_llsl __gnu_h2f_ieee', LIBGCC],
  [
    '__lshrdi3 __ashldi3 __udivdi3 __umoddi3 __divmoddi4 __udivmodti4 __multi3 __mulsi3 __udivsi3 __sdivsi3 __udivsi3_i4i',
    LIBGCC,
  ],
  ['__ashlsi3 __ashrsi3 __ashiftrt_r4_6 __movmemSI12 __movmem_i4_even __set_fpscr __ic_invalidate', LIBGCC],
  ['$$divU $$divI_7 $$mulI $$dyncall $$remI', LIBGCC],
  [
    '__adddf3 __muldf3 __floatunsidf __fixunsdfdi __extendsfdf2 __truncdfsf2 __unorddf2 __gtsf2 __powidf2 __muldc3 __addtf3',
    LIBGCC,
  ],
  ['__popcountdi2 __clzsi2 __ctzdi2 __paritydi2 __bswapdi2 __ffsdi2 __clear_cache __cpu_model', LIBGCC],
  ['__riscv_save_4 __riscv_restore_0 _savegpr_29 _restgpr_31_x _restfpr_14', LIBGCC],
  ['__sync_fetch_and_add_4 __sync_val_compare_and_swap_2 __bid_addsd3 __gcc_qadd', LIBGCC],
  ['firmware_call __my_stack memcpy_io str main_loop __divide mcount_of __start end_of', LATE],
];

describe.each(SAID.map(([names, message]) => [names.split(' '), message] as const))(
  '%s',
  (names, message) => {
    it('is told with what does without it', () => {
      const { entries } = auditObject(object(PLAIN, names));
      expect(
        entries.flatMap(({ class: kind, reason }) => (reason?.startsWith('it is undefined') ? [kind] : [])),
      ).not.toEqual([]);
      for (const { first, reason, remedy } of entries) {
        expect(`${first.symbol}: ${reason}; ${remedy}`).toMatch(/: it is undefined; /);
        expect(`${reason}; ${remedy}`, first.symbol).toMatch(message);
      }
      // Of symbols that are told alike the audit has the first; each by itself is told, too.
      for (const name of names) {
        const [entry] = auditObject(object(PLAIN, [name])).entries;
        expect(`${entry?.reason}; ${entry?.remedy}`, name).toMatch(message);
      }
    });
  },
);

it('build says the same, with the place', async () => {
  await expect(buildImage(object(PLAIN, ['__stack_chk_fail']))).rejects.toThrow(
    / against __stack_chk_fail in .data at 0x0: it is undefined; the stack protector needs it; recompile with -fno-stack-protector$/,
  );
});

describe.each(architectures.map(({ machine: { arch } }) => arch))('on %s', (arch) => {
  it('a name that is on several machines is told alike', () => {
    for (const name of ['__stack_chk_fail', '__lshrdi3', 'memcpy']) {
      const [here] = auditObject(object(arch, [name])).entries;
      const [there] = auditObject(object(PLAIN, [name])).entries;
      expect(here?.reason).toMatch(/^it is undefined; ./);
      expect([here?.reason, here?.remedy]).toEqual([there?.reason, there?.remedy]);
    }
  });
});
