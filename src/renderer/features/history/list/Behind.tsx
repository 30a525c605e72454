import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { FigureLink } from '../FigureLink.tsx';
import { openAll, useHistory } from '../history-state.ts';

/** Which figure the list is behind, and what that figure left out. */
export function Behind() {
  const { t } = useTranslation();
  const picked = useHistory((view) => view.picked);
  if (picked === undefined) return null;
  return (
    <div className="behind">
      <h2>{t('history.list.behind', { figure: picked.figure(t) })}</h2>
      {picked.leftOut.map(({ reason, ids }) => {
        const words = (word: typeof t): string =>
          word('history.leftOut', { what: word(`history.leftOutReason.${reason}`, { count: ids.length }) });
        return (
          <FigureLink
            key={reason}
            picked={{ figure: (word) => `${picked.figure(word)}. ${words(word)}`, ids, leftOut: [] }}
          >
            {words(t)}
          </FigureLink>
        );
      })}
      <Button size="small" onClick={openAll}>
        {t('history.list.clear')}
      </Button>
    </div>
  );
}
