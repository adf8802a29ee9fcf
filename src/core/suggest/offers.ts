import type { Annotation } from '../annotation/annotation';
import { quoteOf } from '../annotation/annotation';
import { findCode, type AttributeDefinition, type Code, type Codebook } from '../codebook/codebook';
import type { CoderId } from '../ids';
import { t } from '../messages/message';
import type { Project } from '../project/project';
import { singleLabel } from '../project/value-label';
import { foldLabel, registerIndex, type Actor } from '../register/actor';
import { createOrderedTypeAhead, type TypeAhead } from '../search/rank';
import { offersFor, type ActorOffer } from './actor-offers';
import { frequentValues, type SingleValue } from './frequent-values';
import { registerFinder } from './register-finder';

/** A value that can be picked. */
export interface Offer {
  readonly value: SingleValue;
  readonly label: string;
  /** What tells it from others of the same label: kind and parent of an actor. */
  readonly hint?: string;
  /** The alias that fits what was typed, or what the passage says. */
  readonly alias?: string;
  /** The digit that picks it while nothing is typed. */
  readonly digit?: number;
}

/** What an attribute of an annotation can be given. */
export interface Offers {
  /** The best for what was typed, best first; with nothing typed, what the passage names and the coder uses comes first. */
  readonly find: (query: string) => readonly Offer[];
  /** The likeliest value while nothing is typed: what Enter takes. Undefined where only a person can tell. */
  readonly likely: SingleValue | undefined;
  /** What can be made while coding, when what was typed is not there yet. */
  readonly grows: 'actor' | 'value' | undefined;
  /** What a new entry would be called while nothing is typed: the words of a mention. */
  readonly words: string | undefined;
  /** How many of the first offers, with nothing typed, are called as the passage reads. */
  readonly named: number;
  /** True if an entry has exactly this name, so that it cannot be made. */
  readonly has: (name: string) => boolean;
}

/** More rows than anybody reads; more letters make them fewer. */
const MOST = 40;
/** More choices than digits are offered by how often they are used instead of in the codebook's order. */
const DIGITS = 9;
/** Longer words are no name of an actor; in UTF-16 code units. */
const LONGEST_NAME = 100;

export interface Asked {
  readonly project: Project;
  readonly coderId: CoderId;
  readonly annotation: Annotation;
  readonly definition: AttributeDefinition;
}

export function createOffers(asked: Asked): Offers {
  const { project, definition } = asked;
  switch (definition.type) {
    case 'one':
    case 'several':
      return offerChoices(asked, definition.choices);
    case 'scale':
      return offerScale(asked, definition.steps);
    case 'boolean': {
      const choices = [true, false].map((value) => ({
        value,
        label: singleLabel(project, definition, value),
      }));
      return offerChoices(asked, choices);
    }
    case 'list':
      return offerList(asked, definition.list);
    case 'actors':
      return offerActors(asked);
    default:
      return { ...NOTHING, find: () => frequent(asked).map((value) => toOffer(asked, value)) };
  }
}

const NOTHING = {
  find: () => [],
  likely: undefined,
  grows: undefined,
  words: undefined,
  named: 0,
  has: () => false,
};

/** Up to nine keep their order and so their digits, which fingers learn; the likeliest one is what Enter takes. */
function offerChoices(
  asked: Asked,
  choices: readonly { readonly value: SingleValue; readonly label: string }[],
): Offers {
  const used = frequent(asked).filter((value) => choices.some((choice) => choice.value === value));
  const rank = (value: SingleValue): number => {
    const at = used.indexOf(value);
    return at === -1 ? used.length : at;
  };
  const ordered =
    choices.length <= DIGITS ? choices : choices.toSorted((a, b) => rank(a.value) - rank(b.value));
  return {
    ...NOTHING,
    find: finder(withDigits(ordered)),
    likely: used[0] ?? ordered[0]?.value,
  };
}

/** The digit of a step is its value, where the values are digits. */
function offerScale(
  asked: Asked,
  steps: readonly { readonly value: number; readonly label: string }[],
): Offers {
  const choices = steps.map(({ value }) => toOffer(asked, value));
  const areDigits = steps.every(({ value }) => Number.isInteger(value) && value > 0 && value <= 9);
  if (!areDigits) return offerChoices(asked, choices);
  return {
    ...offerChoices(asked, choices),
    find: finder(choices.map((offer) => ({ ...offer, digit: Number(offer.value) }))),
  };
}

