#!/usr/bin/env node
/** The `relocator` command. */
import { run } from './run.ts';

// Who reads the output may have seen enough, as `| head` does.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

// No await here: CommonJS, as which the package has it, knows none between functions.
run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
