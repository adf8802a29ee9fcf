import { ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import { codeName, type Codebook, type RelationKind } from '../../core/codebook/codebook';
import { freeId } from '../../core/codebook/free-id';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { allRelations } from '../../core/project/uses';
import { reviseCodebook } from '../state/codebook-actions';
import { Button } from '../ui/button';
import { KindForm } from './kind-form';
import { OrderButtons } from './order-buttons';
import styles from './codebook.module.css';

const list = new Intl.ListFormat('en', { type: 'disjunction' });

/** The kinds of relations, and the codes each may join. */
export function KindsSection({ project }: { readonly project: Project }) {
  const { codebook } = project;
  const { relationKinds } = codebook;
  const [openId, setOpenId] = useState<string>();
  const [added, setAdded] = useState<RelationKind>();
  const save = (kinds: readonly RelationKind[]): Promise<boolean> =>
    reviseCodebook({ relationKinds: kinds }, t('codebook.reason.kinds'), t('codebook.done.kinds'));
  const uses = new Map<string, number>();
  for (const { kindId } of allRelations(project)) uses.set(kindId, (uses.get(kindId) ?? 0) + 1);
  return (
    <section className={styles['other-side']} aria-label={t('codebook.kinds')}>
      <h2>{t('codebook.kinds')}</h2>
      {relationKinds.length === 0 ? (
        <p className={styles['none']}>{t('codebook.kinds.none')}</p>
      ) : null}
      <ol className={styles['entries']}>
        {relationKinds.map((kind, i) => {
          const isOpen = kind.id === openId;
          return (
            <li key={kind.id} className={styles['attribute']}>
              <div className={styles['attributeHead']}>
                <button
                  type="button"
                  className={styles['disclosure']}
                  aria-expanded={isOpen}
                  onClick={() => {
                    setOpenId(isOpen ? undefined : kind.id);
                  }}
                >
                  <ChevronRight size={14} aria-hidden="true" className={styles['chevron']} />
                  <span className={styles['attributeName']} dir="auto">
                    {kind.name}
                  </span>
                  <span className={styles['quiet']}>
                    {t('codebook.kinds.joins', {
                      from: namesOf(codebook, kind.from),
                      to: namesOf(codebook, kind.to),
                    })}
                  </span>
                  <span className={styles['count']}>
                    {t('codebook.kinds.uses', { n: uses.get(kind.id) ?? 0 })}
                  </span>
                </button>
                <OrderButtons
                  items={relationKinds}
                  at={i}
                  name={kind.name}
                  onChange={(next) => void save(next)}
                />
              </div>
              {isOpen ? (
                <KindForm
                  codebook={codebook}
                  kind={kind}
                  onSave={(next) => {
                    void save(relationKinds.with(i, next));
                    setOpenId(undefined);
                  }}
                  onCancel={() => {
                    setOpenId(undefined);
                  }}
                />
              ) : null}
            </li>
          );
        })}
      </ol>
      {added === undefined ? (
        <Button
          onPress={() => {
            setAdded({ id: '', name: '', definition: '', from: [], to: [] });
          }}
        >
          <Plus size={14} aria-hidden="true" />
          {t('codebook.kinds.add')}
        </Button>
      ) : (
        <KindForm
          codebook={codebook}
          kind={added}
          onSave={(next) => {
            const id = freeId(next.name, new Set(relationKinds.map((kind) => kind.id)), 'relation');
            void save([...relationKinds, { ...next, id }]);
            setAdded(undefined);
          }}
          onCancel={() => {
            setAdded(undefined);
          }}
        />
      )}
    </section>
  );
}

function namesOf(codebook: Codebook, ids: RelationKind['from']): string {
  const names = ids.map((id) => codeName(codebook, id));
  return names.length === 0 ? t('codebook.kinds.nothing') : list.format(names);
}
