import { useTranslation } from 'react-i18next';
import { SEVERITIES } from '#shared/domain/severity.ts';
import { LANGUAGES } from '#shared/settings.ts';
import { useChangeSettings } from '../../bridge/settings.ts';
import { useSnapshot } from '../../bridge/snapshot.ts';
import { Field } from '../../ui/Field.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { NameSetting } from './NameSetting.tsx';
import { PortSetting } from './PortSetting.tsx';
import { RenewToken } from './RenewToken.tsx';
import { ShortcutSetting } from './ShortcutSetting.tsx';
import { SwitchSetting } from './SwitchSetting.tsx';
import { TokenField } from '../../bridge/TokenField.tsx';
import { SelectInput } from '../../ui/SelectInput.tsx';
import './settings.css';

/** Every change is saved as it is made. */
export function Settings() {
  const { t } = useTranslation();
  const { settings, receiver } = useSnapshot();
  const change = useChangeSettings();
  return (
    <div className="document">
      <div className="document-body settings">
        <header>
          <h1>{t('settings.title')}</h1>
        </header>
        <section>
          <h2>{t('settings.you')}</h2>
          <NameSetting name={settings.name} />
        </section>
        <section>
          <h2>{t('settings.window')}</h2>
          <div className="field">
            <span className="field-label">{t('settings.language')}</span>
            <Segments
              label={t('settings.language')}
              value={settings.language}
              options={[
                { value: 'system', label: t('settings.system') },
                ...LANGUAGES.map((value) => ({ value, label: t(`settings.languages.${value}`) })),
              ]}
              onChange={(language) => void change({ language })}
            />
          </div>
          <div className="field">
            <span className="field-label">{t('settings.theme')}</span>
            <Segments
              label={t('settings.theme')}
              value={settings.theme}
              options={(['system', 'light', 'dark'] as const).map((value) => ({
                value,
                label: t(`settings.${value}`),
              }))}
              onChange={(theme) => void change({ theme })}
            />
          </div>
          <SwitchSetting
            label={t('settings.singleKeys')}
            hint={t('settings.singleKeysHint')}
            checked={settings.singleKeys}
            onChange={(singleKeys) => void change({ singleKeys })}
          />
          <ShortcutSetting />
          <SwitchSetting
            label={t('settings.startWithSystem')}
            hint={t('settings.startWithSystemHint')}
            checked={settings.startWithSystem}
            onChange={(startWithSystem) => void change({ startWithSystem })}
          />
        </section>
        <section>
          <h2>{t('settings.paging')}</h2>
          <Field label={t('settings.unknownSeverity')} hint={t('settings.unknownSeverityHint')}>
            {(ids) => (
              <SelectInput
                {...ids}
                value={settings.unknownSeverity}
                onChange={(event) => {
                  const unknownSeverity = SEVERITIES.find((severity) => severity === event.target.value);
                  if (unknownSeverity !== undefined) void change({ unknownSeverity });
                }}
              >
                {SEVERITIES.map((severity) => (
                  <option key={severity}>{severity}</option>
                ))}
              </SelectInput>
            )}
          </Field>
        </section>
        <section>
          <h2>{t('settings.receiver')}</h2>
          <p className="muted">
            {receiver === undefined
              ? t('welcome.receiverDown')
              : t('settings.receiverAt', { url: receiver.url })}
          </p>
          <PortSetting key={settings.receiverPort} port={settings.receiverPort} />
          <div className="field">
            <span className="field-label">{t('settings.token')}</span>
            <TokenField />
            <span className="field-hint">{t('settings.tokenHint')}</span>
          </div>
          <RenewToken />
        </section>
      </div>
    </div>
  );
}
