import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProceduresView } from '#shared/domain/incident/procedures.ts';

/** Says when the clock has begun a phase or left something late; silent about how things stood at first. */
export function PhaseAnnouncer({ view }: { readonly view: ProceduresView }) {
  const { t } = useTranslation();
  const phases = view.procedures
    .flatMap((procedure) => procedure.phases)
    .filter(({ state }) => state === 'current')
    .map(({ title }) => title)
    .join(', ');
  const count = view.late.length;
  const words = [
    ...(phases === '' ? [] : [t('procedure.now', { phases })]),
    ...(count === 0 ? [] : [t('procedure.lateCount', { count })]),
  ].join('. ');
  const [first] = useState(words);
  const [changed, setChanged] = useState(false);
  if (!changed && words !== first) setChanged(true);
  return (
    <p className="visually-hidden" role="status">
      {changed ? words : ''}
    </p>
  );
}
