import { type AppError, appError } from '../../../../shared/errors/errors'
import { err, type Result } from '../../../../shared/result'

type Answer<T> = Result<T, AppError>

/** Waits for main. A failure is told to the person once, here; whoever asked only has to stop. */
export type Ask = <T>(answer: Promise<Answer<T>>) => Promise<Answer<T>>

export const createAsk = (tell: (error: AppError) => void): Ask => async <T>(answer: Promise<Answer<T>>) => {
  const settled = await answer.catch((reason: unknown): Answer<T> => err(appError('unexpected', String(reason))))
  if (!settled.ok) tell(settled.error)
  return settled
}
