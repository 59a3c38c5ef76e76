"""
elf2efi-types.py SCRIPT FILE OFFSET SIZE TYPE...

Converts FILE with systemd's elf2efi.py, once for each type, which is written at OFFSET of the file; prints each type with
what comes of it: "ok" or what the script raised.
"""

import importlib.util
import io
import sys
from types import SimpleNamespace

script, path, offset, size, *types = sys.argv[1:]
spec = importlib.util.spec_from_file_location("elf2efi", script)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
with open(path, "rb") as file:
    original = file.read()
at = int(offset)
for number in types:
    changed = bytearray(original)
    changed[at : at + int(size)] = int(number).to_bytes(int(size), "little")
    output = io.BytesIO()
    output.name = "out.efi"
    arguments = SimpleNamespace(
        ELF=io.BytesIO(changed),
        PE=output,
        version_major=0,
        version_minor=0,
        efi_major=0,
        efi_minor=0,
        subsystem=10,
        minimum_sections=0,
        copy_sections="",
    )
    try:
        module.elf2efi(arguments)
        print(number, "ok")
    except ValueError as error:
        print(number, str(error).replace("\n", " "))
