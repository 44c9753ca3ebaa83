import type { Page } from 'playwright'
import type { App } from '../app/app'
import { mark } from '../app/talking'

/** Types a question into the running app and waits until its answer has been heard to the end. */
export async function ask(app: App, text: string): Promise<void> {
  const since = app.trace.now()
  await app.page.evaluate((words) => window.assistant.sendText(words), text)
  await mark(app, 'playbackDrained', since)
  await app.trace.untilPhase('idle', { since })
}

export const newTalk = ({ page }: Pick<App, 'page'>, secret = false): Promise<void> =>
  page.evaluate((isPrivate) => { window.assistant.newConversation({ private: isPrivate }) }, secret)

/** The words of everything with this test id, from top to bottom, one line each. */
export const wordsOf = async (page: Page, id: string): Promise<readonly string[]> =>
  (await page.getByTestId(id).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
