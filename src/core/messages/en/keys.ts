/** Names on the keys of a keyboard, and why a key cannot be given to an action. */
export const keys = {
  'key.Ctrl': 'Ctrl',
  'key.Alt': 'Alt',
  'key.Shift': 'Shift',
  'key.Cmd': 'Cmd',
  'key.Enter': 'Enter',
  'key.Tab': 'Tab',
  'key.Space': 'Space',
  'key.Escape': 'Esc',
  'key.Delete': 'Delete',
  'key.Backspace': 'Backspace',
  'key.Insert': 'Insert',
  'key.Home': 'Home',
  'key.End': 'End',
  'key.PageUp': 'Page Up',
  'key.PageDown': 'Page Down',

  'keys.title': 'Keys',
  'keys.search': 'Find an action or a key',
  'keys.none': 'No action and no key is called that.',
  'keys.change': 'Change',
  'keys.changeOf': (p: { name: string }) => `Change the key of ${p.name}`,
  'keys.capture': 'Press a new key…',
  'keys.captureOf': (p: { name: string }) => `New key of ${p.name}`,
  'keys.captureHint': 'Esc leaves',
  'keys.reset': (p: { name: string }) => `Reset the key of ${p.name}`,
  'keys.resetAll': 'Reset All',
  'keys.codes': 'Codes',
  'keys.codesNote':
    'They code the selection; with none, they change the code of the selected annotation. With Alt: exactly as selected, not whole words. A code’s key is changed in the codebook.',
  'keys.code': (p: { code: string }) => `Code as ${p.code}`,
  'keys.selects': 'with Shift: select',

  'keys.taken.action': (p: { key: string; other: string }) =>
    `${p.key} is taken by “${p.other}”. Give that another key first, or press a different one here.`,
  'keys.taken.fixed': (p: { key: string; other: string }) =>
    `${p.key} is taken by “${p.other}”, which cannot be changed. Press a different one.`,
  'keys.taken.code': (p: { key: string; code: string }) =>
    `${p.key} is taken: it codes as “${p.code}”. Press a different one, or change the code’s key in the codebook.`,
  'keys.bare': (p: { key: string }) =>
    `${p.key} alone is needed for typing. Hold Ctrl, Alt or Cmd with it, or press a function key.`,
  'keys.leave': 'Esc always leaves. Press a different one.',
} as const;
