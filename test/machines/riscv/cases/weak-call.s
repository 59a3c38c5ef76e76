# A call that is never made: memory usually begins at 2 GiB, from where 0 is out of reach.
 .option norelax
 .weak hook
 .globl purgatory_start
purgatory_start:
 beqz a0,1f
 call hook
1: j 1b
