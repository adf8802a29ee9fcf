const number = new Intl.NumberFormat('en');

/** While it is found out what a merge would bring, or what does not match. */
export const looking = {
  'looking.begun': 'Beginning',
  'looking.journals': (p: { at: number; of: number }) =>
    `Reading what coder ${number.format(p.at)} of ${number.format(p.of)} did`,
  'looking.files': (p: { done: number; of: number }) =>
    `Reading files, ${number.format(p.done)} of ${number.format(p.of)}`,
  'looking.together': 'Putting it together',
  'looking.cancelled': 'Stopped. Everything is as it was.',
} as const;
