import { filterChoices, type Choosable, type FilterChoice } from '../project/filter-choices';
import { createOrderedTypeAhead } from '../search/rank';

/** The best conditions for what was typed, best first; of equals, in the order of `filterChoices`. */
type FindChoices = (query: string, limit: number) => readonly FilterChoice[];

interface Item {
  readonly label: string;
  readonly aliases: readonly string[];
  readonly choice: FilterChoice;
}

const items = new WeakMap<FilterChoice, Item>();

/** With and without what it is about: "actor japan" and "japan". */
function itemOf(choice: FilterChoice): Item {
  const known = items.get(choice);
  if (known !== undefined) return known;
  const item = { label: `${choice.about} ${choice.label}`, aliases: [choice.label], choice };
  items.set(choice, item);
  return item;
}

let last: { readonly of: Choosable; readonly find: FindChoices } | undefined;

/** Made once for each state of what can be looked for. */
export function choiceFinder(of: Choosable): FindChoices {
  const { codebook, actors, coders } = of;
  if (last?.of.codebook === codebook && last.of.actors === actors && last.of.coders === coders) {
    return last.find;
  }
  const find = createOrderedTypeAhead(filterChoices(of).map(itemOf));
  const made: FindChoices = (query, limit) => find(query, limit).map(({ item }) => item.choice);
  last = { of: { codebook, actors, coders }, find: made };
  return made;
}
