import { useCallback, useEffect, useRef, useState } from 'react';
import { useBridge } from '../../../bridge/BridgeProvider.tsx';
import { useFailureNotice } from '../../../bridge/commands.ts';
import { useSnapshot } from '../../../bridge/snapshot.ts';
import { showPlaybook } from '../../../bridge/view.ts';
import { dropPlaybookDraft, keepPlaybookDraft, readPlaybookDraft } from '../../../db/playbook-drafts.ts';
import { afterLook, type EditedFile, isDirty } from './edited-file.ts';

/** What came of the last attempt to save. */
export type SaveOutcome = 'saved' | 'broken' | 'changed' | 'gone' | 'taken';
export interface Editing {
  /** Undefined while it is opened. */
  readonly edited: EditedFile | undefined;
  readonly isGone: boolean;
  readonly outcome: SaveOutcome | undefined;
  /** What is typed will not outlive the window. */
  readonly isOnlyHere: boolean;
  /** What was typed before, and is saved or given up, comes up again when the window opens next. */
  readonly isDraftLeft: boolean;
  readonly change: (text: string) => void;
  /** @param over also over what somebody else has written */
  readonly save: (over?: boolean) => Promise<void>;
  /** Back to what the file says; `taken`: because somebody else has written it. */
  readonly takeDisk: (outcome?: 'taken') => void;
  readonly forgetOutcome: () => void;
}

/** A file of the person's in the editor. What is typed is kept at once, and follows nobody else's writing unasked. */
export function useEditedFile(file: string): Editing {
  const bridge = useBridge();
  const sayFailure = useFailureNotice();
  const { library } = useSnapshot();
  const stamp = library.files.find(({ name, origin }) => name === file && origin === 'own')?.stamp;
  const [edited, setEdited] = useState<EditedFile>();
  const [isGone, setGone] = useState(false);
  const [outcome, setOutcome] = useState<SaveOutcome>();
  const [isOnlyHere, setOnlyHere] = useState(false);
  const [isDraftLeft, setDraftLeft] = useState(false);
  const latest = useRef<EditedFile>(undefined);
  useEffect(() => {
    latest.current = edited;
  });

  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const [answer, draft] = await Promise.all([
        // What the library does not list is not there.
        stamp === undefined ? undefined : bridge.request['playbook.text']({ name: file, origin: 'own' }),
        readPlaybookDraft(file),
      ]);
      if (!isCurrent) return;
      if (answer?.ok === false) {
        // What is typed stays. With nothing to edit there is only the list to go back to.
        if (latest.current === undefined) showPlaybook({ kind: 'library' });
        sayFailure(answer);
        return;
      }
      const next = afterLook(latest.current, answer?.value ?? null, draft);
      setEdited(next);
      setGone(next === undefined);
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [bridge, file, stamp, sayFailure]);

  const drop = useCallback(() => void dropPlaybookDraft(file).then((gone) => setDraftLeft(!gone)), [file]);
  const change = useCallback(
    (text: string) => {
      const before = latest.current;
      if (before === undefined) return;
      const next = { ...before, text };
      latest.current = next;
      setEdited(next);
      setOutcome(undefined);
      if (isDirty(next)) {
        void keepPlaybookDraft({ file, text, revision: next.revision }).then((kept) => setOnlyHere(!kept));
      } else drop();
    },
    [file, drop],
  );
  const settle = useCallback(
    (next: EditedFile, how: SaveOutcome | undefined) => {
      latest.current = next;
      setEdited(next);
      setOutcome(how);
      if (!isDirty(next)) drop();
    },
    [drop],
  );
  const save = useCallback(
    async (over = false) => {
      const current = latest.current;
      if (current === undefined) return;
      const { text, revision } = current;
      const answer = await bridge.request['playbook.save']({ name: file, text, revision, over });
      if (!answer.ok) {
        sayFailure(answer);
        return;
      }
      const saved = answer.value;
      // What was typed meanwhile is still to be saved.
      const now = latest.current ?? current;
      if (saved.saved)
        settle({ ...now, revision: saved.revision, disk: { text, revision: saved.revision } }, 'saved');
      else if (saved.reason === 'changed') {
        settle({ ...now, disk: { text: saved.text, revision: saved.revision } }, 'changed');
      } else if (saved.reason === 'broken') setOutcome('broken');
      else settle({ ...now, disk: null }, 'gone');
    },
    [bridge, file, sayFailure, settle],
  );
  const takeDisk = useCallback(
    (how?: 'taken') => {
      const { disk } = latest.current ?? {};
      if (disk === undefined || disk === null) return;
      settle({ text: disk.text, revision: disk.revision, disk }, how);
    },
    [settle],
  );
  const forgetOutcome = useCallback(() => setOutcome(undefined), []);
  return { edited, isGone, outcome, isOnlyHere, isDraftLeft, change, save, takeDisk, forgetOutcome };
}
