import { useState } from 'react';
import { extentOf, type Annotation } from '../../core/annotation/annotation';
import { codeName, findCode, type Codebook } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import {
  choicesBetween,
  linkChoices,
  otherEndCodes,
  type LinkChoice,
} from '../../core/project/link-choice';
import type { Project } from '../../core/project/project';
import { foldLabel } from '../../core/register/actor';
import type { LinkMode } from '../state/link-mode';
import { chooseLinkKind, leaveLink } from '../state/link-actions';
import type { Box, TextPage } from '../state/text-page';
import { CodeMark } from '../ui/code-mark';
import { Picker, type PickerOption } from './picker';
import styles from './relations.module.css';

interface Props {
  readonly mode: Extract<LinkMode, { step: 'kind' }>;
  readonly annotation: Annotation;
  /** The other end, when it is known. */
  readonly other: Annotation | undefined;
  readonly project: Project;
  readonly page: TextPage;
}

const WIDTH = 300;
/** One option and the line above them, in CSS pixels. */
const OPTION = 30;
const LINE = 54;
const MOST = 10;

/** The kinds of relation that an annotation may have, beside it in the text. */
export function LinkKinds({ mode, annotation, other, project, page }: Props) {
  const [query, setQuery] = useState('');
  const { codebook } = project;
  const choices =
    other === undefined
      ? linkChoices(codebook, annotation.codeId)
      : choicesBetween(codebook, annotation.codeId, other.codeId);
  const all = choices.map((choice) => optionOf(codebook, choice));
  const options = all.filter((option) => foldLabel(option.label).includes(foldLabel(query)));
  const height = LINE + OPTION * Math.min(MOST, all.length);
  const place = placeBeside(page.boxOf(extentOf(other ?? annotation)), page.frame(), height);
  return (
    <div
      className={styles['kinds']}
      style={{ ...place, width: WIDTH, maxHeight: LINE + OPTION * MOST }}
    >
      <Picker
        label={t('relations.kinds.label')}
        listLabel={t('relations.kinds.list')}
        placeholder={t('relations.kinds.placeholder')}
        query={query}
        onQuery={setQuery}
        options={options}
        hasDigits
        note={options.length === 0 ? t('relations.kinds.none') : undefined}
        onPick={(choice) => {
          chooseLinkKind(mode, choice);
        }}
        onLeave={leaveLink}
      />
    </div>
  );
}

function optionOf(codebook: Codebook, choice: LinkChoice): PickerOption<LinkChoice> {
  const { kind, direction } = choice;
  const codes = otherEndCodes(choice);
  const code = codes.map((id) => codeName(codebook, id)).join(t('relations.kinds.or'));
  return {
    id: `${direction}-${kind.id}`,
    value: choice,
    label: t(`relations.kinds.${direction}`, { kind: kind.name, code }),
    content: (
      <>
        <span className={styles['kindName']}>
          {t(`relations.${direction}`, { kind: kind.name })}
        </span>
        <span className={styles['kindCodes']}>
          {codes.map((id) => {
            const found = findCode(codebook, id);
            return found === undefined ? null : <CodeMark key={id} code={found} />;
          })}
          {code}
        </span>
      </>
    ),
  };
}

/** Below the passage, or above it where there is no room; never out of sight. */
function placeBeside(
  passage: Box,
  frame: Box,
  height: number,
): { readonly left: number; readonly top: number } {
  const gap = 10;
  const below = passage.bottom + gap;
  const lowest = frame.bottom - height - gap;
  const top = below <= lowest ? below : passage.top - gap - height;
  return {
    left: Math.max(8, Math.min(passage.left - 24, frame.right + frame.left - WIDTH - 24)),
    top: Math.min(Math.max(top, frame.top + gap), Math.max(lowest, frame.top + gap)),
  };
}
