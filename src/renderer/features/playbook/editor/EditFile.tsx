import { ArrowLeft, FileX, Save } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { templatesIn } from '#shared/domain/playbook/templates-in.ts';
import { showPlaybook } from '../../../bridge/view.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { CodeInput, type CodeHandle } from './CodeInput.tsx';
import { EditorAside } from './EditorAside.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { type EditedFile, isDirty, isOvertaken } from './edited-file.ts';
import { type Editing, useEditedFile } from './use-edited-file.ts';
import { useProblems } from './use-problems.ts';
import './editor.css';

interface EditFileProps {
  readonly file: string;
  /** To begin at. */
  readonly template?: string;
}

/** A playbook file as text, with what is wrong with it at its place. */
export function EditFile({ file, template }: EditFileProps) {
  const { t } = useTranslation();
  const editing = useEditedFile(file);
  const { edited, isGone } = editing;
  if (isGone) {
    return (
      <EmptyState
        isPlace
        icon={FileX}
        title={t('playbooks.editor.gone')}
        text={t('playbooks.editor.goneHint')}
      >
        <Button onClick={() => showPlaybook({ kind: 'library' })}>{t('playbooks.all')}</Button>
      </EmptyState>
    );
  }
  if (edited === undefined) return <p className="editor-opening muted">{t('playbooks.editor.loading')}</p>;
  return (
    <Editor file={file} editing={editing} edited={edited} {...(template === undefined ? {} : { template })} />
  );
}

interface EditorProps extends EditFileProps {
  readonly editing: Editing;
  readonly edited: EditedFile;
}

function Editor({ file, template, editing, edited }: EditorProps) {
  const { t } = useTranslation();
  const code = useRef<CodeHandle>(null);
  const problems = useProblems(file, edited.text);
  const templates = templatesIn(edited.text);
  const { save, takeDisk } = editing;
  const start = useRef(edited.text);
  useEffect(() => {
    if (template === undefined) return;
    const place = templatesIn(start.current).find(({ id }) => id === template);
    if (place !== undefined) code.current?.goToOffset(place.offset);
  }, [template]);

  return (
    <section className="editor" aria-label={t('playbooks.editOf', { name: file })}>
      <header className="editor-head">
        <Button kind="quiet" size="small" onClick={() => showPlaybook({ kind: 'library' })}>
          <ArrowLeft className="icon-small" aria-hidden="true" />
          {t('playbooks.all')}
        </Button>
        <h1>{file}</h1>
        <p className="secondary" role="status">
          {statusWords(editing, edited)
            .map((key) => t(`playbooks.editor.${key}`))
            .join(' ')}
        </p>
        <div className="actions">
          {isDirty(edited) && edited.disk !== null && (
            <Button kind="quiet" onClick={() => takeDisk()}>
              {t('playbooks.editor.discard')}
            </Button>
          )}
          <Button kind="primary" disabled={!isDirty(edited)} onClick={() => void save()}>
            <Save className="icon-small" aria-hidden="true" />
            {t('playbooks.editor.save')}
          </Button>
        </div>
      </header>
      <CodeInput
        ref={code}
        label={t('playbooks.editor.text', { name: file })}
        text={edited.text}
        problems={problems ?? []}
        onChange={editing.change}
        onSave={() => void save()}
      />
      <EditorAside
        problems={problems}
        templates={templates}
        onProblem={({ line, column }) => code.current?.goToPlace(line, column)}
        onTemplate={({ offset }) => code.current?.goToOffset(offset)}
      />
      <ConflictDialog file={file} editing={editing} />
    </section>
  );
}

type Words =
  | 'saved'
  | 'inForce'
  | 'draft'
  | 'draftInMemory'
  | 'draftLeft'
  | 'notSavedBroken'
  | 'theirsTaken'
  | 'changedOnDisk'
  | 'goneOnDisk';

/** What became of the text, the last that happened first. */
function statusWords({ outcome, isOnlyHere, isDraftLeft }: Editing, edited: EditedFile): readonly Words[] {
  if (outcome === 'broken') return ['notSavedBroken'];
  if (outcome === 'taken') return ['theirsTaken'];
  if (!isDirty(edited)) {
    return [outcome === 'saved' ? 'saved' : 'inForce', ...(isDraftLeft ? ['draftLeft' as const] : [])];
  }
  const draft = isOnlyHere ? 'draftInMemory' : 'draft';
  if (!isOvertaken(edited)) return [draft];
  return [edited.disk === null ? 'goneOnDisk' : 'changedOnDisk', draft];
}
