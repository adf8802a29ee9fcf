import type { ElectronApplication } from '@playwright/test';

/** What a menu item looks like; undefined when there is none of that id. */
export function readMenuItem(
  app: ElectronApplication,
  id: string,
): Promise<{ label: string; enabled: boolean; checked: boolean } | undefined> {
  return app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (item === null || item === undefined) return undefined;
    return { label: item.label, enabled: item.enabled, checked: item.checked };
  }, id);
}

/** Chooses a menu item as a click does. Throws when it is missing or greyed out. */
export async function clickMenuItem(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (item?.enabled !== true) throw new Error(`The menu item ${wanted} cannot be chosen`);
    (item.click as () => void)();
  }, id);
}
