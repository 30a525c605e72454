import { useEffect, useRef, useState } from 'react';
import type { PlaybookCommand } from '#shared/domain/playbook/schema-process.ts';
import { CommandCard } from '../../bridge/CommandCard.tsx';

interface ReferenceCommandProps {
  readonly command: PlaybookCommand;
  /** It was asked for: it is shown, and its first variable can be typed at once. */
  readonly wanted: boolean;
}

/** One command of process document 9.2, its variables filled in beside it. */
export function ReferenceCommand({ command, wanted }: ReferenceCommandProps) {
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (wanted) row.current?.scrollIntoView({ block: 'nearest' });
  }, [wanted]);
  return (
    <li className="reference-command" ref={row} data-wanted={wanted ? '' : undefined}>
      <CommandCard
        command={command}
        values={values}
        onValue={(id, value) => setValues((before) => ({ ...before, [id]: value }))}
      />
    </li>
  );
}
