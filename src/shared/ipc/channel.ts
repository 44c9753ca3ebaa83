import type { z } from 'zod'
import type { AppError } from '../errors/errors'
import type { Result } from '../result'

export type PageName = 'panel' | 'history' | 'settings' | 'indicator'

/** Who may use a channel. `first-steps`: the panel as long as it leads a newcomer through them, and never again. */
export type Right = PageName | 'first-steps'

/** The schema of the arguments, and the pages that may send them: every channel names its own. */
export interface Channel<S extends z.ZodType> {
  readonly args: S
  readonly pages: readonly Right[]
}

export const channel = <S extends z.ZodType>(args: S, ...pages: readonly [Right, ...Right[]]): Channel<S> => ({ args, pages })

/** How main answers a page. */
export type Answered<T> = Promise<Result<T, AppError>>

export type Unsubscribe = () => void
