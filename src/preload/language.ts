import { LANGUAGE_SWITCH, readLanguage } from '../shared/words/language'

const GIVEN = `--${LANGUAGE_SWITCH}=`

/** The one main speaks (windows/safety/page-session.ts): known before the page's first word. */
export const language = readLanguage(process.argv.find((each) => each.startsWith(GIVEN))?.slice(GIVEN.length) ?? '')
