import { MAX_FILE_BYTES } from '../../../shared/images/image-plan'
import type { ScaleAnswer, Scaled, ScaleRequest } from './scale-messages'
import workerUrl from './scale.worker?worker&url'

const waiting = new Map<number, (scaled: Scaled) => void>()
let worker: Worker | null = null
let lastId = 0

/** An image as it may be sent, or why it cannot be. */
export function scaleImage(file: Blob): Promise<Scaled> {
  if (file.size === 0) return Promise.resolve({ ok: false, tag: 'image-empty' })
  if (file.size > MAX_FILE_BYTES) return Promise.resolve({ ok: false, tag: 'image-too-large' })
  lastId += 1
  const id = lastId
  return new Promise((answered) => {
    waiting.set(id, answered)
    worker ??= start()
    worker.postMessage({ id, file } satisfies ScaleRequest)
  })
}

/** It lives as long as there is something to do: decoded pictures are large. */
function start(): Worker {
  const fresh = new Worker(workerUrl, { type: 'module' })
  fresh.onmessage = ({ data: { id, scaled } }: MessageEvent<ScaleAnswer>) => settle(id, scaled)
  fresh.onerror = () => {
    for (const id of [...waiting.keys()]) settle(id, { ok: false, tag: 'image-unreadable' })
  }
  return fresh
}

function settle(id: number, scaled: Scaled): void {
  const answered = waiting.get(id)
  waiting.delete(id)
  if (waiting.size === 0) {
    worker?.terminate()
    worker = null
  }
  answered?.(scaled)
}
