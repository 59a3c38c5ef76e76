#!/bin/sh
# /init of the second kernel: the first kernel's log, out of /proc/vmcore, onto the disk.
b=/bin/busybox
$b mount -t proc proc /proc
$b mount -t devtmpfs dev /dev
{
  echo "SAVED BY $($b cat /proc/cmdline)"
  /bin/vmcore-dmesg /proc/vmcore || echo "vmcore-dmesg failed"
  echo "END OF LOG"
} >/log
if $b dd if=/log of=/dev/vda bs=64k conv=fsync 2>/dev/null; then
  echo "SECOND KERNEL saved $($b wc -c </log) bytes"
else
  echo "SECOND KERNEL has no disk"
fi
$b reboot -f
