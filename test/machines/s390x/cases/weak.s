# Instructions that reach for what nobody defines.
 .weak hook
 .globl purgatory_start
purgatory_start:
 brasl %r14,hook
 brasl %r14,hook@PLT
 jg hook
 jgne hook
 larl %r1,hook
 lrl %r1,hook
 bras %r14,hook
 jne hook
 j .
