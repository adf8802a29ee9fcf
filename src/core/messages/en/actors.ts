/** The register of actors: its page, what changes in it do, and why they are refused. */
export const actors = {
  'actors.fault.itself': (p: { name: string }) =>
    `“${p.name}” cannot be merged into itself. Choose another actor.`,
  'actors.fault.sameActor': (p: { name: string }) =>
    `These mentions name “${p.name}” already. Choose another actor.`,
} as const;
