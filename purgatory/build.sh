#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Builds every fixture of test/fixtures/purgatory/ from the sources beside
# this script, then writes that folder's README.md (see describe.sh).
#
#   purgatory/build.sh [output-folder]
#
# <arch>-<compiler>-<model>-<O>.ro   relocatable object (ld -r)
# <arch>-static-pie.elf              the same sources as a static PIE
#
# Debian 12 packages: gcc gcc-i686-linux-gnu gcc-aarch64-linux-gnu
# gcc-arm-linux-gnueabi gcc-s390x-linux-gnu gcc-riscv64-linux-gnu
# gcc-powerpc64le-linux-gnu gcc-powerpc64-linux-gnu clang-16 lld-16 binutils
# binutils-i686-linux-gnu binutils-aarch64-linux-gnu
# binutils-arm-linux-gnueabi binutils-s390x-linux-gnu
# binutils-riscv64-linux-gnu gcc-powerpc-linux-gnu binutils-powerpc-linux-gnu
# gcc-powerpc64le-linux-gnu binutils-powerpc64le-linux-gnu
# gcc-powerpc64-linux-gnu binutils-powerpc64-linux-gnu gcc-mips-linux-gnu
# gcc-mipsel-linux-gnu binutils-mips-linux-gnu binutils-mipsel-linux-gnu
# gcc-mips64-linux-gnuabi64 binutils-mips64-linux-gnuabi64
# gcc-mips64el-linux-gnuabi64 binutils-mips64el-linux-gnuabi64
# gcc-sh4-linux-gnu binutils-sh4-linux-gnu gcc-m68k-linux-gnu
# binutils-m68k-linux-gnu gcc-sparc64-linux-gnu binutils-sparc64-linux-gnu
# gcc-alpha-linux-gnu binutils-alpha-linux-gnu gcc-hppa-linux-gnu
# binutils-hppa-linux-gnu; for loongarch64, of which there is no gcc, clang-19
# lld-19 llvm-19
#
# The output holds no path, time or compiler name: the same packages give the
# same bytes wherever the sources are.
set -euo pipefail
export LC_ALL=C

