import { redact } from './errors/redact'

/** Said or written with what follows: nobody needs it remembered, and whoever finds it can use it. */
const NAMED = /\b(pass(?:word|code|phrase|wort)|passwort|kennwort|mot de passe|contrase[nñ]a|pin(?:\s?(?:code|number))?|puk|cvv|cvc|api[\s_-]?key|secret\s?key|access[\s_-]?token|seed phrase|recovery (?:code|phrase)|private key)\b[^.\n]{0,24}?(?:\bis\b|\bist\b|\best\b|\bes\b|[:=])\s*\S/iu
/** The same with nothing between: "PIN 4711". */
const NUMBERED = /\b(pin|puk|cvv|cvc|tan|password|passcode)\s+\d{3,}/i
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/
/** Letters, digits and signs without a word in them. */
const TOKEN = /(?<![\w/.-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Za-z])[\w+/=-]{20,}(?![\w/.-])/
const DIGITS = /(?<!\d|\d[.,])\d(?:[ -]?\d){12,18}(?!\d|[.,]\d)/g

/** ISO/IEC 7812, annex B: what every payment card's number fulfils, and one in ten others. */
function isCardNumber(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].reverse().map(Number)
  const sum = digits.reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0)
  return digits.length >= 13 && sum % 10 === 0
}

/** A guess that would rather refuse a harmless sentence than keep a key. */
export function looksSecret(text: string): boolean {
  if (redact(text) !== text || NAMED.test(text) || NUMBERED.test(text) || PRIVATE_KEY.test(text) || TOKEN.test(text)) return true
  return (text.match(DIGITS) ?? []).some(isCardNumber)
}
