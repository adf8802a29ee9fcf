import { useEffect, useMemo, useState } from 'react';
import type { Verdict } from '../../core/verdict/verdict';
import { changeVerdict } from '../state/adjudication-actions';
import { useApp } from '../state/app-state';

/** Why, in what a person fills in beside the passage. */
interface Grounds {
  readonly reason: string;
  readonly words: string;
  readonly codebookUnclear: boolean;
}

/** The grounds of a verdict that is to be given, or of one's own that was. */
export interface GroundsDraft {
  readonly grounds: Grounds;
  /** The verdict that stands, if it is one and ours. */
  readonly own: Verdict | undefined;
  readonly setGrounds: (change: Partial<Grounds>) => void;
}

/** Of passages that have no verdict yet: going to another one, or to the text, does not lose what was filled in. */
const unfinished = new Map<string, Grounds>();

const NO_GROUNDS: Grounds = { reason: '', words: '', codebookUnclear: false };

/**
 * What is filled in belongs to what `about` names, under one verdict. At another it begins anew, and where it
 * `outlivesLeaving` it is there again when one comes back before there is a verdict.
 */
export function useGrounds(
  about: string,
  verdicts: readonly Verdict[],
  outlivesLeaving = false,
): GroundsDraft {
  const me = useApp((state) => state.coderId);
  const [verdict, ...others] = verdicts;
  const own = others.length === 0 && verdict?.coderId === me ? verdict : undefined;
  const of = [about, own?.id].join(' ');
  const [kept, keep] = useState({ of, grounds: unfinished.get(of) ?? groundsOf(own) });
  const given = useMemo(() => unfinished.get(of) ?? groundsOf(own), [of, own]);
  const grounds = kept.of === of ? kept.grounds : given;
  useEffect(() => {
    if (own !== undefined) unfinished.delete([about, undefined].join(' '));
  }, [about, own]);
  return useMemo(
    () => ({
      grounds,
      own,
      setGrounds: (change) => {
        const next = { ...grounds, ...change };
        keep({ of, grounds: next });
        if (own !== undefined) changeVerdict(withGrounds(own, next));
        else if (outlivesLeaving) unfinished.set(of, next);
      },
    }),
    [grounds, own, of, outlivesLeaving],
  );
}

export function withoutEmpty({ reason, ...rest }: Grounds): Partial<Grounds> {
  return { ...rest, ...(reason !== '' && { reason }) };
}

function groundsOf(verdict: Verdict | undefined): Grounds {
  if (verdict === undefined) return NO_GROUNDS;
  const { reason = '', words, codebookUnclear } = verdict;
  return { reason, words, codebookUnclear };
}

function withGrounds(verdict: Verdict, grounds: Grounds): Verdict {
  const { reason: _before, ...rest } = verdict;
  return { ...rest, ...withoutEmpty(grounds) };
}