here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/../test/fixtures/purgatory}
mkdir -p "$out"
out=$(cd "$out" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here"

need() { # program package
	command -v "$1" >/dev/null || { echo "build.sh: $1 is missing: apt-get install $2" >&2; exit 1; }
}
need gcc gcc
need i686-linux-gnu-gcc gcc-i686-linux-gnu
need aarch64-linux-gnu-gcc gcc-aarch64-linux-gnu
need arm-linux-gnueabi-gcc gcc-arm-linux-gnueabi
need powerpc-linux-gnu-gcc gcc-powerpc-linux-gnu
need s390x-linux-gnu-gcc gcc-s390x-linux-gnu
need riscv64-linux-gnu-gcc gcc-riscv64-linux-gnu
need mips-linux-gnu-gcc gcc-mips-linux-gnu
need mipsel-linux-gnu-gcc gcc-mipsel-linux-gnu
need mips64-linux-gnuabi64-gcc gcc-mips64-linux-gnuabi64
need mips64el-linux-gnuabi64-gcc gcc-mips64el-linux-gnuabi64
need m68k-linux-gnu-gcc gcc-m68k-linux-gnu
need sparc64-linux-gnu-gcc gcc-sparc64-linux-gnu
need alpha-linux-gnu-gcc gcc-alpha-linux-gnu
need hppa-linux-gnu-gcc gcc-hppa-linux-gnu
need clang-16 clang-16
need ld.lld-16 lld-16
need ld binutils
need i686-linux-gnu-ld binutils-i686-linux-gnu
need aarch64-linux-gnu-ld binutils-aarch64-linux-gnu
need arm-linux-gnueabi-ld binutils-arm-linux-gnueabi
need powerpc64le-linux-gnu-gcc gcc-powerpc64le-linux-gnu
need powerpc64-linux-gnu-gcc gcc-powerpc64-linux-gnu
need powerpc64le-linux-gnu-ld binutils-powerpc64le-linux-gnu
need powerpc64-linux-gnu-ld binutils-powerpc64-linux-gnu
need powerpc-linux-gnu-ld binutils-powerpc-linux-gnu
need s390x-linux-gnu-ld binutils-s390x-linux-gnu
need riscv64-linux-gnu-ld binutils-riscv64-linux-gnu
need clang-19 clang-19
need ld.lld-19 lld-19
need llvm-strip-19 llvm-19
need mips-linux-gnu-ld binutils-mips-linux-gnu
need mipsel-linux-gnu-ld binutils-mipsel-linux-gnu
need mips64-linux-gnuabi64-ld binutils-mips64-linux-gnuabi64
need mips64el-linux-gnuabi64-ld binutils-mips64el-linux-gnuabi64
need sh4-linux-gnu-gcc gcc-sh4-linux-gnu
need sh4-linux-gnu-ld binutils-sh4-linux-gnu
need m68k-linux-gnu-ld binutils-m68k-linux-gnu
need sparc64-linux-gnu-ld binutils-sparc64-linux-gnu
need alpha-linux-gnu-ld binutils-alpha-linux-gnu
need hppa-linux-gnu-ld binutils-hppa-linux-gnu

common=(-std=gnu11 -Wall -Wextra -Werror -ffreestanding -fno-builtin -nostdlib
	-fno-stack-protector -fno-asynchronous-unwind-tables -fno-unwind-tables
	-fno-common -g0 -fno-ident "-ffile-prefix-map=$here=." "-ffile-prefix-map=$work=.")
x86=(-fcf-protection=none -mgeneral-regs-only -mno-mmx -mno-sse -mno-sse2)

flags() { # arch
	case $1 in
	x86_64) echo "${x86[*]} -mno-red-zone" ;;
	i386) echo "${x86[*]} -march=i686" ;;
	aarch64) echo "-mgeneral-regs-only -mstrict-align" ;;
	arm) echo "-march=armv7-a -mfloat-abi=soft -mno-unaligned-access" ;;
	ppc) echo "-msoft-float" ;;
	s390x) echo "-march=z10 -msoft-float" ;;
	riscv64) echo "-march=rv64imac -mabi=lp64 -mno-relax" ;;
	riscv32) echo "-march=rv32imac -mabi=ilp32 -mno-relax" ;;
	loongarch64) echo "-march=loongarch64" ;;
	ppc64*) echo "-mabi=elfv2 -mcpu=power8 -msoft-float -mno-altivec -mno-vsx" ;;
	mips | mipsel) echo "-march=mips32r2 -msoft-float -G0" ;;
	mips64*) echo "-mabi=64 -march=mips64r2 -msoft-float -G0" ;;
	sh) echo "-ml -m4-nofpu" ;;
	sheb) echo "-mb -m4-nofpu" ;;
	m68k) echo "-m68020" ;;
	sparc64) echo "-mcpu=v9 -msoft-float" ;;
	alpha) echo "-mcpu=ev4 -mno-fp-regs -msoft-float" ;;
	hppa) echo "-mdisable-fpregs" ;;
	esac
}

