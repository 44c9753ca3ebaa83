import { useCallback, useRef, useState } from 'react'
import type { ErrorTag } from '../../../../../shared/errors/errors'
import { type Attachment, MAX_IMAGES } from '../../../../../shared/images/images'
import type { AssistantApi } from '../../../../../shared/ipc/apis/assistant-api'
import type { ImageId } from '../../../../../shared/ids'
import { scaleImage } from '../../../images/scale-image'

export interface Attachments {
  readonly list: readonly Attachment[]
  /** So many are being made ready. */
  readonly coming: number
  /** Why the last one could not be had. */
  readonly problem: ErrorTag | null
  readonly add: (files: readonly File[]) => void
  readonly remove: (image: ImageId) => void
  readonly forgive: () => void
  /** All that was added is there; false when something could not be had. */
  readonly settled: () => Promise<boolean>
}

type Api = Pick<AssistantApi, 'attachImage' | 'detachImage'>

/** Images on their way to main, one after the other; main has the list. */
export function useAttachments(assistant: Api, list: readonly Attachment[]): Attachments {
  const [coming, setComing] = useState(0)
  const [problem, setProblem] = useState<ErrorTag | null>(null)
  const line = useRef<Promise<boolean>>(Promise.resolve(true))
  const add = useCallback((files: readonly File[]) => {
    if (files.length === 0) return
    setProblem(null)
    setComing((count) => count + files.length)
    line.current = line.current.then(() => attachAll(assistant, files)).then((tag) => {
      setComing((count) => count - files.length)
      if (tag !== null) setProblem(tag)
      return tag === null
    })
  }, [assistant])
  const remove = useCallback((image: ImageId) => {
    setProblem(null)
    assistant.detachImage(image)
  }, [assistant])
  return { list, coming, problem, add, remove, forgive: () => setProblem(null), settled: () => line.current }
}

/** In their order. The first reason why not all are attached; null: they are. */
async function attachAll(assistant: Api, files: readonly File[]): Promise<ErrorTag | null> {
  let problem: ErrorTag | null = null
  for (const file of files.slice(0, MAX_IMAGES)) {
    const tag = await attach(assistant, file)
    problem ??= tag
  }
  return problem ?? (files.length > MAX_IMAGES ? 'image-too-many' : null)
}

/** Null: it is attached. Whatever happens to one, those behind it are not held up. */
async function attach(assistant: Api, file: File): Promise<ErrorTag | null> {
  try {
    const scaled = await scaleImage(file)
    if (!scaled.ok) return scaled.tag
    const answer = await assistant.attachImage(file.name.slice(-255), scaled.bytes)
    return answer.ok ? null : answer.error.tag
  } catch {
    return 'image-unreadable'
  }
}
