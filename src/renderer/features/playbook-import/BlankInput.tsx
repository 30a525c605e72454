import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Blank } from '#shared/domain/playbook-import/choices.ts';
import type { PlaybookDraft } from '#shared/domain/playbook-import/draft.ts';
import { writeDuration } from '#shared/domain/playbook-import/durations.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { Field } from '../../ui/Field.tsx';
import { answerBlank } from './import-store.ts';
import { useBlankLabel } from './use-blank-label.ts';

/** The deadlines of the draft as they stand. Apart from what a section is drawn from: they change with every key. */
export const StandingDeadlines = createContext<PlaybookDraft['deadlines']>(new Map());

interface BlankInputProps {
  readonly blank: Blank;
  /** What a person wrote; undefined where nobody did. */
  readonly answer: string | undefined;
  readonly base: Playbook;
}

/** One blank beside a drawing. A deadline that nobody gave shows the one that stands for it, and says where that is from. */
export function BlankInput({ blank, answer, base }: BlankInputProps) {
  const label = useBlankLabel(blank, base);
  const { kind, name, suggestion } = blank;
  const standing = useStanding(blank, answer);
  const text = answer ?? (suggestion || (standing?.text ?? ''));
  const isLong =
    kind.of === 'characteristics' ||
    kind.of === 'categories' ||
    (kind.of === 'level' && kind.part === 'at-once');
  return (
    <Field label={label} hint={standing?.hint}>
      {(ids) =>
        isLong ? (
          <textarea
            {...ids}
            className="input"
            rows={2}
            value={text}
            onChange={(event) => answerBlank(name, event.target.value)}
          />
        ) : (
          <input
            {...ids}
            className="input"
            value={text}
            onChange={(event) => answerBlank(name, event.target.value)}
          />
        )
      }
    </Field>
  );
}

/** What stands in the playbook for a deadline that the drawing does not give. */
function useStanding(
  { kind, name, suggestion }: Blank,
  answer: string | undefined,
): { readonly text: string; readonly hint: string } | undefined {
  const { t } = useTranslation();
  const deadline = useContext(StandingDeadlines).get(name);
  if (kind.of !== 'deadline') return undefined;
  if ((answer ?? suggestion) !== '') return undefined;
  if (deadline === undefined || answer !== undefined)
    return { text: '', hint: t('importing.blank.noDeadline') };
  const hint = t(deadline.isDefault ? 'importing.blank.default' : 'importing.blank.elsewhere');
  return { text: writeDuration(deadline.ms), hint };
}
