#!/usr/bin/env bash
# install.sh LINUX: puts the driver into a tree of Linux, and its calls into the kernel's files, which get lines more and
# lose none. Places are found by the name of their function and a line in it: see common.hooks. Again, it changes nothing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
linux=${1:?"usage: install.sh LINUX, the top of a tree of Linux"}
if [ ! -f "$linux/init/main.c" ]; then
  echo "install.sh: $linux is no tree of Linux: it has no init/main.c" >&2
  exit 1
fi
mkdir -p "$linux/kernel/earlyoops"
# With their dates, so that make builds nothing anew that did not change.
cp -Rp "$here"/{Kconfig,Makefile,*.c,*.h,*.S,machines} "$linux/kernel/earlyoops"
mv "$linux/kernel/earlyoops/linux-earlyoops.h" "$linux/include/linux/earlyoops.h"

# hook FILE FUNCTION PATTERN TEXT
hook() {
  local path=$linux/$1
  if [ ! -f "$path" ]; then
    echo "install.sh: $1 is not in $linux: a line is to go into $2 there, behind one like /$3/" >&2
    return 1
  fi
  if ! pattern=$3 awk -v function_name="$2" -v text="$4" -v include='#include <linux/earlyoops.h>' '
    BEGIN { whole = function_name == "-"; inside = whole; pattern = ENVIRON["pattern"] }
    # The include stands first of all, as it asks for no other.
    !included && !whole && /^#include/ { if ($0 != include) print include; included = 1 }
    # A function begins at a line that is not indented, names it, and is no declaration; it ends with a brace alone.
    !whole && /^[A-Za-z]/ && $0 ~ "[ *]" function_name "\\(" && !/;[ \t]*$/ { inside = 1 }
    waiting && $0 != text { print text }
    { waiting = 0; print }
    inside && !done && $0 ~ pattern { waiting = 1; done = 1 }
    !whole && /^}/ { inside = 0 }
    END { if (waiting) print text; exit !done }
  ' "$path" >"$path.earlyoops"; then
    rm "$path.earlyoops"
    echo "install.sh: $1: no line like /$3/ in $2: put this one by hand where that function does the same: $4" >&2
    return 1
  fi
  # What did not change keeps its date, for make.
  if cmp -s "$path" "$path.earlyoops"; then rm "$path.earlyoops"; else cat "$path.earlyoops" >"$path" && rm "$path.earlyoops"; fi
}

failed=0
for hooks in "$here"/*.hooks "$here"/machines/*.hooks; do
  while IFS= read -r line; do
    case $line in '#'* | '') continue ;; esac
    file=${line%% | *} line=${line#* | }
    function=${line%% | *} line=${line#* | }
    hook "$file" "$function" "${line%% | *}" "${line#* | }" || failed=1
  done <"$hooks"
done
exit "$failed"
