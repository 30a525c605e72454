import { UserMinus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { intervalWords } from '../../../ui/interval-words.ts';
import type { TrainedPerson } from './people.ts';
import { TrainingCellView } from './TrainingCellView.tsx';

type Course = NonNullable<Playbook['training']>[number];

interface CourseTableProps {
  readonly course: Course;
  readonly people: readonly TrainedPerson[];
  readonly playbook: Playbook;
}

/** One course: a row for each person, a column for each item. */
export function CourseTable({ course, people, playbook }: CourseTableProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const { id, title, every, items } = course;
  return (
    <section aria-labelledby={`course-${id}`}>
      <div>
        <h2 id={`course-${id}`}>{title}</h2>
        {every !== undefined && <p className="secondary">{intervalWords(t, every)}</p>}
      </div>
      <table className="table course-table" aria-labelledby={`course-${id}`}>
        <thead>
          <tr>
            <th scope="col">{t('training.person')}</th>
            {items.map((item) => (
              <th key={item.id} scope="col">
                {item.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ person, isMe, cells }) => (
            <tr key={person}>
              <th scope="row">
                <span className="trained-person">
                  {person}
                  {isMe ? (
                    <span className="tag">{t('training.me')}</span>
                  ) : (
                    <IconButton
                      icon={UserMinus}
                      label={t('training.removeOne', { person })}
                      onClick={() => void run({ type: 'leave-training', person })}
                    />
                  )}
                </span>
              </th>
              {items.map((item) => {
                const cell = cells.find((each) => each.course === id && each.item === item.id);
                return (
                  <td key={item.id} data-item={item.text}>
                    {cell !== undefined && (
                      <TrainingCellView person={person} text={item.text} cell={cell} playbook={playbook} />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
