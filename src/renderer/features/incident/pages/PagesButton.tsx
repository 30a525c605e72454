import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { Button } from '../../../ui/Button.tsx';
import { PagesDialog } from './PagesDialog.tsx';

/** How many pages there are; which ones, one press away. */
export function PagesButton({ incident }: { readonly incident: Incident }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('incident.pages', { count: incident.pageIds.length })}
      </Button>
      {open && <PagesDialog incident={incident} onClose={() => setOpen(false)} />}
    </>
  );
}
