import { useMemo, useState } from 'react';
import { findCodeFaults } from '../../core/codebook/check-fields';
import { codeName, type Code } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import type { Fault } from '../../core/result';
import { Area } from '../ui/area';
import { Button } from '../ui/button';
import { CodeMark } from '../ui/code-mark';
import { Field } from '../ui/field';
import { AttributesEditor } from './attributes-editor';
import { restoreCode, retireCode } from './code-acts';
import { countCodes } from './counts';
import { changeDraft, drafted, hasChanges, useDraft } from './drafts';
import type { Editing } from './editing';
import { ExamplesEditor } from './examples-editor';
import { checkActionKey } from './key-fault';
import { LooksEditor } from './looks-editor';
import { MergeDialog } from './merge-dialog';
import { PartsEditor } from './parts-editor';
import { SaveBar } from './save-bar';
import { SplitDialog } from './split-dialog';
import { StaleSection } from './stale-section';
import { UnclearSection } from './unclear-section';
import styles from './codebook.module.css';

interface Props {
  readonly project: Project;
  readonly code: Code;
}

/** One code in full. What is changed is a draft until it is saved as a revision. */
export function CodeEditor({ project, code }: Props) {
  const draft = useDraft(project.id, code);
  const shown = useMemo(() => drafted(code, draft), [code, draft]);
  const faults = useMemo(() => faultsOf(project, shown), [project, shown]);
  const editing: Editing = {
    project,
    code: shown,
    change: (patch) => {
      changeDraft(project.id, code, patch);
    },
    wrong: (place) => faults.get(place)?.text,
  };
  return (
    <article className={styles['editor']} aria-label={code.name}>
      <div className={styles['form']}>
        <Header project={project} code={code} shown={shown} />
        <StaleSection project={project} code={code} />
        <UnclearSection project={project} code={code} />
        <div className={styles['pair']}>
          <Field
            label={t('codebook.field.name')}
            value={shown.name}
            wrong={editing.wrong('name')}
            onChange={(name) => {
              editing.change({ name });
            }}
          />
          <Field
            label={t('codebook.field.key')}
            hint={t('codebook.field.keyHint')}
            value={shown.key ?? ''}
            wrong={editing.wrong('key')}
            onChange={(written) => {
              // What is typed over the old key is the new one.
              const key = written.toLowerCase().replace(shown.key ?? '', '') || written.slice(0, 1);
              editing.change({ key: written === '' ? undefined : key });
            }}
          />
        </div>
        <LooksEditor {...editing} />
        {(['definition', 'include', 'exclude'] as const).map((field) => (
          <Area
            key={field}
            label={t(`codebook.field.${field}`)}
            value={shown[field]}
            wrong={editing.wrong(field)}
            onChange={(text) => {
              editing.change({ [field]: text });
            }}
          />
        ))}
        <ExamplesEditor {...editing} />
        <AttributesEditor {...editing} />
        <PartsEditor {...editing} />
      </div>
      {hasChanges(draft) ? (
        <SaveBar
          project={project}
          before={code}
          after={shown}
          draft={draft}
          isWrong={faults.size > 0}
        />
      ) : null}
    </article>
  );
}

/** By the place in the code; a key may be an action's as well as another code's. */
function faultsOf({ codebook }: Project, code: Code): ReadonlyMap<string, Fault> {
  const faults = findCodeFaults(codebook, code);
  const taken = code.key === undefined ? undefined : checkActionKey(code.key);
  return taken === undefined ? faults : new Map([['key', taken], ...faults]);
}

function Header({ project, code, shown }: Props & { readonly shown: Code }) {
  const [dialog, setDialog] = useState<'merge' | 'split'>();
  const { codebook } = project;
  const close = (): void => {
    setDialog(undefined);
  };
  const path = pathOf(project, code);
  return (
    <header className={styles['codeHeader']}>
      <div className={styles['codeTitle']}>
        <CodeMark code={shown} colour={shown.colour} />
        <h2 dir="auto">{code.name}</h2>
      </div>
      <p className={styles['facts']}>
        {path === '' ? null : <span title={t('codebook.code.path')}>{path}</span>}
        <span>{t('codebook.code.uses', { n: countCodes(project).get(code.id) ?? 0 })}</span>
      </p>
      <div className={styles['acts']}>
        {code.retired ? (
          <Button
            onPress={() => {
              restoreCode(codebook, code);
            }}
          >
            {t('codebook.code.restore')}
          </Button>
        ) : (
          <>
            <Button
              kind="quiet"
              onPress={() => {
                setDialog('merge');
              }}
            >
              {t('codebook.code.merge')}
            </Button>
            <Button
              kind="quiet"
              onPress={() => {
                setDialog('split');
              }}
            >
              {t('codebook.code.split')}
            </Button>
            <Button
              kind="danger"
              onPress={() => {
                retireCode(project, code);
              }}
            >
              {t('codebook.code.retire')}
            </Button>
          </>
        )}
      </div>
      {code.retired ? (
        <p className={styles['note']}>
          {t('codebook.code.retiredNote')}{' '}
          {code.mergedInto === undefined
            ? null
            : t('codebook.code.mergedNote', { name: codeName(codebook, code.mergedInto) })}
        </p>
      ) : null}
      {dialog === 'merge' ? <MergeDialog project={project} code={code} onClose={close} /> : null}
      {dialog === 'split' ? <SplitDialog project={project} code={code} onClose={close} /> : null}
    </header>
  );
}

function pathOf({ codebook }: Project, code: Code): string {
  const names: string[] = [];
  for (let id = code.parentId; id !== undefined;) {
    names.unshift(codeName(codebook, id));
    const above: Code | undefined = codebook.codes.find((one) => one.id === id);
    id = above?.parentId;
  }
  return names.join(' › ');
}
