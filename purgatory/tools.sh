# SPDX-License-Identifier: GPL-2.0-only
# Sourced: what purgatory/machines/*/tools.sh say of each machine (README.md there has the names).

purgatory_machines=$(cd "$(dirname "${BASH_SOURCE[0]}")/machines" && pwd)

machines() { # every machine, psABI by psABI
	local file
	for file in "$purgatory_machines"/*/tools.sh; do (. "$file" && echo "$MACHINES"); done | tr ' ' '\n'
}

psabi_of() { # machine -> its folder
	local file
	for file in "$purgatory_machines"/*/tools.sh; do
		if (. "$file" && [[ " $MACHINES " == *" $1 "* ]]); then basename "$(dirname "$file")"; return; fi
	done
	echo "tools.sh: no folder of purgatory/machines has a machine $1" >&2
	return 1
}

tool() { # machine name -> the words, or nothing
	(
		. "$purgatory_machines/$(psabi_of "$1")/tools.sh"
		local own="${1}_$2"
		echo "${!own-${!2-}}"
	)
}

package_of() { # program -> the Debian package that has it; nothing for one of .cache
	case $1 in
	.cache/*) ;;
	as | ld | strip | readelf | objcopy) echo binutils ;;
	*-as | *-ld | *-strip | *-objcopy) echo "binutils-${1%-*}" ;;
	gcc) echo gcc ;;
	gcc-*) echo "$1" ;;
	*-gcc-[0-9]*) echo "gcc-${1##*-}-${1%-gcc-*}" ;;
	*-gcc) echo "gcc-${1%-*}" ;;
	clang-*) echo "$1" ;;
	ld.lld-*) echo "lld-${1##*-}" ;;
	llvm-*) echo "llvm-${1##*-}" ;;
	*) echo "tools.sh: no package is known for $1" >&2; return 1 ;;
	esac
}

packages() { # names… -> packages of the programs that these names are on any machine
	local machine name words
	for machine in $(machines); do
		for name in "$@"; do
			words=$(tool "$machine" "$name")
			[ -z "$words" ] || package_of "${words%% *}"
		done
	done | sort -u
}
