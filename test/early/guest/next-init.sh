#!/bin/sh
# /init of the boot after the crash: what pstore has of the kernel before, onto the disk.
b=/bin/busybox
$b mount -t proc proc /proc
$b mount -t sysfs sysfs /sys
$b mount -t devtmpfs dev /dev
$b mount -t pstore pstore /sys/fs/pstore
found=/sys/fs/pstore/console-ramoops-0
if [ -f "$found" ]; then
  {
    echo "SAVED BY $($b cat /proc/cmdline)"
    $b cat "$found"
    echo
    echo "END OF LOG"
  } >/log
  $b dd if=/log of=/dev/vda bs=64k conv=fsync 2>/dev/null
  echo "NEXT BOOT found $($b wc -c <"$found") bytes"
else
  echo "NEXT BOOT found nothing"
fi
$b reboot -f
