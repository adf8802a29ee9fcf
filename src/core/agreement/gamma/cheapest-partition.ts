/** Things that may stand together in one part, and what that part costs. */
export interface Part {
  readonly members: readonly number[];
  readonly cost: number;
}

export interface Partition {
  readonly cost: number;
  /** Whether it is proven that no other costs less. */
  readonly isProven: boolean;
}

/** How many choices are tried in one search before the best so far is taken without proof. */
const MOST_CHOICES = 20_000;
/** Searches among more things than this would not end in time. */
const MOST_MEMBERS = 400;
const ROUNDS = 60;
const ROUNDING = 1e-9;

/**
 * The cheapest way to put each of `members` into one part (set partitioning, which is NP-hard). `known` is the cost of one
 * way. Prices are looked for, one a member, at which no part is worth more than it costs: their sum is a bound from
 * below, and where it meets the bound from above nothing need be searched. What is left open is searched depth first,
 * within a fixed number of choices, so that the answer does not depend on how fast the computer is.
 */
export function cheapestPartition(
  members: readonly number[],
  parts: readonly Part[],
  known: number,
): Partition {
  const partsOf = new Map<number, Part[]>(members.map((member) => [member, []]));
  for (const part of parts) for (const member of part.members) partsOf.get(member)?.push(part);
  const prices = findPrices(members, parts, partsOf, known);
  const bound = sumOf(members, prices);
  if (known - bound <= ROUNDING) return { cost: known, isProven: true };
  if (members.length > MOST_MEMBERS) return { cost: known, isProven: false };
  return search(members, partsOf, prices, known, bound);
}

type Prices = Map<number, number>;

function sumOf(members: readonly number[], prices: Prices): number {
  return members.reduce((sum, member) => sum + (prices.get(member) ?? 0), 0);
}

/** What a part costs beyond the prices of its members. */
function excess(part: Part, prices: Prices): number {
  return part.cost - sumOf(part.members, prices);
}

/** Prices at which every part costs as much as its members or more, their sum as large as was found. */
function findPrices(
  members: readonly number[],
  parts: readonly Part[],
  partsOf: ReadonlyMap<number, readonly Part[]>,
  known: number,
): Prices {
  let prices: Prices = new Map(
    members.map((member) => [
      member,
      Math.min(...(partsOf.get(member) ?? []).map(({ cost, members: all }) => cost / all.length)),
    ]),
  );
  let best = raised(members, partsOf, prices);
  for (let round = 0; round < ROUNDS; round += 1) {
    if (known - sumOf(members, best) <= ROUNDING) break;
    prices = stepped(members, parts, prices, known);
    const repaired = raised(members, partsOf, lowered(parts, prices));
    if (sumOf(members, repaired) > sumOf(members, best)) best = repaired;
  }
  return best;
}

/** One step of the subgradient: members of no part that pays become dearer, those of several cheaper (Polyak 1969). */
function stepped(
  members: readonly number[],
  parts: readonly Part[],
  prices: Prices,
  known: number,
): Prices {
  const wanted = new Map(members.map((member) => [member, 1]));
  let bound = sumOf(members, prices);
  for (const part of parts) {
    const left = excess(part, prices);
    if (left >= 0) continue;
    bound += left;
    for (const member of part.members) wanted.set(member, (wanted.get(member) ?? 0) - 1);
  }
  const length = [...wanted.values()].reduce((sum, value) => sum + value ** 2, 0);
  const step = length === 0 ? 0 : (0.7 * (known - bound)) / length;
  return new Map(
    members.map((member) => [member, (prices.get(member) ?? 0) + step * (wanted.get(member) ?? 0)]),
  );
}

/** Prices lowered until no part costs less than its members. */
function lowered(parts: readonly Part[], prices: Prices): Prices {
  const lower = new Map(prices);
  for (const part of parts) {
    const left = excess(part, lower);
    if (left >= 0) continue;
    for (const member of part.members) {
      lower.set(member, (lower.get(member) ?? 0) + left / part.members.length);
    }
  }
  return lower;
}

/** Each price raised as far as the parts of its member allow, one after the other. */
function raised(
  members: readonly number[],
  partsOf: ReadonlyMap<number, readonly Part[]>,
  prices: Prices,
): Prices {
  const higher = new Map(prices);
  for (const member of members) {
    let room = Infinity;
    for (const part of partsOf.get(member) ?? []) room = Math.min(room, excess(part, higher));
    higher.set(member, (higher.get(member) ?? 0) + room);
  }
  return higher;
}

function search(
  members: readonly number[],
  partsOf: ReadonlyMap<number, readonly Part[]>,
  prices: Prices,
  known: number,
  bound: number,
): Partition {
  const choicesOf = new Map(
    members.map((member) => [
      member,
      (partsOf.get(member) ?? [])
        .map((part) => ({ part, excess: Math.max(0, excess(part, prices)) }))
        .sort((a, b) => a.excess - b.excess),
    ]),
  );
  const placed = new Set<number>();
  let best = known - bound;
  let choices = 0;
  const placeFrom = (index: number, spent: number): void => {
    let next = index;
    while (next < members.length && placed.has(members[next] ?? -1)) next += 1;
    const member = members[next];
    if (member === undefined) {
      best = spent;
      return;
    }
    for (const choice of choicesOf.get(member) ?? []) {
      if (spent + choice.excess >= best - ROUNDING || choices >= MOST_CHOICES) return;
      if (choice.part.members.some((other) => placed.has(other))) continue;
      choices += 1;
      for (const other of choice.part.members) placed.add(other);
      placeFrom(next + 1, spent + choice.excess);
      for (const other of choice.part.members) placed.delete(other);
    }
  };
  placeFrom(0, 0);
  return { cost: bound + best, isProven: choices < MOST_CHOICES };
}
