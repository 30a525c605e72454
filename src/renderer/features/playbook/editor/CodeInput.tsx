import type { EditorView } from '@codemirror/view';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { PlaybookProblem } from '#shared/domain/playbook/problem.ts';
import { createCodeView, goToOffset, goToPlace, markLines, replaceText } from './code-view.ts';

export interface CodeHandle {
  /** Line and column from 1. */
  goToPlace(line: number, column: number): void;
  /** In UTF-16 units. */
  goToOffset(offset: number): void;
}

interface CodeInputProps {
  readonly label: string;
  readonly text: string;
  readonly problems: readonly PlaybookProblem[];
  readonly onChange: (text: string) => void;
  readonly onSave: () => void;
  readonly ref: Ref<CodeHandle>;
}

/** The editor as a part of a screen. What the person types is its own; another text from outside replaces it, undoably. */
export function CodeInput({ label, text, problems, onChange, onSave, ref }: CodeInputProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const latest = useRef({ onChange, onSave, text });
  useEffect(() => {
    latest.current = { onChange, onSave, text };
  });
  useEffect(() => {
    if (host.current === null) return undefined;
    const made = createCodeView(host.current, {
      label,
      text: latest.current.text,
      onChange: (next) => latest.current.onChange(next),
      onSave: () => latest.current.onSave(),
    });
    view.current = made;
    return () => {
      view.current = undefined;
      made.destroy();
    };
  }, [label]);
  useEffect(() => {
    if (view.current !== undefined) replaceText(view.current, text);
  }, [text]);
  useEffect(() => {
    if (view.current === undefined) return;
    markLines(
      view.current,
      problems.map(({ line }) => line),
    );
  }, [problems]);
  useImperativeHandle(
    ref,
    () => ({
      goToPlace: (line, column) => view.current && goToPlace(view.current, line, column),
      goToOffset: (offset) => view.current && goToOffset(view.current, offset),
    }),
    [],
  );
  return (
    <div className="code-input">
      <div className="code-host" ref={host} />
    </div>
  );
}
