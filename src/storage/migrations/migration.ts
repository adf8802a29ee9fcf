/** A file's data without `format` and `formatVersion`. */
export type FileBody = Readonly<Record<string, unknown>>;

/** One step from version `to - 1` of a format to version `to`. It gives new data and leaves the old as it is. */
export interface Migration {
  readonly to: number;
  readonly migrate: (body: FileBody) => FileBody;
}

/** The version that a list of migrations leads to. The first version has none. Throws if the list has a gap. */
export function newestVersion(migrations: readonly Migration[]): number {
  migrations.forEach(({ to }, i) => {
    if (to !== i + 2)
      throw new Error(`Migration ${String(i)} leads to ${String(to)}, not ${String(i + 2)}.`);
  });
  return migrations.length + 1;
}

/** The data as the newest version has it, from `version` (1 to the newest). */
export function migrateBody(
  migrations: readonly Migration[],
  body: FileBody,
  version: number,
): FileBody {
  return migrations.slice(version - 1).reduce((data, step) => step.migrate(data), body);
}
