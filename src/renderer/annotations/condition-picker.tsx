import { ListFilter } from 'lucide-react';
import { memo, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../core/messages/message';
import { conditionKey, type FilterChoice } from '../../core/project/filter-choices';
import type { Project } from '../../core/project/project';
import { choiceFinder } from '../../core/suggest/choice-finder';
import { addCondition } from '../state/list-filter';
import styles from './filter-bar.module.css';

type Props = Pick<Project, 'codebook' | 'actors' | 'coders'>;

/** More lines than anybody reads; more letters make them fewer. */
const MOST = 60;

/**
 * A field to find conditions by typing; a pick leaves it empty for the next one. Untouched by changes to annotations,
 * and while its list is closed nothing is looked for.
 */
export const ConditionPicker = memo(function ConditionPicker(choosable: Props) {
  const { codebook, actors, coders } = choosable;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = useMemo(
    () => (isOpen ? choiceFinder({ codebook, actors, coders })(typed, MOST) : []),
    [isOpen, typed, codebook, actors, coders],
  );
  const list = useRef<HTMLUListElement>(null);
  const isShown = found.length > 0;
  useLayoutEffect(() => {
    list.current?.togglePopover(isShown);
  }, [isShown]);

  const open = (text: string): void => {
    setTyped(text);
    setOpen(true);
    setActive(-1);
    list.current?.scrollTo(0, 0);
  };
  const close = (): void => {
    setOpen(false);
    setActive(-1);
  };
  const pick = ({ condition }: FilterChoice): void => {
    setTyped('');
    close();
    addCondition(condition);
  };
  const move = (to: number): void => {
    if (!isOpen) setOpen(true);
    if (found.length === 0) return;
    const at = (to + found.length) % found.length;
    setActive(at);
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const hit = found[typed === '' ? active : Math.max(active, 0)];
    if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active === -1 ? -1 : active - 1);
    else if (event.key === 'Enter' && hit !== undefined) pick(hit);
    else if (event.key === 'Escape' && isOpen) close();
    else if (event.key === 'Escape' && typed !== '') setTyped('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles['field']} onBlur={close}>
      <ListFilter size={14} aria-hidden="true" />
      <input
        className={styles['input']}
        role="combobox"
        aria-label={t('coding.filter')}
        aria-expanded={isShown}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={active === -1 ? undefined : `${id}-${String(active)}`}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('coding.filter.add')}
        value={typed}
        onChange={(event) => {
          open(event.target.value);
        }}
        onClick={() => {
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      <ul
        ref={list}
        id={id}
        role="listbox"
        aria-label={t('coding.filter')}
        popover="manual"
        className={styles['offers']}
        onMouseDown={(event) => {
          event.preventDefault();
        }}
      >
        {found.map((choice, at) => (
          <li
            key={conditionKey(choice.condition)}
            id={`${id}-${String(at)}`}
            role="option"
            aria-selected={at === active}
            className={styles['item']}
            onMouseMove={() => {
              if (at !== active) setActive(at);
            }}
            onClick={() => {
              pick(choice);
            }}
          >
            <span className={styles['about']}>{choice.about}</span>
            <span className={styles['label']} dir="auto">
              {choice.label}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
});
