import { UserMinus } from 'lucide-react';
import type { CSSProperties } from 'react';
import { CODE_COLOURS, type CodeColour } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { hasDone } from '../../core/project/apply-coders';
import type { CoderDescription } from '../../core/project/command';
import { CODER_ROLES, type Coder, type Project } from '../../core/project/project';
import { teamOf } from '../../core/team/team';
import { checkName } from '../../core/text/label';
import { coderColour, initialsOf, namesakeOf, sharersOf } from '../../core/teamwork/coder-look';
import { workState } from '../../core/teamwork/work-state';
import { peopleAmong } from '../../core/verdict/gold-coder';
import { useApp } from '../state/app-state';
import { perform, undo } from '../state/project-actions';
import { writePack } from '../state/pack-actions';
import { showToast } from '../state/toasts';
import { useDraft } from '../state/use-draft';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { CoderBadge } from '../ui/coder-badge';
import { Field } from '../ui/field';
import styles from './team.module.css';

/** Longest initials, in what people see as characters. */
const LONGEST_INITIALS = 4;

interface Props {
  readonly project: Project;
  readonly coder: Coder;
}

/** One coder, how far they are, and what can be said about them. */
export function CoderRow({ project, coder }: Props) {
  const isMe = useApp((state) => state.coderId === coder.id);
  const sharer = sharersOf(peopleAmong(project.coders), coder);
  const namesake = namesakeOf(peopleAmong(project.coders), coder.name, coder.id);
  const describe = (change: Partial<CoderDescription>): void => {
    const { id, ...before } = coder;
    void perform({ kind: 'coder.describe', coderId: id, description: { ...before, ...change } });
  };
  const remove = async (page: HTMLElement | null): Promise<void> => {
    if (!(await perform({ kind: 'coder.remove', coderId: coder.id }))) return;
    // The button that had the focus is gone with its row.
    page?.focus();
    showToast(t('team.coder.removed', { name: coder.name }), {
      label: t('window.undo'),
      run: () => void undo(),
    });
  };
  return (
    <li className={styles['coder']}>
      <div className={styles['who']}>
        <CoderBadge coders={project.coders} coder={coder} />
        <span className={styles['name']} dir="auto">
          {coder.name}
        </span>
        {isMe ? <span className={styles['quiet']}>{t('team.coder.you')}</span> : null}
        <span className={styles['progress']}>{progressWords(project, coder)}</span>
      </div>
      <div className={styles['role']}>
        <Choice
          label={t('team.coder.role')}
          value={coder.role ?? 'coder'}
          options={CODER_ROLES.map((value) => ({ value, label: t(`team.role.${value}`) }))}
          onChange={(role) => {
            describe({ role });
          }}
        />
      </div>
      <details className={styles['details']}>
        <summary>{t('team.coder.details', { name: coder.name })}</summary>
        <div className={styles['fields']}>
          <Kept
            label={t('team.coder.name')}
            value={coder.name}
            hint={namesake && t('team.coder.sameName', { name: namesake.name })}
            onKeep={(name) => {
              if (checkName(name.trim()) === undefined) describe({ name: name.trim() });
            }}
          />
          <Kept
            label={t('team.coder.initials')}
            value={initialsOf(project.coders, coder)}
            hint={sharer.initials && t('team.coder.sameInitials', { name: sharer.initials.name })}
            onKeep={(text) => {
              const initials = Array.from(text.trim()).slice(0, LONGEST_INITIALS).join('');
              if (initials !== '') describe({ initials });
            }}
          />
          <Choice
            label={t('team.coder.colour')}
            value={coderColour(project.coders, coder.id)}
            options={CODE_COLOURS.map((value) => ({
              value,
              label: t(`codebook.colour.${value}`),
              mark: <Swatch colour={value} />,
            }))}
            onChange={(colour) => {
              describe({ colour });
            }}
          />
          {sharer.colour === undefined ? null : (
            <p className={styles['wide']}>
              {t('team.coder.sameColour', { name: sharer.colour.name })}
            </p>
          )}
          <div className={styles['wide']}>
            <Button onPress={() => void writePack('coder', coder.id)}>
              {t('pack.writeFor', { name: coder.name })}
            </Button>
          </div>
          <div className={styles['wide']}>
            <Kept
              label={t('team.coder.training')}
              value={coder.training ?? ''}
              onKeep={(training) => {
                describe({ training });
              }}
            />
          </div>
          {isMe || isNeeded(project, coder) ? null : (
            <div className={styles['wide']}>
              <Button
                kind="danger"
                onPress={({ target }) => void remove(target.closest<HTMLElement>('[data-pane]'))}
              >
                <UserMinus size={14} aria-hidden="true" />
                {t('team.coder.remove', { name: coder.name })}
              </Button>
            </div>
          )}
        </div>
      </details>
    </li>
  );
}

/** Who did anything here, or is to code anything, stays. */
function isNeeded(project: Project, coder: Coder): boolean {
  const { assigned } = teamOf(project.team);
  return hasDone(project, coder) || [...assigned.values()].some((ids) => ids.has(coder.id));
}

function Swatch({ colour }: { readonly colour: CodeColour }) {
  return (
    <span
      className={styles['swatch']}
      style={{ '--coder': `var(--hue-${colour})` } as CSSProperties}
      aria-hidden="true"
    />
  );
}

interface KeptProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly onKeep: (text: string) => void;
}

/** A line that is kept when the keys rest or one leaves it. */
function Kept({ label, value, hint, onKeep }: KeptProps) {
  const { draft, write, keep } = useDraft(value, onKeep);
  return <Field label={label} hint={hint} value={draft} onChange={write} onBlur={keep} />;
}

function progressWords(project: Project, { id }: Coder): string {
  const { assigned } = teamOf(project.team);
  const own = project.documents.filter((document) => assigned.get(document.id)?.has(id) === true);
  if (own.length === 0) return t('team.coder.none');
  const n = own.filter((document) => workState(project, document.id, id) === 'finished').length;
  return t('team.coder.finished', { n, of: own.length });
}
