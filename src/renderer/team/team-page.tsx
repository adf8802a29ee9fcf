import { t } from '../../core/messages/message';
import { useApp } from '../state/app-state';
import { backToText } from '../state/view-actions';
import { PageFrame } from '../ui/page-frame';
import { AssignmentSection } from './assignment-section';
import { BlindSection } from './blind-section';
import { CodersSection } from './coders-section';
import { MailSection } from './mail-section';
import { MatchingSection } from './matching-section';
import { RecordSection } from './record-section';
import { SampleSection } from './sample-section';

/** Who works on the project, who codes what, who sees what of the others, and how all of that was settled. */
export function TeamPage() {
  const project = useApp((state) => state.project);
  if (project === undefined) return null;
  return (
    <PageFrame title={t('team.title')} onClose={backToText}>
      <CodersSection project={project} />
      <BlindSection project={project} />
      <AssignmentSection project={project} />
      <SampleSection project={project} />
      <MailSection />
      <MatchingSection />
      <RecordSection project={project} />
    </PageFrame>
  );
}
