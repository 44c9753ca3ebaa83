import type { ParentPort } from 'electron'

export interface MainPort {
  post(message: unknown): void
  /** `gone`: main is not there any more. */
  listen(heard: (message: unknown) => void, gone: () => void): void
}

const utilityPort = (parent: ParentPort): MainPort => ({
  post: (message) => parent.postMessage(message),
  listen: (heard) => void parent.on('message', ({ data }) => heard(data)), // with main this process ends, too: Chromium sees to it
})

const nodePort = (): MainPort => ({
  post: (message) => void process.send?.(message),
  listen: (heard, gone) => {
    process.on('message', heard)
    process.on('disconnect', gone)
  },
})

/** To main: of a utility process, or, where tests start it with Node, of a child process. */
export function mainPort(): MainPort {
  const parent: ParentPort | undefined = process.parentPort
  return parent === undefined ? nodePort() : utilityPort(parent)
}
