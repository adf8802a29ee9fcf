import { runAction, setDeeds } from '../state/actions';
import { store } from '../state/app-state';
import { prepareForComparing, prepareForTyping } from '../state/prepare';
import { announceReady } from '../state/ready';
import { followApplied, followOutside, showProject } from '../state/project-actions';
import { showFault } from '../state/toasts';
import { followPlaces } from '../state/view-actions';
import { followCovering } from './covered-text';
import { DEEDS } from './deeds';

/** Listens to the main process and shows the project it has open. */
export async function start(): Promise<void> {
  const { postil } = window;
  followPlaces();
  followCovering();
  prepareForTyping();
  prepareForComparing();
  setDeeds(DEEDS);
  postil.on('project.applied', followApplied);
  postil.on('project.opened', (opened) => void showProject(opened));
  postil.on('project.outside', followOutside);
  postil.on('save.state', (save) => {
    store.setState({ save });
  });
  postil.on('menu.action', runAction);
  postil.on('coder.chosen', (coderId) => {
    store.setState({ coderId, newcomer: undefined });
  });
  postil.on('notice', showFault);

  const state = await postil.ask('app.start');
  store.setState({
    isStarted: true,
    settings: state.settings,
    appVersion: state.appVersion,
    platform: state.platform,
    fault: state.fault,
  });
  if (state.project === undefined) await announceReady();
  else await showProject(state.project);
}
