import type { FileBody } from './migration';

/** Version 2 has the team's record; before, nothing was settled about how people work together. */
export function toProject2(body: FileBody): FileBody {
  return { ...body, team: [] };
}
