import { useEffect, useState } from 'react';
import type { PlaybookProblem } from '#shared/domain/playbook/problem.ts';
import { useBridge } from '../../../bridge/BridgeProvider.tsx';

/** Nobody wants to be told of a word while it is half written. */
const STILL_MS = 250;

/** What is wrong with a text, read on main's side away from the typing; undefined until it is known. */
export function useProblems(name: string, text: string | undefined): readonly PlaybookProblem[] | undefined {
  const bridge = useBridge();
  const [checked, setChecked] = useState<{
    readonly text: string;
    readonly problems: readonly PlaybookProblem[];
  }>();
  useEffect(() => {
    if (text === undefined) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void bridge.request['playbook.check']({ name, text }).then((answer) => {
        if (isCurrent && answer.ok) setChecked({ text, problems: answer.value.problems });
      });
    }, STILL_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [bridge, name, text]);
  // The last word stands until the next: a list that comes and goes with every key cannot be read.
  return checked?.problems;
}
