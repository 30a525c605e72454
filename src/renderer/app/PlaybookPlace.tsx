import { MarkdownDrop } from '../features/playbook-import/MarkdownDrop.tsx';
import { PlaybookView } from '../features/playbook/PlaybookView.tsx';

/** The playbooks, where a team's own document may be dropped to make one of it. */
export function PlaybookPlace() {
  return (
    <MarkdownDrop>
      <PlaybookView />
    </MarkdownDrop>
  );
}
