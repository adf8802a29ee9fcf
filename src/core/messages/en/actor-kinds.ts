/** Kinds of actors of the register. */
export const actorKinds = {
  'actorKind.author': 'author',
  'actorKind.state': 'state',
  'actorKind.government-body': 'government body',
  'actorKind.office': 'office',
  'actorKind.person': 'person',
  'actorKind.armed-forces': 'armed forces',
  'actorKind.armed-group': 'armed group',
  'actorKind.organisation': 'organisation',
  'actorKind.international-organisation': 'international organisation',
  'actorKind.group-of-states': 'group of states',
  'actorKind.expert': 'expert',
  'actorKind.private-persons': 'private persons',
  'actorKind.unspecified': 'unspecified',
} as const;