compiler() { # arch compiler
	case $1-$2 in
	x86_64-gcc) echo gcc ;;
	i386-gcc) echo i686-linux-gnu-gcc ;;
	aarch64-gcc) echo aarch64-linux-gnu-gcc ;;
	arm-gcc) echo arm-linux-gnueabi-gcc ;;
	ppc-gcc) echo powerpc-linux-gnu-gcc ;;
	s390x-gcc) echo s390x-linux-gnu-gcc ;;
	riscv??-gcc) echo riscv64-linux-gnu-gcc ;;
	ppc64le-gcc) echo powerpc64le-linux-gnu-gcc ;;
	ppc64-gcc) echo powerpc64-linux-gnu-gcc ;;
	mips-gcc | mipsel-gcc | m68k-gcc | alpha-gcc | hppa-gcc) echo "$1-linux-gnu-gcc" ;;
	mips64*-gcc) echo "$1-linux-gnuabi64-gcc" ;;
	sh-gcc | sheb-gcc) echo sh4-linux-gnu-gcc ;;
	sparc64-gcc) echo sparc64-linux-gnu-gcc -mflat -mno-app-regs ;;
	x86_64-clang) echo clang-16 --target=x86_64-linux-gnu -fno-addrsig ;;
	i386-clang) echo clang-16 --target=i686-linux-gnu -fno-addrsig ;;
	aarch64-clang) echo clang-16 --target=aarch64-linux-gnu -fno-addrsig ;;
	arm-clang) echo clang-16 --target=arm-linux-gnueabi -fno-addrsig ;;
	loongarch64-clang) echo clang-19 --target=loongarch64-linux-gnusf -fno-addrsig ;;
	ppc-clang) echo clang-16 --target=powerpc-linux-gnu -fno-addrsig ;;
	s390x-clang) echo clang-16 --target=s390x-linux-gnu -fno-addrsig ;;
	mips-clang | mipsel-clang) echo clang-16 "--target=$1-linux-gnu" -fno-addrsig ;;
	mips64*-clang) echo clang-16 "--target=$1-linux-gnuabi64" -fno-addrsig ;;
	riscv??-clang) echo clang-16 "--target=$1-linux-gnu" -fno-addrsig ;;
	ppc64le-clang) echo clang-16 --target=powerpc64le-linux-gnu -fno-addrsig ;;
	ppc64-clang) echo clang-16 --target=powerpc64-linux-gnu -fno-addrsig ;;
	sparc64-clang) echo clang-16 --target=sparc64-linux-gnu -fno-addrsig ;;
	esac
}

linker() { # arch
	case $1 in
	x86_64) echo ld -m elf_x86_64 ;;
	i386) echo i686-linux-gnu-ld -m elf_i386 ;;
	aarch64) echo aarch64-linux-gnu-ld ;;
	arm) echo arm-linux-gnueabi-ld ;;
	ppc) echo powerpc-linux-gnu-ld ;;
	s390x) echo s390x-linux-gnu-ld ;;
	riscv64) echo riscv64-linux-gnu-ld -m elf64lriscv ;;
	riscv32) echo riscv64-linux-gnu-ld -m elf32lriscv ;;
	loongarch64) echo ld.lld-19 -m elf64loongarch ;;
	ppc64le) echo powerpc64le-linux-gnu-ld ;;
	ppc64) echo powerpc64-linux-gnu-ld ;;
	mips | mipsel | m68k | alpha | hppa) echo "$1-linux-gnu-ld" ;;
	mips64*) echo "$1-linux-gnuabi64-ld" ;;
	sh) echo sh4-linux-gnu-ld -EL ;;
	sheb) echo sh4-linux-gnu-ld -EB ;;
	sparc64) echo sparc64-linux-gnu-ld ;;
	esac
}

strip_for() { # arch
	case $1 in
	aarch64) echo aarch64-linux-gnu-strip ;;
	arm) echo arm-linux-gnueabi-strip ;;
	ppc) echo powerpc-linux-gnu-strip ;;
	s390x) echo s390x-linux-gnu-strip ;;
	riscv??) echo riscv64-linux-gnu-strip ;;
	loongarch64) echo llvm-strip-19 ;;
	ppc64le) echo powerpc64le-linux-gnu-strip ;;
	ppc64) echo powerpc64-linux-gnu-strip ;;
	mips | mipsel | m68k | alpha | hppa) echo "$1-linux-gnu-strip" ;;
	mips64*) echo "$1-linux-gnuabi64-strip" ;;
	sh | sheb) echo sh4-linux-gnu-strip ;;
	sparc64) echo sparc64-linux-gnu-strip ;;
	i386) echo i686-linux-gnu-strip ;;
	*) echo strip ;;
	esac
}

