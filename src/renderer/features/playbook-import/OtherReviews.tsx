import { useTranslation } from 'react-i18next';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { Button } from '../../ui/Button.tsx';
import { agoText } from '../../ui/format.ts';
import { useTicked } from '../../ui/ticker.ts';
import { type ImportReview, pickUpImport, useImport } from './import-store.ts';

/** Reviews that are unfinished and not shown: another document takes the place of none. */
export function OtherReviews() {
  const { t } = useTranslation();
  const aside = useImport((store) => store.aside);
  if (aside.length === 0) return null;
  return (
    <div className="import-others" role="group" aria-labelledby="import-others">
      <p id="import-others" className="muted">
        {t('importing.others')}
      </p>
      {aside.map((review, place) => (
        // By its place: the one that is left for another stands where that one did, and the focus stays there.
        <OtherReview key={place} review={review} />
      ))}
    </div>
  );
}

function OtherReview({ review: { id, name, readAt } }: { readonly review: ImportReview }) {
  const { t } = useTranslation();
  const minutes = useTicked((now) => Math.max(0, Math.floor((now - readAt) / MINUTE_MS)));
  return (
    <Button size="small" onClick={() => pickUpImport(id)}>
      <span className="import-other-name">{name}</span>{' '}
      <span className="muted">{agoText(t, minutes * MINUTE_MS)}</span>
    </Button>
  );
}
