/* SPDX-License-Identifier: GPL-2.0-only */
/* For the places in the kernel where the crash kernel may be loaded; the install script puts it into include/linux. */
#ifndef _LINUX_EARLYOOPS_H
#define _LINUX_EARLYOOPS_H
#ifdef CONFIG_EARLYOOPS
/* Loads the crash kernel, unless that was done or refused before. `place` names where we are, for the log and tests. */
void earlyoops_setup(const char *place);
#else
static inline void earlyoops_setup(const char *place) { }
#endif
#endif
