/** What every machine of the core answers: the next state, and what the shell has to do, in this order. */
export interface Transition<State, Command> {
  readonly state: State
  readonly commands: readonly Command[]
}

export const stay = <State>(state: State): Transition<State, never> => ({ state, commands: [] })

export const go = <State, Command>(state: State, ...commands: readonly Command[]): Transition<State, Command> => ({ state, commands })
