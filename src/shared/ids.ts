/** Identifiers are strings that cannot be mixed up. Minted in main or by the server; never parsed. */
declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

/** One press-to-answer cycle, or one hands-free segment of open microphone. Minted by main. */
export type TurnId = Id<'turn'>
/** A response of the server, by an id of ours. */
export type ResponseId = Id<'response'>
/**
 * A conversation item, by an id of ours: a time-sortable UUID. What a server calls it holds for one session and never leaves
 * `talk/session/names`, but for the type of an event between its parser and there.
 */
export type ItemId = Id<'item'>
/** A conversation of the history. Minted by main; a time-sortable UUID, so that it means nothing outside. */
export type ConversationId = Id<'conversation'>
/** Speech that could not be delivered. */
export type DraftId = Id<'draft'>
/** A function call of a model, by an id of ours: unique over all sessions, whatever a server calls it. */
export type CallId = Id<'call'>
/** An image a person showed. Minted by main where it comes in; the same wherever it is stored or told. */
export type ImageId = Id<'image'>

export const turnId = (value: string): TurnId => value as TurnId
export const responseId = (value: string): ResponseId => value as ResponseId
export const itemId = (value: string): ItemId => value as ItemId
export const conversationId = (value: string): ConversationId => value as ConversationId
export const callId = (value: string): CallId => value as CallId
export const draftId = (value: string): DraftId => value as DraftId
export const imageId = (value: string): ImageId => value as ImageId
