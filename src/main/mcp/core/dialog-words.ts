/** What main asks in a dialog: `Question` of `app/confirm-port`, which a core does not know. */
export interface DialogWords {
  readonly title: string
  readonly text: string
  readonly yes: string
}
