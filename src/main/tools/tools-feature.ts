import type { Settings } from '../../shared/settings'
import type { ToolsView } from '../../shared/tools/view'
import type { Confirm } from '../app/confirm-port'
import type { SettingsReaction, ShowingFeature, Talk } from '../app/feature'
import { TOOL_INSTRUCTIONS } from './instructions'
import type { CallTalk, ToolCallParts } from './calls/call-parts'
import { ToolCalls } from './calls/tool-calls'
import { listChanged, toolParts } from './tool-parts'
import { toolRoutes } from './tool-routes'
import { toolsMenu } from './tools-menu'
import type { ToolsWorld } from './tools-world'
import type { TalkExtension } from '../talk/extension'

/** Calls come from the talk, so there is one when they are answered. */
const talkTo = (talk: () => Talk | null): CallTalk => ({
  answerCall: (call, answer) => talk()?.answerCall(call, answer),
  callEnded: (item, account) => talk()?.callEnded(item, account),
  callProgress: (call) => talk()?.callProgress(call),
  announce: (text) => talk()?.announce(text),
})

/** Whatever of the tools asks, after a no it is quiet for a while. */
const patient = ({ confirmPatiently }: ToolsWorld): Confirm => async (question) => (await confirmPatiently(question)) === 'yes'

const followSources = (world: ToolsWorld, { tools }: ToolCallParts, talk: () => Talk | null): (() => void) =>
  tools.follow(() => {
    talk()?.reconfigure()
    listChanged(world)
  })

const stopFollowing = (unfollow: () => void, calls: ToolCalls, { allowances }: ToolCallParts) => () => {
  unfollow()
  allowances.stop()
  return calls.stop()
}

const reactionOf = (calls: ToolCalls, talk: () => Talk | null): SettingsReaction => ({
  part: ['toolChoice', 'toolsOff'],
  changed: (_before: Settings, after: Settings) => {
    if (after.toolChoice === 'off') calls.stopAll('The person has switched all tools off.')
    else calls.withdrawRefused()
    talk()?.reconfigure()
  },
})

/** Functions that the model calls, and the hand that allows them. */
export function createToolsFeature(given: ToolsWorld): ShowingFeature<'tools'> {
  const world = { ...given, confirm: patient(given) }
  const parts = toolParts(given)
  let talk: Talk | null = null
  const calls = new ToolCalls(parts, talkTo(() => talk))
  const { approvals } = parts
  const stopAll = () => calls.stopAll()
  return {
    extensions: [extensionOf(parts, calls, () => talk)],
    settings: [reactionOf(calls, () => talk)],
    view: () => ({ tools: viewOf(world, parts, calls) }),
    menu: () => toolsMenu({ choice: world.settings().toolChoice, runs: calls.shown.length > 0, stopAll, choose: (toolChoice) => void world.updateSettings({ toolChoice }) }),
    escape: { isWanted: () => approvals.isOpen, take: () => void approvals.denyFirst() },
    routes: (door) => toolRoutes(door, { world, parts, stopAll }),
    pageClosed: (page) => {
      if (page === 'panel' || page === 'indicator') approvals.gone(page)
    },
    everythingRemoved: () => parts.log.forget(),
    start: (started) => {
      talk = started
      parts.allowances.review()
    },
    resumed: () => parts.allowances.review(),
    stop: stopFollowing(followSources(world, parts, () => talk), calls, parts),
  }
}

function extensionOf({ tools, approvals }: ToolCallParts, calls: ToolCalls, talk: () => Talk | null): TalkExtension {
  return {
    name: 'tools',
    configure: () => {
      const { definitions } = tools
      return definitions.length === 0 ? {} : { tools: definitions.map((definition) => ({ ...definition })), instructions: TOOL_INSTRUCTIONS }
    },
    // Where none was offered, the engine refuses.
    takes: ({ name, hosted }) => (hosted === undefined ? tools.definitions.length > 0 : tools.find(tools.meant({ name, hosted, arguments: '' }).name, hosted) !== null),
    heard: (fact) => {
      if (fact.type === 'stateChanged') followTalk(approvals, talk())
      else calls.heard(fact)
    },
  }
}

function followTalk(approvals: ToolCallParts['approvals'], talk: Talk | null): void {
  if (talk === null) return
  const { turnPhase, handsFree, playing } = talk.facts()
  approvals.talking(turnPhase === 'opening' || turnPhase === 'listening' || (handsFree.on && handsFree.hearing))
  approvals.sounding(playing)
}

function viewOf({ settings }: ToolsWorld, { approvals, undoing }: ToolCallParts, calls: ToolCalls): ToolsView {
  return { choice: settings().toolChoice, card: approvals.card, behind: approvals.behind, running: calls.shown, undo: undoing.offer }
}
