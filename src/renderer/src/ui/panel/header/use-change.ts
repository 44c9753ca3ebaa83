import { errorWords } from '../../../../../shared/errors/error-words'
import type { PanelSettingsApi } from '../../../../../shared/ipc/settings'
import type { PanelPatch } from '../../../../../shared/settings/panel'
import { useToast } from '../../parts/layers/toasts'

/** Changes a setting from the panel, and says why where it cannot be kept. */
export function useChange({ changeSettings }: PanelSettingsApi): (patch: PanelPatch) => void {
  const toast = useToast()
  return (patch) => void changeSettings(patch).then((answer) => !answer.ok && toast(errorWords(answer.error.tag)))
}
