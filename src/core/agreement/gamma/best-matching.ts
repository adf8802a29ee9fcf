/** Two things that may be paired, and what that is worth; more than 0. */
export interface Edge {
  readonly left: number;
  readonly right: number;
  readonly worth: number;
}

/**
 * The pairs of largest total worth, each thing in one pair at most: the assignment problem, exactly. What hangs together
 * by edges is solved by itself (Kuhn 1955, Munkres 1957; shortest augmenting paths, O(n³) for n things that hang
 * together), since on a text units have few neighbours.
 */
export function bestMatching(edges: readonly Edge[]): readonly Edge[] {
  return components(edges).flatMap((component) =>
    component.length === 1 ? component : solve(component),
  );
}

function components(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const byLeft = groupBy(edges, ({ left }) => left);
  const byRight = groupBy(edges, ({ right }) => right);
  const seen = new Set<Edge>();
  const found: Edge[][] = [];
  for (const edge of edges) {
    if (seen.has(edge)) continue;
    seen.add(edge);
    const component = [edge];
    for (const { left, right } of component) {
      // Each list is walked once: afterwards all its edges are seen.
      for (const next of [...(byLeft.get(left) ?? []), ...(byRight.get(right) ?? [])]) {
        if (seen.has(next)) continue;
        seen.add(next);
        component.push(next);
      }
      byLeft.delete(left);
      byRight.delete(right);
    }
    found.push(component);
  }
  return found;
}

function groupBy(edges: readonly Edge[], keyOf: (edge: Edge) => number): Map<number, Edge[]> {
  const groups = new Map<number, Edge[]>();
  for (const edge of edges) {
    const group = groups.get(keyOf(edge));
    if (group === undefined) groups.set(keyOf(edge), [edge]);
    else group.push(edge);
  }
  return groups;
}

/**
 * Rows and columns are numbered from 1; 0 stands for none. As costs the worths are negative; a row that stays alone is
 * paired with a column where there is no edge, or with one of its own, at no cost.
 */
function solve(edges: readonly Edge[]): readonly Edge[] {
  const lefts = [...new Set(edges.map(({ left }) => left))];
  const rights = [...new Set(edges.map(({ right }) => right))];
  const rowOf = new Map(lefts.map((left, index) => [left, index + 1]));
  const columnOf = new Map(rights.map((right, index) => [right, index + 1]));
  const rows = lefts.length;
  const columns = rights.length + rows;
  const cost = new Float64Array((rows + 1) * (columns + 1));
  const edgeAt = new Map<number, Edge>();
  for (const edge of edges) {
    const at = (rowOf.get(edge.left) ?? 0) * (columns + 1) + (columnOf.get(edge.right) ?? 0);
    cost[at] = -edge.worth;
    edgeAt.set(at, edge);
  }
  const rowOfColumn = assign(rows, columns, cost);
  const chosen: Edge[] = [];
  for (let column = 1; column <= columns; column += 1) {
    const edge = edgeAt.get((rowOfColumn[column] ?? 0) * (columns + 1) + column);
    if (edge !== undefined) chosen.push(edge);
  }
  return chosen;
}

/** For each column the row assigned to it, 0 for none; the sum of costs is the least there is. */
function assign(rows: number, columns: number, cost: Float64Array): Int32Array {
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowOfColumn = new Int32Array(columns + 1);
  const before = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    rowOfColumn[0] = row;
    const least = new Float64Array(columns + 1).fill(Infinity);
    const done = new Uint8Array(columns + 1);
    let column = 0;
    do {
      done[column] = 1;
      const here = rowOfColumn[column] ?? 0;
      let step = Infinity;
      let next = 0;
      for (let other = 1; other <= columns; other += 1) {
        if (done[other] === 1) continue;
        const price = (rowPrice[here] ?? 0) + (columnPrice[other] ?? 0);
        const reduced = (cost[here * (columns + 1) + other] ?? 0) - price;
        if (reduced < (least[other] ?? 0)) {
          least[other] = reduced;
          before[other] = column;
        }
        if ((least[other] ?? 0) < step) {
          step = least[other] ?? 0;
          next = other;
        }
      }
      for (let other = 0; other <= columns; other += 1) {
        if (done[other] === 1) {
          const holder = rowOfColumn[other] ?? 0;
          rowPrice[holder] = (rowPrice[holder] ?? 0) + step;
          columnPrice[other] = (columnPrice[other] ?? 0) - step;
        } else {
          least[other] = (least[other] ?? 0) - step;
        }
      }
      column = next;
    } while (rowOfColumn[column] !== 0);
    while (column !== 0) {
      const previous = before[column] ?? 0;
      rowOfColumn[column] = rowOfColumn[previous] ?? 0;
      column = previous;
    }
  }
  return rowOfColumn;
}
