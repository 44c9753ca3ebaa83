/** `en-XA` is English in disguise (pseudo.ts): what is clipped, or stands outside the catalogues, shows. */
export const LANGUAGES = ['en', 'en-XA'] as const

export type Language = (typeof LANGUAGES)[number]

export const DEFAULT_LANGUAGE: Language = 'en'

/** `--parley-language=en-XA`: for tests and pictures. Chromium's own `--lang` goes no further than its menus. */
export const LANGUAGE_SWITCH = 'parley-language'

/** One that is not spoken here, or none, is the default. */
export const readLanguage = (text: string): Language => LANGUAGES.find((each) => each === text) ?? DEFAULT_LANGUAGE

/** How numbers, dates and plurals go. */
export const localeOf = (language: Language): string => (language === 'en-XA' ? 'en' : language)
