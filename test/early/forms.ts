/** Every form. */
import { CATCHER } from './catcher.ts';
import type { Form } from './form.ts';
import { LINUX_PURGATORY, SECOND_KERNEL } from './second-kernel.ts';

export const FORMS: readonly Form[] = [SECOND_KERNEL, LINUX_PURGATORY, CATCHER];
