/** The tray icon and its menu. */
export const tray = {
  tooltip: 'Parley: {status}',
  open: 'Open Parley',
  hold: 'Hold to talk',
  'hands-free': 'Hands-free',
  tools: 'Tools',
  'tools-all': 'All tools',
  'tools-read-only': 'Read only',
  'tools-off': 'No tools',
  'stop-tools': 'Stop all tools',
  'new-conversation': 'New conversation',
  history: 'History…',
  settings: 'Settings…',
  quit: 'Quit Parley',
} as const
