#!/bin/sh
# /init of the first kernel: loads a crash kernel of its own, as distributions do, and crashes.
b=/bin/busybox
$b mount -t proc proc /proc
$b mount -t sysfs sysfs /sys
$b mount -t devtmpfs dev /dev
echo "FIRST KERNEL loaded $($b cat /sys/kernel/kexec_crash_loaded)"
if /sbin/kexec -c -p /kernel --initrd=/initrd --command-line="$($b cat /second-command-line)"; then
  echo "FIRST KERNEL crashes"
  echo c >/proc/sysrq-trigger
fi
echo "FIRST KERNEL could not load a crash kernel"
$b reboot -f
