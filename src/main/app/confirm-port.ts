export interface Question {
  readonly title: string
  readonly text: string
  /** What the button says that means yes; the other one means no, and so does closing. */
  readonly yes: string
}

/** A question to the person that no page can answer or draw over: main draws it. One at a time; a second one meanwhile is a no. */
export type Confirm = (question: Question) => Promise<boolean>
