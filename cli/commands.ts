/** The commands by name, in the order of the help. Each is read when it is asked for. */
import type { Command } from './command.ts';

export const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['build', async () => (await import('./commands/build.ts')).buildCommand()],
  ['purgatory', async () => (await import('./commands/purgatory.ts')).purgatoryCommand()],
  ['apply', async () => (await import('./commands/apply.ts')).applyCommand()],
  ['patch', async () => (await import('./commands/patch.ts')).patchCommand()],
  ['bundle', async () => (await import('./commands/bundle.ts')).bundleCommand()],
  ['verify', async () => (await import('./commands/verify.ts')).verifyCommand()],
  ['map', async () => (await import('./commands/map.ts')).mapCommand()],
  ['diff', async () => (await import('./commands/diff.ts')).diffCommand()],
  ['explain', async () => (await import('./commands/explain.ts')).explainCommand()],
  ['generate', async () => (await import('./commands/generate.ts')).generateCommand(allCommands)],
  ['audit', async () => (await import('./commands/audit.ts')).auditCommand()],
  ['loaders', async () => (await import('./commands/loaders.ts')).loadersCommand()],
  ['extract', async () => (await import('./commands/extract.ts')).extractCommand()],
  ['golden', async () => (await import('./commands/golden.ts')).goldenCommand()],
  ['completion', async () => (await import('./commands/completion.ts')).completionCommand(allCommands)],
]);

/** All of them. */
export function allCommands(): Promise<Command[]> {
  return Promise.all([...COMMANDS.values()].map((load) => load()));
}
