import type { Face } from '../../../../shared/face'
import { Icon } from './icon'
import { FACE_ICONS } from './face-icons'
import './face.css'
import './face-mark.css'

/** The state, small: shape and colour as on the talk button. Decoration: the words stand beside it. */
export function FaceMark({ face }: { readonly face: Face }) {
  return (
    <span className="face face-mark" data-face={face} aria-hidden="true">
      <Icon name={FACE_ICONS[face]} />
    </span>
  )
}
