#!/usr/bin/env node
/** The `relocator` command. */
import { EXIT } from './exit.ts';
import { reasonOf } from './files/reasons.ts';
import { run } from './run.ts';

// Who reads the output may have seen enough, as `| head` does; what else stops it leaves less than was found.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    if (stream === process.stdout)
      process.stderr.write(`relocator: cannot write standard output: ${reasonOf(error)}\n`);
    process.exit(EXIT.output);
  });
}

// No await here: CommonJS, as which the package has it, knows none between functions.
run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
