/**
 * Lays out handlers that all end in jumps to the same place so that equal tails are emitted once.
 *
 * The handlers form a trie read from the end. Each node of the trie is one instruction and is emitted once; where
 * several handlers meet, one runs on into the shared tail and the others branch to it. A branch costs no more than the
 * final jump it replaces, so sharing never makes the code larger.
 */

/** How a machine goes on elsewhere. */
export interface Jump {
  /** An unconditional jump; `delaySlot` is executed on the way, on machines that fill it. */
  jump(label: string, delaySlot?: string): string;
  /** The last instruction of a handler goes into the delay slot of its jump. */
  readonly fillsDelaySlot?: true;
}

export interface Handler {
  readonly label: string;
  /** A line of comment above the code. */
  readonly comment: string;
  /** Instructions in order, with the final jump. None may hold a label. */
  readonly lines: readonly string[];
}

/** `lines`, of which the last is no jump, with the jump to `next` behind them, or around the last of them. */
export function withJump(lines: readonly string[], { jump, fillsDelaySlot }: Jump, next: string): string[] {
  const last = lines.at(-1);
  if (!fillsDelaySlot || last === undefined) return [...lines, jump(next)];
  return [...lines.slice(0, -1), jump(next, last)];
}

interface Node {
  readonly line: string;
  readonly children: Map<string, Node>;
  /** Handlers that begin here. */
  readonly begins: Handler[];
  label: string | undefined;
}

/** Assembly for all handlers; `comment` is what begins one. */
export function layOutHandlers(handlers: readonly Handler[], { jump }: Jump, comment: string): string[] {
  // What follows the final jumps: nothing.
  const root: Node = { line: '', children: new Map(), begins: [], label: undefined };
  for (const handler of handlers) {
    let node = root;
    for (const line of [...handler.lines].reverse()) {
      let child = node.children.get(line);
      if (!child) {
        child = { line, children: new Map(), begins: [], label: undefined };
        node.children.set(line, child);
      }
      node = child;
    }
    node.begins.push(handler);
  }
  let counter = 0;
  const output: string[] = [];

  /** Emits everything above `node`, then `node` itself, ending in its line; control then falls to what follows. */
  const emit = (node: Node, isFinal: boolean): void => {
    const children = [...node.children.values()];
    const through = children.at(-1);
    for (const child of children) {
      if (child === through) continue;
      emit(child, false);
      if (isFinal) {
        // A jump to the final jump is no shorter than that.
        output.push(`    ${node.line}`);
      } else {
        node.label ??= `tail${++counter}`;
        output.push(`    ${jump(node.label)}`);
      }
    }
    if (through) emit(through, false);
    for (const handler of node.begins) output.push(`${handler.label}:`, `    ${comment} ${handler.comment}`);
    if (node.label) output.push(`${node.label}:`);
    output.push(`    ${node.line}`);
  };
  for (const final of root.children.values()) emit(final, true);
  return output;
}
