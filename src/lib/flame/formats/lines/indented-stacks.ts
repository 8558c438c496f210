import { noStack, type ProfileBuilder } from '../../model/profile-builder.ts';

/**
 * Stacks of a tree that is drawn by indentation, one frame a line: a line stands on the nearest
 * line before it that is indented less. How much more does not matter.
 */
export class IndentedStacks {
  readonly #builder: ProfileBuilder;
  readonly #indents: number[] = [];
  readonly #stacks: number[] = [];

  constructor(builder: ProfileBuilder) {
    this.#builder = builder;
  }

  /** The stack of a line with this indent and frame. */
  push(indent: number, frame: number): number {
    while ((this.#indents.at(-1) ?? -1) >= indent) {
      this.#indents.pop();
      this.#stacks.pop();
    }
    const stack = this.#builder.stack(this.#stacks.at(-1) ?? noStack, frame);
    this.#indents.push(indent);
    this.#stacks.push(stack);
    return stack;
  }
}
