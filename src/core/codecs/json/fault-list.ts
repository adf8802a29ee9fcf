import { withPlace, type Fault } from '../../result';

/** Most faults that are listed; the others are only counted. */
const LISTED_FAULTS = 100;

/** Everything that does not fit: the first 100 and how many there are. */
export interface FaultList {
  readonly faults: readonly Fault[];
  readonly total: number;
}

/** Collects faults while a file is walked. */
export interface FaultCollector {
  add(fault: Fault, where: string): void;
  /** What was collected so far; undefined when there was nothing. */
  list(): FaultList | undefined;
}

export function createFaultCollector(): FaultCollector {
  const faults: Fault[] = [];
  let total = 0;
  return {
    add(fault, where) {
      total += 1;
      if (faults.length < LISTED_FAULTS)
        faults.push(where === '' ? fault : withPlace(fault, where));
    },
    list: () => (total === 0 ? undefined : { faults, total }),
  };
}

/** The list for one fault. */
export function singleFault(fault: Fault): FaultList {
  return { faults: [fault], total: 1 };
}
