import { readLanguage } from '../../../shared/words/language'
import { speak, spokenLocale } from '../../../shared/words/say'

declare global {
  interface Window {
    readonly language: string
  }
}

/** The first thing that every page imports: whatever is loaded behind it already says its words in the language of main. */
speak(readLanguage(window.language))
document.documentElement.lang = spokenLocale()
