import { Client, type jsonSchemaValidator } from '@modelcontextprotocol/client'

/** A silent server speaks the old way. */
const PROBE_MS = 3_000

/**
 * The schemas are strangers', and so are the patterns in them: one of them stopped everything for eight seconds. Nothing here needs them.
 * The SDK has them as soon as it lists the tools by itself, which a server can make it do.
 */
const UNCHECKED: jsonSchemaValidator = { getValidator: () => (input) => ({ valid: true, data: input as never, errorMessage: undefined }) }

/** A client that runs no schema of a server. */
export const unchecked = (version: string, toolsChanged: () => void): Client =>
  new Client(
    { name: 'parley', version },
    {
      capabilities: { elicitation: { form: {}, url: {} } },
      jsonSchemaValidator: UNCHECKED,
      versionNegotiation: { mode: 'auto', probe: { timeoutMs: PROBE_MS } },
      listChanged: { tools: { autoRefresh: false, onChanged: toolsChanged } },
    },
  )
