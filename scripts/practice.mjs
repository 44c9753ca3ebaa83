// Runs scripts/practice.ts with the current Node: tsx is registered in this very process, so signals and exit codes need no forwarding.
import { register } from 'tsx/esm/api'

register()
await import('./practice.ts')
