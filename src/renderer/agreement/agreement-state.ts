import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import type { AgreementOverview } from '../../core/report/agreement-overview';
import type { Fault } from '../../core/result';
import type { SnapshotEntry } from '../../ipc/contract';
import { store } from '../state/app-state';
import { saveMethodsReport } from '../state/methods-actions';
import { announce, showFault, showToast } from '../state/toasts';

/** What was computed, and of what. */
export interface Computed {
  /** A snapshot's hash; empty for the project as it was. */
  readonly source: string;
  /** The project then: when it is another, figures of it may be others too. */
  readonly project: Project | undefined;
  readonly overview: AgreementOverview;
}

interface AgreementState {
  readonly projectId: string | undefined;
  readonly snapshots: readonly SnapshotEntry[];
  /** What is to be computed of: a snapshot's hash, or empty for the project as it is. */
  readonly source: string;
  readonly withIntervals: boolean;
  readonly withGamma: boolean;
  /** How much is there of what is being computed, from 0 to 1; undefined while nothing is. */
  readonly progress: number | undefined;
  /** A report is being made, which tells how far it is when its file is chosen. */
  readonly isReporting: boolean;
  readonly computed: Computed | undefined;
  /** Why nothing could be computed. */
  readonly fault: Fault | undefined;
}

const NOTHING: AgreementState = {
  projectId: undefined,
  snapshots: [],
  source: '',
  withIntervals: false,
  withGamma: false,
  progress: undefined,
  isReporting: false,
  computed: undefined,
  fault: undefined,
};

/** Kept while one is elsewhere: figures may have taken a while. */
const agreement = createStore<AgreementState>(() => NOTHING);

export function useAgreement(): AgreementState {
  return useStore(agreement);
}

export function changeAgreement(change: Partial<AgreementState>): void {
  agreement.setState(change);
}

/** Figures of another project are forgotten; the list of snapshots is read anew. */
export async function openAgreement(): Promise<void> {
  const id = store.getState().project?.id;
  if (agreement.getState().projectId !== id) agreement.setState({ ...NOTHING, projectId: id });
  await listSnapshots();
}

async function listSnapshots(): Promise<void> {
  const listed = await window.postil.ask('snapshot.list');
  if (listed.ok) agreement.setState({ snapshots: listed.value });
  else showFault(listed.fault);
}

export async function takeSnapshot(reason: string): Promise<boolean> {
  const taken = await window.postil.ask('snapshot.take', reason);
  if (!taken.ok) {
    showFault(taken.fault);
    return false;
  }
  agreement.setState({ source: taken.value });
  showToast(t('agreementPage.taken', { hash: taken.value.slice(0, 8) }));
  await listSnapshots();
  return true;
}

let turn = 0;

/** Computes what is chosen; what was computed before stays until it is there. */
export async function compute(): Promise<void> {
  const { source, withIntervals, withGamma } = agreement.getState();
  const { project } = store.getState();
  turn += 1;
  const own = turn;
  agreement.setState({ progress: 0, fault: undefined });
  announce(t('agreementPage.computing'));
  const answer = await window.postil.ask('agreement.figures', source, {
    withIntervals,
    withGamma,
  });
  if (own !== turn) return;
  agreement.setState({ progress: undefined });
  if (!answer.ok) agreement.setState({ fault: answer.fault, computed: undefined });
  else if (answer.value !== undefined) {
    const overview = JSON.parse(answer.value) as AgreementOverview;
    agreement.setState({ computed: { source, project, overview } });
    announce(t('agreementPage.done'));
  }
}

/** The report with figures of what is chosen, gamma among them where it is. */
export async function saveReport(): Promise<void> {
  const { source, withGamma } = agreement.getState();
  turn += 1;
  const own = turn;
  agreement.setState({ isReporting: true });
  await saveMethodsReport(source, withGamma);
  if (own === turn) agreement.setState({ isReporting: false, progress: undefined });
}

export function cancel(): void {
  turn += 1;
  agreement.setState({ progress: undefined, isReporting: false });
  announce(t('agreementPage.cancelled'));
  void window.postil.ask('agreement.cancel');
}

/** Listens to how far the figures are. */
export function followProgress(): () => void {
  return window.postil.on('agreement.progress', (progress) => {
    const { progress: before, isReporting } = agreement.getState();
    if (before !== undefined || isReporting) agreement.setState({ progress });
  });
}
