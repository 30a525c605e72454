import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#shared/domain/day.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Gap } from '#shared/domain/post-mortem/gaps.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useBridge } from '../../bridge/BridgeProvider.tsx';
import { useSaveFile } from '../../bridge/files.ts';
import { showNotice } from '../../bridge/view.ts';
import type { PostMortem } from './use-post-mortem.ts';

export interface DocumentFiles {
  readonly saveMarkdown: () => Promise<void>;
  /** Makes the PDF, then asks where it goes. */
  readonly print: () => Promise<void>;
  readonly printing: boolean;
}

/** The document as a file, as it stands on the screen. */
export function useDocumentFiles(
  incident: Incident,
  playbook: Playbook,
  { text, language }: Pick<PostMortem, 'text' | 'language'>,
  gaps: readonly Gap[],
): DocumentFiles {
  const { t } = useTranslation();
  const bridge = useBridge();
  const saveFile = useSaveFile();
  const [printing, setPrinting] = useState(false);
  const name = fileNameOf(incident, playbook);
  return {
    printing,
    saveMarkdown: async () => {
      await saveFile({ name: `${name}.md`, text });
    },
    print: async () => {
      setPrinting(true);
      showNotice(undefined);
      const title = `${t('postMortem.title')}: ${incident.title}`;
      const answer = await bridge.request['document.pdf']({
        title,
        language,
        markdown: text,
        gaps: [...gaps],
      });
      setPrinting(false);
      if (answer.ok) await saveFile({ name: `${name}.pdf`, base64: answer.value.base64 });
      else showNotice({ text: t('postMortem.pdfFailed'), detail: answer.detail });
    },
  };
}

/** `post-mortem-2026-11-23-Checkout down`, without an ending: main cleans what a file system does not take. */
export function fileNameOf({ detectedAt, title }: Incident, { timeZone }: Playbook): string {
  return `post-mortem-${dayOf(detectedAt, timeZone)}-${title}`.slice(0, 100).trim();
}
