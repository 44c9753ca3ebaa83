import type { Status } from '../../../../shared/status'
import { Icon } from './icon'
import { STATUS_ICONS } from './status-icons'
import './status.css'
import './status-mark.css'

/** The state, small: shape and colour as on the talk button. Decoration: the words stand beside it. */
export function StatusMark({ status }: { readonly status: Status }) {
  return (
    <span className="status status-mark" data-status={status} aria-hidden="true">
      <Icon name={STATUS_ICONS[status]} />
    </span>
  )
}
