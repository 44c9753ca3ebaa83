import { Icon } from '../../parts/icon'
import { useEffect, useState } from 'react'
import { say } from '../../../../../shared/words/say'
import { carriesFiles, filesIn, pastedImages } from '../../../images/files-in'
import './drop-target.css'

/** The whole panel takes files, and says so while one is over it; a paste goes the same way, wherever the focus is. */
export function DropTarget({ add }: { readonly add: (files: readonly File[]) => void }) {
  const over = useDrop(add)
  usePaste(add)
  if (!over) return null
  return (
    <div className="drop-target" data-testid="drop-target">
      <p>
        <Icon name="attach" />
        {say('panel.drop-here')}
      </p>
    </div>
  )
}

function useDrop(add: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return
      event.preventDefault() // or no drop will come
      setOver(true)
    }
    /** Without a target it left the window. */
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!carriesFiles(event.dataTransfer)) return
      event.preventDefault()
      add(filesIn(event.dataTransfer))
    }
    const stop = new AbortController()
    const { signal } = stop
    window.addEventListener('dragenter', drag, { signal })
    window.addEventListener('dragover', drag, { signal })
    window.addEventListener('dragleave', leave, { signal })
    window.addEventListener('drop', drop, { signal })
    return () => stop.abort()
  }, [add])
  return over
}

function usePaste(add: (files: readonly File[]) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const images = pastedImages(event.clipboardData)
      if (images.length === 0) return
      event.preventDefault()
      add(images)
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [add])
}
