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
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=purgatory/tools.sh
. "$here/tools.sh"
cd "$1"

cat <<'TEXT'
# Purgatory objects

Built by `purgatory/build.sh` from the sources in `purgatory/`; this file is
the output of `purgatory/describe.sh`. Do not edit any of it by hand.

Names: `<arch>-<compiler>-<model>-<O>.ro` for relocatable objects
(`ld -r`), `<arch>-static-pie.elf` for static PIEs. Models: `large`, `small`,
`tiny`, `medium`, `extreme`, `medlow`, `medmid` and `medany` are `-mcmodel=`
with `-fno-pic`; `nopic` is `-fno-pic`; `pic` is `-fpic`; `bigpic` is `-fPIC`;
`pichidden` is `-fpic -fvisibility=hidden`. These are of single machines:

TEXT

echo '| Machines | Model | Flags |'
echo '| --- | --- | --- |'
for file in "$purgatory_machines"/*/tools.sh; do
	(
		. "$file"
		for name in "${!MODEL_@}"; do echo "| $MACHINES | \`${name#MODEL_}\` | \`${!name}\` |"; done
	)
done

echo
echo "Debian 12 packages needed to rebuild: $(packages GCC CLANG LINKER LLD STRIP | paste -sd' ' | sed 's/ /, /g')." | fold -s -w 79 | sed 's/ *$//'

cat <<'TEXT'

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
	reader=$(tool "${file%%-*}" READELF)
	reader=${reader:-readelf}
	command -v "$reader" >/dev/null || { echo "describe.sh: $reader is missing: apt-get install $(package_of "$reader")" >&2; exit 1; }
	undefined=$($reader -sW "$file" | awk '$7 == "UND" && $8 != "" && $8 !~ /^(_GLOBAL_OFFSET_TABLE_|\.TOC\.|_gp_disp|__gnu_local_gp|\$global\$)$/ { print $8 }' | sort -u)
	[ -z "$undefined" ] || { echo "describe.sh: $file: undefined: $undefined" >&2; exit 1; }
	types=$($reader -rW "$file" | awk '$3 ~ /^R_/ { n[$3]++ } END { for (t in n) print t, n[t] }' |
		sort | awk '{ printf "%s%s %s", (NR > 1) ? ", " : "", $1, $2 }')
	relr=$(readelf -rW "$file" | sed -n "s/^Relocation section '\.relr\.dyn'.*contains \([0-9]*\) entr.*/\1/p")
	offsets=$(readelf -rW "$file" | sed -n 's/^ *\([0-9]*\) offsets*$/\1/p')
	[ -z "$relr" ] || types="${types:+$types, }RELR ${offsets:-?} places in $relr words"
	echo "| \`$file\` | $(stat -c %s "$file") | ${types:-none} |"
done
