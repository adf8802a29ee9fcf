import { count } from './plural';

/** The register of actors: its page, what changes in it do, and why they are refused. */
export const actors = {
  'actors.fault.itself': (p: { name: string }) =>
    `“${p.name}” cannot be merged into itself. Choose another actor.`,
  'actors.fault.sameActor': (p: { name: string }) =>
    `These mentions name “${p.name}” already. Choose another actor.`,
  'actors.fault.longNote': (p: { max: number }) =>
    `A note can have at most ${p.max} characters. Shorten it, or write a memo.`,
  'actors.fault.aliasTwice': (p: { name: string }) =>
    `“${p.name}” is the name or an alias of this actor already.`,

  'actors.title': 'Actors',
  'actors.new': 'New Actor',
  'actors.new.label': 'Name of the new actor',
  'actors.new.hint': 'Enter adds it, Esc leaves it.',
  'actors.register': 'Register',
  'actors.search': 'Search names, aliases and notes',
  'actors.kind': 'Kind',
  'actors.kind.all': 'All kinds',
  'actors.sort': 'Order',
  'actors.sort.name': 'By name',
  'actors.sort.mentions': 'By mentions',
  'actors.sort.parent': 'Below parents',
  'actors.shown': (p: { n: number; of: number }) =>
    p.n === p.of ? count(p.of, 'actor', 'actors') : `${p.n} of ${count(p.of, 'actor', 'actors')}`,
  'actors.row.mentions': (p: { n: number }) => count(p.n, 'mention', 'mentions'),
  'actors.row.below': (p: { kind: string; parent: string }) => `${p.kind} · ${p.parent}`,
  'actors.row.alias': (p: { alias: string }) => `“${p.alias}”`,
  'actors.empty': 'No actor is in the register yet.',
  'actors.emptyHint': 'Add one here, or give a mention its actor while you code.',
  'actors.nothingFound': 'No actor has this name, alias or note.',
  'actors.none': 'Choose an actor to see where it is mentioned, what it holds and what it demands.',

  'actors.label': 'Name',
  'actors.parent': 'Parent',
  'actors.parent.none': 'No parent',
  'actors.parent.clear': 'Take the parent away',
  'actors.aliases': 'Aliases',
  'actors.alias.new': 'New alias',
  'actors.alias.hint': 'Enter adds an alias',
  'actors.alias.remove': (p: { name: string }) => `Remove alias ${p.name}`,
  'actors.note': 'Note',
  'actors.note.hint': 'Who is meant',
  'actors.merged': 'Merged into it',
  'actors.merged.takeOut': (p: { name: string }) => `Take out ${p.name}`,
  'actors.takeOut': 'Take Out',
  'actors.pick': 'Type a name',
  'actors.pick.offers': (p: { label: string }) => `${p.label}: actors to choose from`,
  'actors.pick.nothing': 'No other actor has this name.',

  'actors.find': 'Find Mentions',
  'actors.merge': 'Merge…',
  'actors.remove': 'Remove',
  'actors.removed': (p: { name: string }) => `Removed ${p.name}`,
  'actors.added': (p: { name: string }) => `Added ${p.name}`,

  'actors.merge.title': (p: { name: string }) => `Merge ${p.name}`,
  'actors.merge.into': 'Into which actor',
  'actors.merge.do': 'Merge',
  'actors.merge.cancel': 'Cancel',
  'actors.merge.what': (p: { from: string; into: string }) =>
    `Everything that names ${p.from} will name ${p.into}. One step of Undo takes it back.`,
  'actors.merge.changes': 'What changes',
  'actors.merge.relations': (p: { n: number }) =>
    `${count(p.n, 'relation', 'relations')} of its mentions, which stay`,
  'actors.merge.memos': (p: { n: number }) => `${count(p.n, 'memo', 'memos')}, which stay`,
  'actors.merge.children': (p: { names: string; into: string }) => `Below ${p.into}: ${p.names}`,
  'actors.merge.aliases': (p: { names: string }) => `New aliases: ${p.names}`,
  'actors.merge.nothing': 'Nothing names it yet.',
  'actors.merged.done': (p: { from: string; into: string }) => `Merged ${p.from} into ${p.into}`,

  'actors.role.mentions': 'Mentions',
  'actors.role.mentionsOf': (p: { attribute: string; code: string }) =>
    `Mentions (${p.attribute} of ${p.code})`,
  'actors.role': (p: { attribute: string; code: string }) => `As ${p.attribute} of ${p.code}`,
  'actors.uses': 'Where it occurs',
  'actors.uses.none': 'Nothing names this actor yet.',
  'actors.uses.noneHint':
    'Find its mentions in the texts, or pick it as the actor of an annotation.',
  'actors.uses.keys': 'Enter opens the passage, Space ticks.',
  'actors.ticked': (p: { n: number }) => `${p.n} ticked`,
  'actors.tickAll': 'Tick All',
  'actors.untick': 'Untick',
  'actors.reassign': 'Give them to',
  'actors.reassign.notOwn': (p: { n: number }) =>
    p.n === 1 ? '1 belongs to another coder and stays.' : `${p.n} belong to other coders and stay.`,
  'actors.reassign.linked': (p: { n: number }) =>
    p.n === 1
      ? '1 names the actor through its mention and follows it.'
      : `${p.n} name the actor through their mentions and follow them.`,
  'actors.reassign.nothing': 'None of these can be given to another actor from here.',
  'actors.reassigned': (p: { n: number; name: string }) =>
    `${count(p.n, 'place now names', 'places now name')} ${p.name}`,
  'actors.noActor': 'The selected annotation names no actor yet.',
} as const;
