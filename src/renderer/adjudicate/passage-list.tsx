import { memo, type KeyboardEvent } from 'react';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { VirtualListbox } from '../ui/virtual-listbox';
import { changeAdjudicating } from './adjudicate-state';
import { PassageRow } from './passage-row';
import { keyOf, nameOf, type Row } from './rows';

/** In CSS pixels. */
const ROW_HEIGHT = 60;
const heightOf = (): number => ROW_HEIGHT;

interface Props {
  readonly project: Project;
  readonly rows: readonly Row[];
  readonly chosen: Row | undefined;
  /** Keys that are not the list's; true for one that did something. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

/** The passages that are listed, with the one that is decided on. */
export const PassageList = memo(function PassageList({ project, rows, chosen, onKey }: Props) {
  return (
    <VirtualListbox
      label={t('compare.passages')}
      rows={rows}
      keyOf={keyOf}
      heightOf={heightOf}
      nameOf={nameOf}
      startKey={chosen && keyOf(chosen)}
      isSelected={(one) => one === chosen}
      onActive={choose}
      onOpen={choose}
      onKey={onKey}
      render={(one) => <PassageRow project={project} row={one} isChosen={one === chosen} />}
    />
  );
});

function choose(row: Row): void {
  changeAdjudicating({ chosen: keyOf(row), mode: 'deciding', linking: undefined });
}
