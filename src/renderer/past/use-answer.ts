import { useEffect, useState } from 'react';
import type { Result } from '../../core/result';

/** What a question was answered; undefined while it is asked. Asked anew when `key` changes, and only then. */
export function useAnswer<Value>(
  key: string,
  ask: () => Promise<Result<Value>>,
): Result<Value> | undefined {
  const [answered, setAnswered] = useState<{
    readonly key: string;
    readonly answer: Result<Value>;
  }>();
  useEffect(() => {
    let isWanted = true;
    void ask().then((answer) => {
      if (isWanted) setAnswered({ key, answer });
    });
    return () => {
      isWanted = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says what is asked
  }, [key]);
  return answered?.key === key ? answered.answer : undefined;
}
