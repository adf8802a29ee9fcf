import { quoteOf } from '../../core/annotation/annotation';
import { codeName, findCode } from '../../core/codebook/codebook';
import { leaderOf } from '../../core/comparison/align';
import type { ComparedGroup } from '../../core/comparison/differences';
import { shortenTitle } from '../../core/document/title';
import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import { CodeMark } from '../ui/code-mark';
import { KindIcons } from '../ui/difference-kind';
import styles from './lanes.module.css';

interface Props {
  readonly project: Project;
  readonly group: ComparedGroup;
  readonly isChosen: boolean;
  readonly onChoose: (group: ComparedGroup) => void;
}

/** Where a passage begins in the text: the codes it was given, and in what its coders differ. */
export function LaneMarker({ project, group, isChosen, onChoose }: Props) {
  const codes = new Set([...group.members.values()].map(({ codeId }) => codeId));
  const name = nameOf(project, group);
  return (
    <button
      type="button"
      className={styles['marker']}
      aria-pressed={isChosen}
      aria-label={name}
      title={name}
      data-group={leaderOf(group).id}
      tabIndex={isChosen ? 0 : -1}
      onClick={() => {
        onChoose(group);
      }}
    >
      {[...codes].map((id) => {
        const code = findCode(project.codebook, id);
        return code === undefined ? null : <CodeMark key={id} code={code} />;
      })}
      <KindIcons kinds={group.kinds} />
    </button>
  );
}

function nameOf(project: Project, group: ComparedGroup): string {
  const kinds =
    group.kinds.size === 0
      ? t('compare.allAlike')
      : [...group.kinds].map((kind) => t(`compare.kind.${kind}`)).join(', ');
  const who = [...group.document.coders.keys()].map((coder) => {
    const annotation = group.members.get(coder);
    const what =
      annotation === undefined
        ? t('compare.nothing')
        : codeName(project.codebook, annotation.codeId);
    return t('compare.has', { name: findCoder(project, coder)?.name ?? coder, what });
  });
  const quote = shortenTitle(quoteOf(leaderOf(group)));
  return t('compare.marker', { kinds, quote, who: `${who.join('; ')}.` });
}
