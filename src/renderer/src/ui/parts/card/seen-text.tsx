import { say } from '../../../../../shared/words/say'
import { seenPieces } from '../../../words/seen-text'
import './seen-text.css'

/** All of it, and what cannot be seen as marks. It may be written in any direction. */
export function SeenText({ text }: { readonly text: string }) {
  return (
    <bdi className="seen-text">
      {text === '' ? <i>{say('common.empty')}</i> : seenPieces(text).map((piece, at) => (piece.mark ? <mark key={at} className="unseen">{piece.text}</mark> : piece.text))}
    </bdi>
  )
}
