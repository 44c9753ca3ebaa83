import { withoutUnseen } from './plain-line'

/** As `plainLine`, of a text of many lines: its lines and its spaces stay. Half a character is replaced, since no file and no program takes it. */
export const plainText = (text: string): string => withoutUnseen(text.replace(/\r\n?/g, '\n').replace(/[\u0085\u2028\u2029]/g, '\n')).toWellFormed()
