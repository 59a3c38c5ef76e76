#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Prints README.md for a folder that build.sh filled, with the relocation
# types of each object as readelf counts them. Fails if an object has an
# undefined symbol (those aside that a linker makes, such as the GOT's).
#
#   purgatory/describe.sh test/fixtures/purgatory
set -euo pipefail
export LC_ALL=C
command -v readelf >/dev/null || { echo "describe.sh: readelf is missing: apt-get install binutils" >&2; exit 1; }
cd "$1"

cat <<'TEXT'
# Purgatory objects

Built by `purgatory/build.sh` from the sources in `purgatory/`; this file is
the output of `purgatory/describe.sh`. Do not edit any of it by hand.

Names: `<arch>-<compiler>-<model>-<O>.ro` for relocatable objects
(`ld -r`), `<arch>-static-pie.elf` for static PIEs. Models: `large`, `small`,
`tiny` are `-mcmodel=` with `-fno-pic`; `nopic` is `-fno-pic`; `pic` is `-fpic`;
`bigpic` is `-fPIC`, where it differs; `pichidden` is `-fpic
-fvisibility=hidden`. On arm, `arm` and `thumb` are
`-marm` and `-mthumb` with `-fno-pic`, `armv5` is the former for processors
without MOVW, and `armpic` and `thumbpic` have `-fpic`. On RISC-V, `medany` and
`medlow` are `-mcmodel=` with `-fno-pic -mno-relax`, and `relax` is `medany`
with `-mrelax`; on LoongArch, `medium` and `extreme` are `-mcmodel=` with
`-fno-pic`.
On ppc64, `medium` is `-mcmodel=medium -fno-pic`, `power10` is
`-mcpu=power10 -fno-pic`, and `v1` has function descriptors (`-mabi=elfv1`).
On sparc64, `medlow`, `medmid` and `medany` are gcc's `-mcmodel=` with
`-fno-pic`; gcc's have no register windows (`-mflat`).
On hppa, `longcalls` is `-mlong-calls -fno-pic`, and `pa20` is `-march=2.0
-fno-pic`.
On mips, `noabicalls` and `abicalls` are `-mno-abicalls` and `-mabicalls` with
`-fno-pic`, and `xgot` is `-fpic -mxgot`. On alpha, `smalltext` is `-msmall-data -msmall-text -fno-pic`.

Debian 12 packages needed to rebuild: gcc, gcc-i686-linux-gnu,
gcc-aarch64-linux-gnu, gcc-arm-linux-gnueabi, gcc-s390x-linux-gnu,
gcc-riscv64-linux-gnu, gcc-powerpc64le-linux-gnu, gcc-powerpc64-linux-gnu,
clang-16, lld-16, binutils, binutils-i686-linux-gnu,
binutils-aarch64-linux-gnu, binutils-arm-linux-gnueabi,
binutils-s390x-linux-gnu, binutils-riscv64-linux-gnu, gcc-powerpc-linux-gnu,
binutils-powerpc-linux-gnu, gcc-powerpc64le-linux-gnu,
binutils-powerpc64le-linux-gnu, gcc-powerpc64-linux-gnu,
binutils-powerpc64-linux-gnu, gcc-mips-linux-gnu, gcc-mipsel-linux-gnu,
binutils-mips-linux-gnu, binutils-mipsel-linux-gnu,
gcc-mips64-linux-gnuabi64, binutils-mips64-linux-gnuabi64,
gcc-mips64el-linux-gnuabi64, binutils-mips64el-linux-gnuabi64,
gcc-sh4-linux-gnu, binutils-sh4-linux-gnu, gcc-m68k-linux-gnu,
binutils-m68k-linux-gnu, gcc-sparc64-linux-gnu,
binutils-sparc64-linux-gnu, gcc-alpha-linux-gnu,
binutils-alpha-linux-gnu, gcc-hppa-linux-gnu,
binutils-hppa-linux-gnu, clang-19, lld-19, llvm-19.

## Symbols

| Symbol | Bytes | Meaning |
| --- | --- | --- |
| `purgatory_start` | | entry point |
| `sha256_regions` | 256 | 16 x { u64 start, u64 len }; len 0: none |
| `sha256_digest` | 32 | SHA-256 of the regions, one after another |
| `skip_checks` | 4 | non-zero: jump without checking |
| `purgatory_kernel_entry` | 8 (32-bit: 4) | where to jump; zero fails a check |
| `purgatory_argument` | 8 (32-bit: 4) | %rsi, %esi, x0, r2, %r2, a0, %a0, a1, a2, r3, %o4, $16 or %r26 at that jump |
| `purgatory_console` | 16 | { u32 kind, u32 zero, u64 address }; kind 0 none, 1 8250 port (x86), 2 8250 8-bit MMIO, 3 8250 32-bit MMIO, 4 PL011, 5 memory |
| `purgatory_stack` | 4096 | the stack, in .bss |

A failed check prints its name on the console and halts; on s390x, entered with
%r2 = 0, it returns 1.

## Relocations

TEXT

echo '| File | Bytes | Relocations |'
echo '| --- | --- | --- |'
for file in *.ro *.elf; do
	# GNU readelf of Debian 12 does not know all types of LoongArch.
	case $file in loongarch64*) reader=llvm-readelf-19 ;; *) reader=readelf ;; esac
	undefined=$($reader -sW "$file" | awk '$7 == "UND" && $8 != "" && $8 !~ /^(_GLOBAL_OFFSET_TABLE_|\.TOC\.|_gp_disp|__gnu_local_gp|\$global\$)$/ { print $8 }' | sort -u)
	[ -z "$undefined" ] || { echo "describe.sh: $file: undefined: $undefined" >&2; exit 1; }
	types=$($reader -rW "$file" | awk '$3 ~ /^R_/ { n[$3]++ } END { for (t in n) print t, n[t] }' |
		sort | awk '{ printf "%s%s %s", (NR > 1) ? ", " : "", $1, $2 }')
	relr=$(readelf -rW "$file" | sed -n "s/^Relocation section '\.relr\.dyn'.*contains \([0-9]*\) entr.*/\1/p")
	offsets=$(readelf -rW "$file" | sed -n 's/^ *\([0-9]*\) offsets*$/\1/p')
	[ -z "$relr" ] || types="${types:+$types, }RELR ${offsets:-?} places in $relr words"
	echo "| \`$file\` | $(stat -c %s "$file") | ${types:-none} |"
done