function offerList(asked: Asked, listId: string): Offers {
  const values = asked.project.codebook.lists.find((list) => list.id === listId)?.values ?? [];
  const known = new Set<SingleValue>(values);
  const used = frequent(asked).filter((value) => known.has(value));
  const first = new Set(used);
  const ordered = [...used, ...values.filter((value) => !first.has(value))];
  const names = new Set(values.map(foldLabel));
  return {
    ...NOTHING,
    find: finder(withDigits(ordered.map((value) => toOffer(asked, value)))),
    likely: ordered[0],
    grows: 'value',
    has: (name) => names.has(foldLabel(name)),
  };
}

/**
 * Entries that are called as the passage, or a part of it, reads come first, all of them, and where they are several
 * none is the likely one: an alias offers, a person decides.
 */
function offerActors(asked: Asked): Offers {
  const { project, annotation } = asked;
  const register = registerIndex(project.actors);
  const code = findCode(project.codebook, annotation.codeId);
  const isMention = code !== undefined && namesActors(project.codebook, code);
  const words = isMention ? nameIn(quoteOf(annotation)) : undefined;
  const named = words === undefined ? [] : offersFor(project, words);
  const used = frequent(asked).flatMap((value) => register.resolve(String(value)) ?? []);
  const first = [
    ...named.map(({ actor, name, isLabel }) =>
      actorOffer(project, actor, isLabel ? undefined : name),
    ),
    ...used.map((actor) => actorOffer(project, actor)),
  ];
  const typed = registerFinder(project.actors);
  return {
    find: (query) => {
      const hits = typed
        .find(query, MOST)
        .map(({ item, alias }) => actorOffer(project, item, alias));
      return query.trim() === '' ? withDigits(distinct([...first, ...hits]).slice(0, MOST)) : hits;
    },
    likely: words === undefined ? used[0]?.id : onlyOne(named)?.actor.id,
    grows: 'actor',
    words,
    named: named.length,
    has: (name) => register.labelled(name) !== undefined,
  };
}

/** True for codes of mentions: their passage is the name of an actor, and links to it say who holds, demands, is asked. */
function namesActors(codebook: Codebook, code: Code): boolean {
  const isEnd = codebook.relationKinds.some(
    (kind) => kind.attribute !== undefined && kind.to.includes(code.id),
  );
  const [first, ...others] = code.attributes.filter(({ type }) => type === 'actors');
  return isEnd || (first === code.attributes[0] && first !== undefined && others.length === 0);
}

function nameIn(quote: string): string | undefined {
  const name = quote.replace(/\s+/gu, ' ').trim();
  return name.length <= LONGEST_NAME ? name : undefined;
}

/** The one entry that the passage can mean: all of it, or else a part of it. */
function onlyOne(named: readonly ActorOffer[]): ActorOffer | undefined {
  const whole = named.filter(({ isWhole }) => isWhole);
  const best = whole.length > 0 ? whole : named;
  return best.length === 1 ? best[0] : undefined;
}

function actorOffer(project: Project, actor: Actor, alias?: string): Offer {
  const parent = actor.parentId && registerIndex(project.actors).resolve(actor.parentId);
  const kind = t(`actorKind.${actor.kind}`);
  return {
    value: actor.id,
    label: actor.label,
    hint: parent ? `${kind} · ${parent.label}` : kind,
    ...(alias !== undefined && { alias }),
  };
}

/** What this coder gave to the attribute before, the likeliest first. */
function frequent({ project, coderId, annotation, definition }: Asked): readonly SingleValue[] {
  const habit = { coderId, codeId: annotation.codeId, attributeId: definition.id };
  return frequentValues(project.annotations.values(), habit);
}

function toOffer({ project, definition }: Asked, value: SingleValue): Offer {
  return { value, label: singleLabel(project, definition, value) };
}

function withDigits(offers: readonly Offer[]): readonly Offer[] {
  return offers.map((offer, i) => (i < DIGITS ? { ...offer, digit: i + 1 } : offer));
}

function distinct(offers: readonly Offer[]): readonly Offer[] {
  const seen = new Set<SingleValue>();
  return offers.filter(({ value }) => !seen.has(value) && seen.add(value));
}

/** All in their order while nothing is typed, at most so many as are read; the best for what is typed. */
function finder(offers: readonly Offer[]): (query: string) => readonly Offer[] {
  let ask: TypeAhead<Offer> | undefined;
  return (query) => {
    if (query.trim() === '') return offers.slice(0, MOST);
    ask ??= createOrderedTypeAhead(offers.map(({ digit: _digit, ...offer }) => offer));
    return ask(query, MOST).map(({ item }) => item);
  };
}
