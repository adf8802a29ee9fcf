import { Menu } from 'electron';
import { createMenuTemplate, type MenuActions, type MenuState } from './menu-template';

/**
 * Keeps the application's menu as the state says. `refresh` may be called after every command: the menu is built again
 * once a turn at most, and only if it would look different.
 */
export function keepMenu(read: () => MenuState, actions: MenuActions): { refresh(): void } {
  let shown = '';
  let waiting = false;
  const build = (): void => {
    waiting = false;
    const state = read();
    const look = JSON.stringify(state);
    if (look === shown) return;
    shown = look;
    Menu.setApplicationMenu(Menu.buildFromTemplate(createMenuTemplate(state, actions)));
  };
  build();
  return {
    refresh() {
      if (waiting) return;
      waiting = true;
      setImmediate(build);
    },
  };
}
