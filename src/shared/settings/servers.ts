import { z } from 'zod'
import { ProfileIdSchema } from '../providers/profiles/profile'

/** Longer addresses are taken by no server. */
export const MAX_ADDRESS_CHARS = 2_048
/** No name server knows a longer name. What is confirmed is kept by it, and a question that names it must fit on the screen. */
export const MAX_HOST_CHARS = 253

const hasPossibleHost = (address: string): boolean => URL.canParse(address) && new URL(address).hostname.length <= MAX_HOST_CHARS

export const EndpointSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('practice') }),
  z.object({ kind: z.literal('openai') }),
  z.object({ kind: z.literal('custom'), url: z.url({ protocol: /^wss?$/ }).max(MAX_ADDRESS_CHARS).refine(hasPossibleHost) }),
])

/** Where sound goes is asked for by itself (`server:use`): no page patches it. */
export const serverSettings = {
  fields: {
    endpoint: EndpointSchema,
    /** Origins (`wss://host:port`) that a person has confirmed as a place for their voice. */
    confirmedServers: z.array(z.string().max(300)).max(200),
    /** Origins of which a person has said what kind of server answers there. */
    serverProfiles: z.record(z.string().max(300), ProfileIdSchema),
  },
  settingsPage: {},
  firstSteps: {},
  historyPage: {},
  defaults: () => ({ endpoint: { kind: 'practice' as const }, confirmedServers: [], serverProfiles: {} }),
}

export type Endpoint = z.infer<typeof EndpointSchema>
