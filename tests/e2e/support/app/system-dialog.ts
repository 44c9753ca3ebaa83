import type { App } from './app'

/** What the system's dialogs have asked since; each was answered as a person would who presses that button. */
export interface Answered {
  readonly questions: () => Promise<readonly string[]>
  /** All that stands below each. */
  readonly texts: () => Promise<readonly string[]>
}

/** Stands in for the system's dialog, which no test can reach: answers what main asks from now on. */
export async function answerDialogs({ electron }: Pick<App, 'electron'>, yes: boolean): Promise<Answered> {
  // No function in here may have a name: where tsx runs this, it would call a helper that the app does not have.
  await electron.evaluate(({ dialog }, button) => {
    const asked: string[] = []
    const texts: string[] = []
    Object.assign(globalThis, { askedByMain: asked, textsByMain: texts })
    dialog.showMessageBox = (...args: readonly unknown[]) => {
      const options = args.at(-1)
      asked.push(typeof options === 'object' && options !== null && 'message' in options ? String(options.message) : '?')
      texts.push(typeof options === 'object' && options !== null && 'detail' in options ? String(options.detail) : '')
      return Promise.resolve({ response: button, checkboxChecked: false })
    }
  }, yes ? 0 : 1)
  return {
    questions: () => electron.evaluate(() => [...((globalThis as { askedByMain?: readonly string[] }).askedByMain ?? [])]),
    texts: () => electron.evaluate(() => [...((globalThis as { textsByMain?: readonly string[] }).textsByMain ?? [])]),
  }
}
