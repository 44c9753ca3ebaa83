import type { Words } from '../../shared/words/words'

export interface Question {
  readonly title: Words
  readonly text: Words
  /** What the button says that means yes; the other one means no, and so does closing. */
  readonly yes: Words
  /** What was asked about is gone: the dialog closes, which is a no. */
  readonly over?: AbortSignal
}

/** A question to the person that no page can answer or draw over: main draws it. One at a time; a second one meanwhile is a no. */
export type Confirm = (question: Question) => Promise<boolean>

export type Answer = 'yes' | 'not-confirmed' | 'asked-lately'

/** The same, and after a no none for a while: a page that was taken over cannot ask until somebody says yes to be rid of it. */
export type PatientConfirm = (question: Question) => Promise<Answer>
