import { useMemo } from 'react';
import type { Code } from '../../core/codebook/codebook';
import { sameMeaning } from '../../core/codebook/compare';
import { revise } from '../../core/codebook/edit';
import { freeId } from '../../core/codebook/free-id';
import { t } from '../../core/messages/message';
import { planCodebook } from '../../core/project/codebook-change';
import type { Project } from '../../core/project/project';
import { findStranded, renamingOf, type Stranded } from '../../core/project/stranded';
import { occasionFor, performChange } from '../state/codebook-actions';
import { showToast } from '../state/toasts';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { countCodes } from './counts';
import { changeDraftNotes, dropDraft, putDraft, type Draft } from './drafts';
import styles from './codebook.module.css';

interface Props {
  readonly project: Project;
  readonly before: Code;
  readonly after: Code;
  readonly draft: Draft;
  readonly isWrong: boolean;
}

/** What saving the draft does, what stranded values become, why, and the two ways out. */
export function SaveBar({ project, before, after, draft, isWrong }: Props) {
  const stranded = useMemo(() => findStranded(project, before, after), [project, before, after]);
  const words = t('codebook.reason.changed', { name: before.name, what: whatChanged(draft) });
  const plan = useMemo(
    () => planDraft(project, after, stranded, draft, words),
    [project, after, stranded, draft, words],
  );
  const isSame = sameMeaning(before, after);
  const n = countCodes(project).get(before.id) ?? 0;
  const save = async (): Promise<void> => {
    const said = t('codebook.save.saved', { code: after.name, n: plan.touches });
    dropDraft(project.id, before.id);
    if (!(await performChange(plan, said))) putDraft(project.id, before.id, draft);
  };
  const discard = (): void => {
    dropDraft(project.id, before.id);
    showToast(t('codebook.save.discarded', { code: before.name }), {
      label: t('window.undo'),
      run: () => {
        putDraft(project.id, before.id, draft);
      },
    });
  };
  return (
    <form
      className={styles['saveBar']}
      aria-label={t('codebook.save.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) void save();
      }}
    >
      {isWrong ? <p className={styles['wrong']}>{t('codebook.save.wrong')}</p> : null}
      <div className={styles['saveHead']}>
        <p role="status">
          {t(isSame ? 'codebook.save.same' : 'codebook.save.stale', { n })}{' '}
          {plan.touches === 0
            ? null
            : t('codebook.save.touches', { n: plan.touches, lost: plan.lost })}{' '}
          {plan.relations === 0 ? null : t('codebook.save.relations', { n: plan.relations })}
        </p>
        <Button kind="quiet" onPress={discard}>
          {t('codebook.save.discard')}
        </Button>
        <Button kind="primary" type="submit" isDisabled={isWrong}>
          {t('codebook.save.run')}
        </Button>
      </div>
      {stranded.length === 0 ? null : (
        <div className={styles['stranded']}>
          {stranded.map((one) => (
            <Choice
              key={one.key}
              label={labelOf(one)}
              value={draft.becomes[one.key] ?? one.guess ?? ''}
              options={[{ value: '', label: t('codebook.save.nothing') }, ...one.options]}
              onChange={(value) => {
                const becomes = { ...draft.becomes, [one.key]: value };
                changeDraftNotes(project.id, before.id, { becomes });
              }}
            />
          ))}
        </div>
      )}
      <Field
        label={t('codebook.save.reason')}
        value={draft.reason ?? words}
        onChange={(reason) => {
          changeDraftNotes(project.id, before.id, { reason });
        }}
      />
    </form>
  );
}

function planDraft(
  project: Project,
  after: Code,
  stranded: readonly Stranded[],
  draft: Draft,
  words: string,
): ReturnType<typeof planCodebook> {
  const { codebook } = project;
  const reason = draft.reason?.trim() ?? '';
  const occasion = occasionFor(reason === '' ? words : reason);
  const { code, renamed } = withReadableIds(after, codebook.codes);
  const codes = codebook.codes.map((one) => (one.id === code.id ? code : one));
  const next = revise(codebook, { codes }, occasion);
  const renaming = renamingOf(code, stranded, renamedChoices(draft.becomes, stranded, renamed));
  return planCodebook(project, next, occasion.at, renaming);
}

interface Readable {
  readonly code: Code;
  /** By attribute and value as they were in the draft: what the value is called. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Attributes and choices that are new get ids that a person can read in an export, now that they have names. */
function withReadableIds(after: Code, codes: readonly Code[]): Readable {
  const old = codes.find((code) => code.id === after.id);
  const renamed = new Map<string, string>();
  const ids = new Set(old?.attributes.map((one) => one.id));
  const attributes = after.attributes.map((attribute) => {
    const before = old?.attributes.find((one) => one.id === attribute.id);
    const id = before === undefined ? freeId(attribute.name, ids, 'attribute') : attribute.id;
    ids.add(id);
    if (!('choices' in attribute)) return { ...attribute, id };
    const kept = new Set(
      before !== undefined && 'choices' in before ? before.choices.map((one) => one.value) : [],
    );
    const values = new Set(kept);
    const choices = attribute.choices.map(({ value, label }) => {
      if (kept.has(value)) return { value, label };
      const readable = freeId(label, values, 'choice');
      values.add(readable);
      renamed.set(`${attribute.id}/${value}`, readable);
      return { value: readable, label };
    });
    return { ...attribute, id, choices };
  });
  return { code: { ...after, attributes }, renamed };
}

/** What was chosen for stranded values, where a new choice has got another id. */
function renamedChoices(
  becomes: Draft['becomes'],
  stranded: readonly Stranded[],
  renamed: ReadonlyMap<string, string>,
): Draft['becomes'] {
  return Object.fromEntries(
    stranded.map((one) => {
      const chosen = becomes[one.key] ?? one.guess ?? '';
      return [one.key, renamed.get(`${one.attributeId ?? ''}/${chosen}`) ?? chosen];
    }),
  );
}

function labelOf({ name, value, uses: n }: Stranded): string {
  return value === undefined
    ? t('codebook.save.partBecomes', { name, n })
    : t('codebook.save.becomes', { name, value, n });
}

const list = new Intl.ListFormat('en');
const FIELDS = [
  'name',
  'key',
  'colour',
  'lineStyle',
  'definition',
  'include',
  'exclude',
  'examples',
  'attributes',
  'parts',
] as const;

function whatChanged({ patch }: Draft): string {
  return list.format(
    FIELDS.flatMap((field) => (field in patch ? [t(`codebook.what.${field}`)] : [])),
  );
}
