/** The formats of fixups by name. */
import type { Format } from '../request.ts';
import { chain } from './chain.ts';
import { delta } from './delta.ts';
import type { Formatter } from './format.ts';
import { records } from './records.ts';
import { rela } from './rela.ts';
import { relr } from './relr.ts';

export const formatters: Readonly<Record<Format, Formatter>> = { chain, delta, relr, rela, records };
