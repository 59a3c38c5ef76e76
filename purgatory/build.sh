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
#   purgatory/build.sh --packaged [output-folder]
#
# writes purgatory/objects/ instead: of each machine the object that is in the
# package, <arch>.ro, the same bytes as the fixture that PACKAGED names.
#
# What is built of each machine, and with what, stands in machines/*/tools.sh.
#
# The output holds no path, time or compiler name: the same packages give the
# same bytes wherever the sources are.
set -euo pipefail
export LC_ALL=C

here=$(cd "$(dirname "$0")" && pwd)
packaged=
default=$here/../test/fixtures/purgatory
if [ "${1-}" = --packaged ]; then
	packaged=yes
	default=$here/objects
	shift
fi
out=${1:-$default}
mkdir -p "$out"
out=$(cd "$out" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here"
# shellcheck source=purgatory/tools.sh
. ./tools.sh

need() { # words: a program with its options
	command -v "$1" >/dev/null || { echo "build.sh: $1 is missing: apt-get install $(package_of "$1")" >&2; exit 1; }
}

common=(-std=gnu11 -Wall -Wextra -Werror -ffreestanding -fno-builtin -nostdlib
	-fno-stack-protector -fno-asynchronous-unwind-tables -fno-unwind-tables
	-fno-common -g0 -fno-ident "-ffile-prefix-map=$here=." "-ffile-prefix-map=$work=.")

compiler() { # arch gcc|clang
	tool "$1" "${2^^}"
}

linker() { # arch
	local own
	own=$(tool "$1" LINKER)
	if [ -n "$own" ]; then echo "$own"; else tool "$1" LD; fi
}

model() { # arch model -> compiler flags
	local own
	own=$(tool "$1" "MODEL_$2")
	if [ -n "$own" ]; then echo "$own"; return; fi
	case $2 in
	large | small | tiny | medium | extreme | medany | medmid | medlow) echo "-mcmodel=$2 -fno-pic" ;;
	nopic) echo -fno-pic ;;
	pic) echo -fpic ;;
	bigpic) echo -fPIC ;;
	pichidden) echo "-fpic -fvisibility=hidden" ;;
	pie) echo -fpie ;;
	*) echo "build.sh: $1 has no model $2" >&2; return 1 ;;
	esac
}

compile() { # arch compiler model optimisation: objects in $work
	local source name command flags
	command=$(compiler "$1" "$2")
	# shellcheck disable=SC2086
	need $command
	flags="$(tool "$1" FLAGS) $(model "$1" "$3")"
	objects=()
	for source in "machines/$(psabi_of "$1")/entry.S" purgatory.c sha256.c; do
		name=$(basename "${source%.*}")
		# shellcheck disable=SC2086
		$command "${common[@]}" $flags "-$4" -c "$source" -o "$work/$name.o"
		objects+=("$work/$name.o")
	done
	if [ -n "$(tool "$1" LIBGCC)" ]; then objects+=("$($(compiler "$1" gcc) -print-libgcc-file-name)"); fi
}

strip_symbols() { # arch file options…
	local command
	command=$(tool "$1" STRIP)
	need "$command"
	"$command" --strip-debug -R .comment "${@:3}" "$2"
	chmod 644 "$2"
}

relocatable() { # file arch compiler model optimisation
	local file=$1 command
	shift
	compile "$@"
	command=$(linker "$1")
	# shellcheck disable=SC2086
	need $command
	# shellcheck disable=SC2086
	$command -r -o "$file" "${objects[@]}"
	strip_symbols "$1" "$file" -R .note.gnu.property
}

static_pie() { # arch compiler linker flags...
	local file="$out/$1-static-pie.elf"
	compile "$1" "$2" pie Os
	need "$3"
	"${@:3}" -pie --no-dynamic-linker -z norelro -z noexecstack -z text --build-id=none \
		-e purgatory_start -o "$file" "${objects[@]}"
	strip_symbols "$1" "$file"
}

if [ -n "$packaged" ]; then
	for arch in $(machines); do
		object=$(tool "$arch" PACKAGED)
		[ -n "$object" ] || continue
		IFS=- read -r compiler model optimisation <<<"$object"
		relocatable "$out/$arch.ro" "$arch" "$compiler" "$model" "$optimisation"
	done
	exit
fi

for arch in $(machines); do
	for object in $(tool "$arch" OBJECTS); do
		IFS=- read -r compiler model optimisation <<<"$object"
		relocatable "$out/$arch-$object.ro" "$arch" "$compiler" "$model" "$optimisation"
	done
	pie=$(tool "$arch" PIE)
	# shellcheck disable=SC2086
	if [ -n "$pie" ]; then static_pie "$arch" $pie; fi
done

"$here/describe.sh" "$out" >"$out/README.md"
