import type { TFunction } from 'i18next';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { literalHeading } from '#shared/domain/message/literal-line.ts';
import { lineToMarkdown } from '#shared/domain/message/markdown.ts';
import { markdownTable } from '#shared/domain/message/markdown-table.ts';
import type { TrainedPerson } from './people.ts';

/** Everybody's training as Markdown, a table for each course. */
export function trainingMarkdown(
  t: TFunction,
  courses: NonNullable<Playbook['training']>,
  people: readonly TrainedPerson[],
): string {
  const tables = courses.flatMap(({ id, title, items }) => {
    const head = [t('training.person'), ...items.map(({ text }) => text)];
    const rows = people.map(({ person, cells }) => [
      person,
      ...items.map((item) => {
        const cell = cells.find((each) => each.course === id && each.item === item.id);
        if (cell === undefined) return '';
        const { state, doneOn, dueOn } = cell;
        const due = dueOn === undefined ? [] : [t('training.due', { day: dueOn })];
        return [t(`training.state.${state}`), ...(doneOn === undefined ? [] : [doneOn]), ...due].join(', ');
      }),
    ]);
    return [lineToMarkdown(literalHeading(2, title)), markdownTable([head, ...rows])];
  });
  return `${tables.join('\n\n')}\n`;
}
