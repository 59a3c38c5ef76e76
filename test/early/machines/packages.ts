/** Debian's packages of what runs in the guests: busybox, kexec-tools, and the libraries that kexec asks for where Xen runs. */
export const PROGRAMS: readonly string[] = [
  ...['busybox-static', 'kexec-tools', 'libc6', 'libxenmisc4.17', 'libxentoollog1', 'libxencall1'],
  ...['libxenevtchn1', 'libxengnttab1', 'libxenforeignmemory1', 'libxendevicemodel1', 'libxentoolcore1'],
];
