/** The domain rules of docs/architecture.md: who may import whom, types included. `eslint` holds what a single file can show. */
const MAIN = '^src/main'
/** Every other folder is a feature, from its first file on. */
const NO_FEATURES = 'app|ipc|onboarding|platform|practice|providers|talk|windows'
/** Features that give the model something to call: they know what a tool is, and how one of Parley's own is made. */
const TOOL_GIVERS = 'knowledge|mcp|memory|reminders'
const TOOL_DOOR = `${MAIN}/tools/core/(tool|built-in/(built-in-tool|local-time))\\.ts`
const CORE = `${MAIN}/[^/]+/core/`
const PORTS = `${MAIN}/platform/(?!adapters/|worker/)`

/** What every feature may reach outside of itself. */
const SEAMS = [`${MAIN}/app/(feature|confirm-port|ports|ipc-door)`, `${MAIN}/talk/(extension|facts)\\.ts`, `${MAIN}/talk/core/`, PORTS]

/** `from` may reach only these of our own files; packages and Node are eslint's affair. */
const only = (name, from, ...to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^src/', pathNot: to },
})

export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    only('shared-knows-nobody', '^src/shared/', '^src/shared/'),
    only('platform-knows-shared', `${MAIN}/platform/`, '^src/shared/', `${MAIN}/platform/`),
    only('core-knows-core', CORE, '^src/shared/', CORE),
    only('talk-knows-no-feature', `${MAIN}/talk/(?!core/)`, '^src/shared/', `${MAIN}/talk/`, `${MAIN}/providers/core/`, PORTS),
    only('providers-know-keys-and-settings', `${MAIN}/providers/(?!core/|adapters/)`, '^src/shared/', `${MAIN}/providers/`, `${MAIN}/app/`, CORE, PORTS),
    {
      name: 'a-feature-knows-no-other',
      severity: 'error',
      from: { path: `${MAIN}/(?!(?:${NO_FEATURES}|${TOOL_GIVERS})/)([^/]+)/(?!core/|adapters/)` },
      to: { path: '^src/', pathNot: ['^src/shared/', `${MAIN}/$1/`, ...SEAMS] },
    },
    {
      name: 'who-gives-tools-knows-what-a-tool-is',
      severity: 'error',
      from: { path: `${MAIN}/(${TOOL_GIVERS})/(?!core/|adapters/)` },
      to: { path: '^src/', pathNot: ['^src/shared/', `${MAIN}/$1/`, TOOL_DOOR, ...SEAMS] },
    },
    only('first-steps-try-keys-and-servers', `${MAIN}/onboarding/`, '^src/shared/', `${MAIN}/(onboarding|hotkeys|providers|app)/`, CORE, PORTS),
    {
      name: 'an-adapter-knows-its-ports',
      severity: 'error',
      from: { path: `${MAIN}/([^/]+)/adapters/` },
      to: { path: '^src/', pathNot: ['^src/shared/', `${MAIN}/$1/`, `${MAIN}/platform/`, CORE] },
    },
    only('doors', `${MAIN}/(ipc|windows)/`, '^src/shared/', CORE, `${MAIN}/(ipc|windows|app|platform)/`),
    {
      name: 'what-is-put-together-is-above',
      severity: 'error',
      from: { path: `${MAIN}/(?!app/)[^/]+/` },
      to: { path: [`${MAIN}/[^/]+$`, `${MAIN}/app/composition/`] },
    },
    {
      name: 'app-is-below-doors-and-adapters',
      severity: 'error',
      from: { path: `${MAIN}/app/` },
      to: { path: [`${MAIN}/[^/]+$`, `${MAIN}/(ipc|windows|practice)/`, `${MAIN}/(?!app/|platform/)[^/]+/adapters/`, `${MAIN}/talk/session/`] },
    },
    only('practice-is-a-stranger', `${MAIN}/practice/`, '^src/shared/', `${MAIN}/practice/`),
    {
      name: 'practice-knows-no-profile', // or one mistake would agree with itself
      severity: 'error',
      from: { path: `${MAIN}/practice/` },
      to: { path: '^src/shared/providers/' },
    },
    only('preload', '^src/preload/', '^src/shared/', '^src/preload/'),
    only('pages', '^src/renderer/', '^src/shared/', '^src/renderer/'),
    only('pages-audio', '^src/renderer/src/audio/', '^src/shared/', '^src/renderer/src/(audio|store|time)/'),
    only('pages-alone', '^src/renderer/src/(store|images|time)/', '^src/shared/', '^src/renderer/src/$1/'),
    only('pages-words', '^src/renderer/src/words/', '^src/shared/', '^src/renderer/src/words/'),
    only('pages-ui', '^src/renderer/src/ui/', '^src/shared/', '^src/renderer/src/(ui|store|state|words|images|time)/'),
    only('pages-state', '^src/renderer/src/state/', '^src/shared/', '^src/renderer/src/(state|store|words|images|time)/'),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|node_modules)' },
  },
}
