/** The handlers of every other machine. handlers-models-others.test.ts has the rest, to run beside. */
import { handlerTests } from '../support/handler-tests.ts';
import { withPrologue } from '../support/with-prologue.ts';

handlerTests(withPrologue.filter((_, index) => index % 2 === 0));