model() { # model name -> compiler flags
	case $1 in
	large | small | tiny | medium | extreme | medany | medmid | medlow) echo "-mcmodel=$1 -fno-pic" ;;
	noabicalls) echo "-mno-abicalls -fno-pic" ;;
	abicalls) echo "-mabicalls -fno-pic" ;;
	xgot) echo "-fpic -mxgot" ;;
	longcalls) echo "-mlong-calls -fno-pic -DLONG_CALLS" ;;
	pa20) echo "-march=2.0 -fno-pic" ;;
	relax) echo "-mcmodel=medany -fno-pic -mrelax" ;;
	nopic) echo -fno-pic ;;
	pic) echo -fpic ;;
	power10) echo "-mcpu=power10 -fno-pic" ;;
	v1) echo "-mabi=elfv1 -fno-pic" ;;
	bigpic) echo -fPIC ;;
	pichidden) echo "-fpic -fvisibility=hidden" ;;
	pie) echo -fpie ;;
	arm) echo "-marm -fno-pic" ;;
	armv5) echo "-marm -march=armv5te -fno-pic" ;;
	thumb) echo "-mthumb -fno-pic" ;;
	armpic) echo "-marm -fpic" ;;
	thumbpic) echo "-mthumb -fpic" ;;
	smalltext) echo "-msmall-data -msmall-text -fno-pic" ;;
	esac
}

compile() { # arch compiler model optimisation: objects in $work
	local source
	for source in "entry-$1.S" purgatory.c sha256.c; do
		# shellcheck disable=SC2046
		$(compiler "$1" "$2") "${common[@]}" $(flags "$1") $(model "$3") "-$4" \
			-c "$source" -o "$work/${source%.*}.o"
	done
	objects=("$work/entry-$1.o" "$work/purgatory.o" "$work/sha256.o")
	# What compilers call for shifts of 64 bits and, with -Os, to save registers.
	if [ "$1" = ppc ]; then objects+=("$(powerpc-linux-gnu-gcc -print-libgcc-file-name)"); fi
	# Calls through pointers are its $$dyncall.
	if [ "$1" = hppa ]; then objects+=("$(hppa-linux-gnu-gcc -print-libgcc-file-name)"); fi
}

relocatable() { # arch compiler model optimisation
	local file="$out/$1-$2-$3-$4.ro"
	compile "$@"
	$(linker "$1") -r -o "$file" "${objects[@]}"
	$(strip_for "$1") --strip-debug -R .comment -R .note.gnu.property "$file"
	chmod 644 "$file"
}

static_pie() { # arch compiler linker flags...
	local arch=$1 file="$out/$1-static-pie.elf"
	compile "$1" "$2" pie Os
	shift 2
	"$@" -pie --no-dynamic-linker -z norelro -z noexecstack -z text --build-id=none \
		-e purgatory_start -o "$file" "${objects[@]}"
	$(strip_for "$arch") --strip-debug -R .comment "$file"
	chmod 644 "$file"
}

for c in gcc clang; do
	for m in large small pic; do relocatable x86_64 $c $m Os; done
	for m in nopic pic; do relocatable i386 $c $m Os; done
	for m in large small pic; do relocatable aarch64 $c $m Os; done
	for m in arm thumb armpic thumbpic; do relocatable arm $c $m Os; done
	for m in nopic pic bigpic; do relocatable ppc $c $m Os; done
	for m in nopic pic; do relocatable s390x $c $m Os; done
	for m in medany medlow pic; do
		relocatable riscv64 $c $m Os
		relocatable riscv32 $c $m Os
	done
	for m in medium pic; do relocatable ppc64le $c $m O2; done
	for m in medium v1; do relocatable ppc64 $c $m O2; done
done
relocatable x86_64 gcc pichidden Os
relocatable x86_64 gcc large O0
relocatable x86_64 clang small O0
relocatable i386 gcc pichidden Os
relocatable i386 gcc nopic O0
relocatable aarch64 gcc tiny Os
relocatable aarch64 gcc small O0
relocatable aarch64 clang large O0
for a in mips mipsel; do
	for c in gcc clang; do
		for m in noabicalls pic; do relocatable $a $c $m Os; done
	done
	relocatable $a gcc abicalls Os
	relocatable $a gcc noabicalls O0
	relocatable $a gcc pic O0
