import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Codebook, ProjectList } from '../../core/codebook/codebook';
import { freeId } from '../../core/codebook/free-id';
import { t } from '../../core/messages/message';
import { planCodebook } from '../../core/project/codebook-change';
import type { Project } from '../../core/project/project';
import { createFault, type Fault } from '../../core/result';
import { checkLabel } from '../../core/text/label';
import { occasionFor, performChange, reviseCodebook } from '../state/codebook-actions';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { ListEditor } from './list-editor';
import styles from './codebook.module.css';

/** The lists of the project that attributes draw on. */
export function ListsSection({ project }: { readonly project: Project }) {
  const { lists } = project.codebook;
  const [name, setName] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const add = (): void => {
    const trimmed = name?.trim() ?? '';
    const fault = checkLabel(trimmed);
    setWrong(fault?.text);
    if (fault !== undefined) return;
    const id = freeId(trimmed, new Set(lists.map((list) => list.id)), 'list');
    void saveLists([...lists, { id, name: trimmed, values: [] }]);
    setName(undefined);
  };
  return (
    <section className={styles['other-side']} aria-label={t('codebook.lists')}>
      <h2>{t('codebook.lists')}</h2>
      {lists.length === 0 ? <p className={styles['none']}>{t('codebook.lists.none')}</p> : null}
      {lists.map((list) => (
        <ListEditor
          key={list.id}
          list={list}
          onRename={(from, to) => renameValue(project, list, from, to)}
          onChange={(next) => void changeList(project, next)}
          onRemove={() => removeList(project.codebook, list)}
        />
      ))}
      {name === undefined ? (
        <Button
          onPress={() => {
            setName('');
          }}
        >
          <Plus size={14} aria-hidden="true" />
          {t('codebook.lists.add')}
        </Button>
      ) : (
        <form
          className={styles['saveRow']}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <Field
            autoFocus
            label={t('codebook.lists.name')}
            value={name}
            wrong={wrong}
            onChange={setName}
          />
          <Button kind="primary" type="submit">
            {t('codebook.new.run')}
          </Button>
          <Button
            kind="quiet"
            onPress={() => {
              setName(undefined);
              setWrong(undefined);
            }}
          >
            {t('window.cancel')}
          </Button>
        </form>
      )}
    </section>
  );
}

function saveLists(lists: readonly ProjectList[]): Promise<boolean> {
  return reviseCodebook({ lists }, t('codebook.reason.lists'), t('codebook.done.lists'));
}

/** A list as it is put, with the annotations that have a value which is gone or called otherwise. */
function planList(
  project: Project,
  list: ProjectList,
  renames: ReadonlyMap<string, string> = new Map(),
): ReturnType<typeof planCodebook> {
  const { codebook } = project;
  const lists = codebook.lists.map((one) => (one.id === list.id ? list : one));
  return planCodebook(project, { ...codebook, lists }, occasionFor('').at, {
    lists: new Map([[list.id, renames]]),
  });
}

async function changeList(project: Project, list: ProjectList): Promise<void> {
  const plan = planList(project, list);
  const before = project.codebook.lists.find((one) => one.id === list.id);
  const gone = before?.values.find((value) => !list.values.includes(value));
  const said =
    gone === undefined
      ? t('codebook.done.lists')
      : t('codebook.done.listValueGone', { value: gone, n: plan.touches });
  await performChange(plan, said);
}

/** A value under another name, in the list and in every annotation; why not, if it cannot be. */
function renameValue(
  project: Project,
  list: ProjectList,
  from: string,
  written: string,
): Fault | undefined {
  const to = written.trim();
  const fault = checkLabel(to);
  if (fault !== undefined || to === from) return fault;
  if (list.values.includes(to)) return createFault('codebook.lists.there', { value: to });
  const values = list.values.map((value) => (value === from ? to : value));
  const plan = planList(project, { ...list, values }, new Map([[from, to]]));
  void performChange(plan, t('codebook.done.listValue', { from, to, n: plan.touches }));
  return undefined;
}

function removeList(codebook: Codebook, list: ProjectList): Fault | undefined {
  for (const code of codebook.codes) {
    const user = code.attributes.find((one) => one.type === 'list' && one.list === list.id);
    if (user === undefined) continue;
    const names = { list: list.name, attribute: user.name, code: code.name };
    return createFault('codebook.lists.inUse', names);
  }
  void saveLists(codebook.lists.filter((one) => one.id !== list.id));
  return undefined;
}
