// The worker without a build: tsx first, because a worker thread loads nothing but JavaScript by itself.
import { register } from 'tsx/esm/api'

register()
await import('../../../../src/main/knowledge/adapters/worker/main.ts')
