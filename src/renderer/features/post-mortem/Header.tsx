import {
  ArrowLeft,
  CalendarDays,
  FileDown,
  History,
  ListPlus,
  Printer,
  RotateCcw,
  Undo2,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DOCUMENT_TEXT_LIMIT } from '#shared/domain/command/limits.ts';
import type { Gap } from '#shared/domain/post-mortem/gaps.ts';
import { CopyButton } from '../../bridge/CopyButton.tsx';
import { askForAction, closePostMortem } from '../../bridge/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { NARROW, useMedia } from '../../ui/media.ts';
import { SeverityBadge } from '../../ui/SeverityBadge.tsx';
import { MeetingDialog } from './MeetingDialog.tsx';
import type { PartProps } from './part-props.ts';
import { useDocumentFiles } from './use-document-files.ts';
import type { PostMortem } from './use-post-mortem.ts';
import { VersionsDialog } from './VersionsDialog.tsx';

interface HeaderProps extends Omit<PartProps, 'postMortem'> {
  readonly written: PostMortem;
  readonly gaps: readonly Gap[];
}
type Over = 'versions' | 'meeting' | 'discard' | undefined;

/** Whose post-mortem it is, and all that can be done with it. */
export function Header({ incident, playbook, written, gaps }: HeaderProps) {
  const { t } = useTranslation();
  const narrow = useMedia(NARROW);
  const [over, setOver] = useState<Over>();
  const files = useDocumentFiles(incident, playbook, written, gaps);
  const { text, unsaved, newest, versions, drafted } = written;
  const close = (): void => setOver(undefined);
  const saves = text.trim() !== '' && text.length <= DOCUMENT_TEXT_LIMIT && text !== newest?.text;
  const leave = [
    { label: t('postMortem.file'), icon: FileDown, onSelect: () => void files.saveMarkdown() },
    { label: t('postMortem.pdf'), icon: Printer, onSelect: () => void files.print() },
  ];
  return (
    <header className="post-mortem-head">
      <IconButton icon={ArrowLeft} label={t('postMortem.back')} onClick={closePostMortem} />
      <div className="post-mortem-title">
        <SeverityBadge severity={incident.severity} />
        <h1 title={incident.title}>
          {t('postMortem.title')}: {incident.title}
        </h1>
      </div>
      <div className="actions">
        <CopyButton label={t('postMortem.copy')} about={t('postMortem.title')} text={text} />
        {!narrow && (
          <>
            <Button size="small" onClick={() => setOver('meeting')}>
              <CalendarDays className="icon-small" aria-hidden="true" />
              {t('postMortem.meeting')}
            </Button>
            <Button size="small" onClick={() => void files.print()} disabled={files.printing}>
              <Printer className="icon-small" aria-hidden="true" />
              {t(files.printing ? 'postMortem.pdfBusy' : 'postMortem.pdf')}
            </Button>
          </>
        )}
        <Menu
          label={t('postMortem.more')}
          groups={[
            {
              entries: [
                ...(narrow
                  ? [
                      {
                        label: t('postMortem.meeting'),
                        icon: CalendarDays,
                        onSelect: () => setOver('meeting'),
                      },
                    ]
                  : []),
                ...(narrow ? leave : leave.slice(0, 1)),
              ],
            },
            {
              entries: [
                {
                  label: t('actions.add'),
                  icon: ListPlus,
                  onSelect: () => askForAction({ incidentId: incident.id }),
                },
              ],
            },
            {
              entries: [
                { label: t('postMortem.versions'), icon: History, onSelect: () => setOver('versions') },
                ...(text === drafted
                  ? []
                  : [
                      {
                        label: t('postMortem.redraft'),
                        icon: RotateCcw,
                        onSelect: () => written.restore(drafted, playbook.language),
                      },
                    ]),
                ...(unsaved
                  ? [{ label: t('postMortem.discard'), icon: Undo2, onSelect: () => setOver('discard') }]
                  : []),
              ],
            },
          ]}
        />
        <Button kind="primary" disabled={!saves} onClick={() => void written.save()}>
          {t('postMortem.save')}
        </Button>
      </div>
      {over === 'versions' && (
        <VersionsDialog written={written} versions={versions} timeZone={playbook.timeZone} onClose={close} />
      )}
      {over === 'meeting' && (
        <MeetingDialog incident={incident} playbook={playbook} events={written.events} onClose={close} />
      )}
      <Dialog
        open={over === 'discard'}
        title={t('postMortem.discardTitle')}
        onClose={close}
        confirm={{ label: t('postMortem.discard'), onConfirm: written.discard }}
      >
        <p className="muted">{t('postMortem.discardBody')}</p>
      </Dialog>
    </header>
  );
}
