import { InvariantError } from '@odradek/protocol'

/** A state out of a table of allowed moves. */
export class StateMachine<State extends string> {
  readonly #name: string
  readonly #moves: Readonly<Record<State, readonly State[]>>
  #current: State

  constructor(name: string, moves: Readonly<Record<State, readonly State[]>>, initial: State) {
    this.#name = name
    this.#moves = moves
    this.#current = initial
  }

  get current(): State {
    return this.#current
  }

  /** Moves to another state. Throws InvariantError where the table does not allow it. */
  transitionTo(next: State): void {
    if (!this.#moves[this.#current].includes(next)) {
      throw new InvariantError(`a ${this.#name} cannot go from ${this.#current} to ${next}`)
    }
    this.#current = next
  }
}
