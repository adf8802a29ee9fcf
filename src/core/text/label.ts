import { createFault, type Fault } from '../result';

/** Longest name of anything, in code units. */
export const LONGEST_NAME = 200;

/** Why this name cannot be given; undefined when it can. */
export function checkName(name: string): Fault | undefined {
  if (!/[^\s\p{C}\p{Z}]/u.test(name)) return createFault('fault.command.emptyName');
  if (name.length > LONGEST_NAME)
    return createFault('fault.command.longName', { max: LONGEST_NAME });
  return undefined;
}

/** Controls, line breaks and the marks that turn or isolate the direction of what follows them. */
export const HIDDEN_MARKS = /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** The same for names that stand in lists beside others, which a hidden mark in one of them could disturb. */
export function checkLabel(name: string): Fault | undefined {
  return HIDDEN_MARKS.test(name) ? createFault('fault.command.hiddenMarks') : checkName(name);
}
