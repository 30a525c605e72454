import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionFile, ListedPlaybook } from '#shared/domain/playbook/library.ts';
import type { PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import type { CreatedPlaybook, PlaybookEditionsOf } from '#shared/ipc/playbook-requests.ts';
import { useLanguage } from '../ui/language.ts';
import { useProblemText } from '../ui/problem-text.ts';
import { useBridge } from './BridgeProvider.tsx';
import { useFailureNotice } from './commands.ts';
import { useSnapshot } from './snapshot.ts';
import { type PlaybookKey, showNotice } from './view.ts';

type Created = Extract<CreatedPlaybook, { created: true }>;

/** A playbook's title in the language on screen, or another that it has. */
export function titleOf(
  { titles, id }: Pick<ListedPlaybook, 'titles' | 'id'>,
  language: PlaybookLanguage,
): string {
  return titles[language] ?? titles.en ?? titles.ko ?? id;
}

/** The file of the edition on screen. */
export function fileOf({ files }: ListedPlaybook, language: PlaybookLanguage): EditionFile | undefined {
  return files.find((file) => file.language === language) ?? files[0];
}

/** Of the files that a copy made, the one in the language on screen. */
export function copiedFile({ files }: Created, language: PlaybookLanguage): string | undefined {
  return files.find((name) => name.includes(`.${language}.`)) ?? files[0];
}

/** The playbooks that new incidents can run by: the highest version of each. */
export function useChoosablePlaybooks(): readonly (ListedPlaybook & { readonly title: string })[] {
  const { library } = useSnapshot();
  const language = useLanguage();
  return library.playbooks
    .filter(({ isOld }) => !isOld)
    .map((playbook) => ({ ...playbook, title: titleOf(playbook, language) }));
}

/** Copies a playbook under a new id; why not is said on screen. */
export function useDuplicate(): (of: PlaybookKey) => Promise<Created | undefined> {
  const bridge = useBridge();
  const { t } = useTranslation();
  const say = useProblemText();
  const sayFailure = useFailureNotice();
  return useCallback(
    async ({ id, version }: PlaybookKey) => {
      const answer = await bridge.request['playbook.duplicate']({ id, version });
      if (!answer.ok) {
        sayFailure(answer);
        return undefined;
      }
      if (answer.value.created) return answer.value;
      const [problem] = answer.value.problems;
      showNotice({
        text: t('playbooks.notCreated'),
        detail: problem === undefined ? '' : say(problem.cause),
      });
      return undefined;
    },
    [bridge, t, say, sayFailure],
  );
}

/** What a playbook says; undefined while it is fetched, null when it is not there, or could not be fetched, which is said. */
export function usePlaybookContent(of: PlaybookKey | undefined): PlaybookEditionsOf | null | undefined {
  const bridge = useBridge();
  const sayFailure = useFailureNotice();
  const { library } = useSnapshot();
  const [read, setRead] = useState<{
    readonly of: string;
    readonly state: string;
    readonly editions: PlaybookEditionsOf | null;
  }>();
  const { id, version } = of ?? {};
  const key = `${id} ${version}`;
  // Another whenever a file of the library is.
  const state = library.files.map(({ name, stamp }) => `${name} ${stamp}`).join();
  useEffect(() => {
    if (id === undefined || version === undefined) return undefined;
    let isCurrent = true;
    void bridge.request['playbook.read']({ id, version }).then((answer) => {
      if (!isCurrent) return;
      if (!answer.ok) sayFailure(answer);
      setRead({ of: key, state, editions: answer.ok ? answer.value : null });
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge, sayFailure, id, version, key, state]);
  return read?.of === key ? read.editions : undefined;
}

/** Shows the person's folder, or a file in it, in the system's file manager; why not is said on screen. */
export function useReveal(): (name?: string) => Promise<void> {
  const bridge = useBridge();
  const sayFailure = useFailureNotice();
  return useCallback(
    async (name?: string) => {
      const answer = await bridge.request['playbook.reveal'](name === undefined ? {} : { name });
      if (!answer.ok) sayFailure(answer);
    },
    [bridge, sayFailure],
  );
}
