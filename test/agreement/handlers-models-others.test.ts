/** The handlers of the machines that handlers-models.test.ts leaves out, to run beside it. */
import { handlerTests } from '../support/handler-tests.ts';
import { withPrologue } from '../support/with-prologue.ts';

handlerTests(withPrologue.filter((_, index) => index % 2 === 1));