done
for a in mips64 mips64el; do
	for c in gcc clang; do
		for m in noabicalls pic xgot; do relocatable $a $c $m Os; done
	done
	relocatable $a gcc abicalls Os
	for m in noabicalls pic; do relocatable $a gcc $m O0; done
done
for a in sh sheb; do
	for m in nopic pic; do
		for o in Os O2; do relocatable $a gcc $m $o; done
	done
	relocatable $a gcc pichidden Os
	relocatable $a gcc nopic O0
done
# No clang: for m68k, clang 16 puts moves, which change the flags, between a
# comparison and its branch.
for m in nopic pic bigpic pichidden; do relocatable m68k gcc $m Os; done
relocatable m68k gcc nopic O2
relocatable m68k gcc nopic O0
for m in medlow medmid medany pic; do relocatable sparc64 gcc $m Os; done
for m in small large pic; do relocatable sparc64 clang $m Os; done
for m in medany bigpic; do relocatable sparc64 gcc $m O2; done
relocatable sparc64 gcc medlow O0
for m in nopic longcalls pa20; do relocatable hppa gcc $m Os; done
relocatable hppa gcc nopic O2
relocatable hppa gcc nopic O0
relocatable arm gcc armv5 Os
relocatable arm clang arm O0
relocatable ppc gcc pichidden Os
relocatable ppc gcc nopic O0
relocatable ppc clang nopic O0
relocatable s390x gcc pichidden Os
relocatable s390x gcc nopic O0
relocatable riscv64 gcc pichidden Os
relocatable riscv64 gcc relax Os
relocatable riscv64 gcc medlow O0
relocatable riscv32 gcc relax Os
for m in nopic pic pichidden medium extreme; do relocatable loongarch64 clang $m Os; done
relocatable loongarch64 clang nopic O0
for m in nopic pic pichidden smalltext; do relocatable alpha gcc $m Os; done
relocatable alpha gcc nopic O2
relocatable alpha gcc pic O0
# With -Os gcc counts on functions of the linker that save registers.
relocatable ppc64le gcc small O2
relocatable ppc64le gcc large O0
relocatable ppc64le gcc power10 O2
relocatable ppc64le clang large Os

# x86_64 packs its relative relocations as RELR, arm64 too (through lld);
# i386 and arm keep plain REL, s390x, RISC-V, ppc, ppc64, SuperH, m68k,
# sparc64 and alpha plain RELA.
static_pie x86_64 gcc ld -m elf_x86_64 -z pack-relative-relocs
static_pie i386 gcc i686-linux-gnu-ld -m elf_i386
static_pie aarch64 clang ld.lld-16 -m aarch64linux --pack-dyn-relocs=relr
static_pie arm gcc arm-linux-gnueabi-ld
static_pie ppc gcc powerpc-linux-gnu-ld
static_pie s390x gcc s390x-linux-gnu-ld
static_pie riscv64 gcc riscv64-linux-gnu-ld -m elf64lriscv
static_pie riscv32 gcc riscv64-linux-gnu-ld -m elf32lriscv
static_pie loongarch64 clang ld.lld-19 -m elf64loongarch --pack-dyn-relocs=relr
static_pie m68k gcc m68k-linux-gnu-ld
static_pie alpha gcc alpha-linux-gnu-ld
static_pie ppc64le gcc powerpc64le-linux-gnu-ld
static_pie ppc64 gcc powerpc64-linux-gnu-ld
static_pie sh gcc sh4-linux-gnu-ld -EL
static_pie sheb gcc sh4-linux-gnu-ld -EB
static_pie sparc64 gcc sparc64-linux-gnu-ld

"$here/describe.sh" "$out" >"$out/README.md"
