import { UserPlus, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { Training } from '#shared/domain/training/training.ts';
import { CopyButton } from '../../../bridge/CopyButton.tsx';
import { useSnapshot } from '../../../bridge/snapshot.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useNow } from '../../../ui/ticker.ts';
import { AddPerson } from './AddPerson.tsx';
import { CourseTable } from './CourseTable.tsx';
import { peopleOf } from './people.ts';
import { trainingMarkdown } from './training-markdown.ts';
import './training.css';

interface TrainingTabProps {
  readonly training: Training;
  readonly playbook: Playbook | undefined;
}

/** Everybody's training by course, oneself first (process document 8.1). What is overdue is said here, and rings nowhere. */
export function TrainingTab({ training, playbook }: TrainingTabProps) {
  const { t } = useTranslation();
  const { settings } = useSnapshot();
  const [adding, setAdding] = useState(false);
  const now = useNow();
  const courses = playbook?.training ?? [];
  if (playbook === undefined || courses.length === 0)
    return <EmptyState icon={UserRoundX} title={t('training.none')} text={t('training.noneHint')} />;
  const people = peopleOf(training, settings.name, playbook, now);
  return (
    <>
      {people.length === 0 && <p className="muted">{t('training.nobody')}</p>}
      {people.length > 0 &&
        courses.map((course) => (
          <CourseTable key={course.id} course={course} people={people} playbook={playbook} />
        ))}
      <div className="actions">
        <Button onClick={() => setAdding(true)}>
          <UserPlus className="icon-small" aria-hidden="true" />
          {t('training.add')}
        </Button>
        {people.length > 0 && (
          <CopyButton label={t('training.copy')} text={trainingMarkdown(t, courses, people)} />
        )}
      </div>
      {adding && <AddPerson onClose={() => setAdding(false)} />}
    </>
  );
}
