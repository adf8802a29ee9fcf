import type { Figure } from './figure';

/** How many times each part was drawn, by index. */
export type Times = readonly number[];

/** Tells a figure from how many times each part was drawn, by index. */
export type DrawnFigure = (times: Times) => Figure;
