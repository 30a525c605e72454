import { actions } from './actions.ts';
import { before } from './before.ts';
import { composer } from './composer.ts';
import { coordination } from './coordination.ts';
import { drill } from './drill.ts';
import { failures } from './failures.ts';
import { files } from './files.ts';
import { handover } from './handover.ts';
import { health } from './health.ts';
import { history } from './history.ts';
import { importing } from './importing.ts';
import { incident } from './incident.ts';
import { listSearch } from './list-search.ts';
import { messages } from './messages.ts';
import { page } from './page.ts';
import { palette } from './palette.ts';
import { playbookParts } from './playbook-parts.ts';
import { playbookProblem } from './playbook-problem.ts';
import { playbook } from './playbook.ts';
import { playbooks } from './playbooks.ts';
import { postMortem } from './post-mortem.ts';
import { procedures } from './procedures.ts';
import { settings } from './settings.ts';
import { several } from './several.ts';
import { timeline } from './timeline.ts';
import { training } from './training.ts';
import { welcome } from './welcome.ts';

/** 창의 문구. 용어는 프로세스 문서를 따릅니다. */
export const ui = {
  app: { name: 'Tplus' },
  playbooks,
  playbookProblem,
  place: {
    label: '메뉴',
    incidents: '인시던트',
    history: '이력과 메트릭',
    actions: '액션 아이템',
    playbook: '플레이북',
    drills: '훈련과 교육',
    health: '앱 상태',
    healthProblems_one: '앱 상태: 문제 {{count}}건',
    healthProblems_other: '앱 상태: 문제 {{count}}건',
    settings: '설정',
    list: '목록 보기',
    listWaiting_one: '목록 보기: 대기 중인 호출 {{count}}건',
    listWaiting_other: '목록 보기: 대기 중인 호출 {{count}}건',
    keys: '단축키',
    palette: '동작, 호출, 메모 찾기',
    reference: '빠른 참조',
  },
  list: {
    label: '열린 항목',
    handled: '대응 중',
    pages: '호출',
    noneHandled: '대응 중인 인시던트가 없습니다.',
    noPages: '대기 중인 호출이 없습니다.',
    ended: '최근 24시간 안에 끝난 항목',
    test: '테스트',
    resolved: '해결됨',
    closed: '종료됨',
    noDeadline: '기한 없음',
    choose: '호출 선택',
    chooseOne: '{{title}} 선택',
    chooseDone: '선택 끝내기',
    acknowledgeChosen_one: '{{count}}건 확인',
    acknowledgeChosen_other: '{{count}}건 확인',
    acknowledgeAll: '{{count}}건 모두 확인',
    acknowledgeTitle_one: '호출 {{count}}건을 확인할까요?',
    acknowledgeTitle_other: '호출 {{count}}건을 확인할까요?',
    acknowledgeBody_one: '하나의 인시던트로 묶이며, 심각도는 그중 가장 높은 것을 따릅니다.',
    acknowledgeBody_other:
      '훈련 호출과 실제 호출은 섞이지 않으므로 인시던트 {{count}}개로 묶이며, 심각도는 각각 그중 가장 높은 것을 따릅니다.',
    sources_one: '소스 {{count}}개',
    sources_other: '소스 {{count}}개',
    noSource: '아직 소스에서 받은 호출이 없습니다',
    lastHeard: '마지막 수신 {{ago}}',
  },
  time: {
    left: '{{time}} 남음',
    late: '{{time}} 지남',
    now: '지금',
    ago: '{{time}} 전',
    justNow: '방금',
    until: '{{label}}까지 {{time}}',
    untilLate: '{{label}} 기한 {{time}} 지남',
    untilNow: '지금 {{label}}',
    by: '{{time}}까지',
    seconds: '{{count}}초',
    minutes: '{{count}}분',
    hours: '{{hours}}시간',
    hoursMinutes: '{{hours}}시간 {{minutes}}분',
    days: '{{days}}일',
    daysHours: '{{days}}일 {{hours}}시간',
  },
  action: {
    acknowledge: '확인',
    declare: '인시던트 선언',
    cancel: '취소',
    close: '닫기',
    copy: '복사',
    copied: '복사됨',
    dismiss: '닫기',
    save: '저장',
    undo: '실행 취소',
  },
  page,
  ...incident,
  ...procedures,
  composer,
  ...timeline,
  welcome,
  settings,
  playbook,
  ...playbookParts,
  ...health,
  ...failures,
  ...palette,
  ...listSearch,
  postMortem,
  several,
  history,
  drill,
  training,
  file: files,
  actions,
  before,
  handover,
  importing,
  announce: {
    page: '새 호출 {{severity}}: {{title}}',
    pages_one: '새 호출 {{count}}건, 최고 {{severity}}',
    pages_other: '새 호출 {{count}}건, 최고 {{severity}}',
    late: '{{milestone}} 지연: {{title}}',
    updateDue: '상태 업데이트 기한: {{title}}',
  },
  start: {
    connecting: '시작하는 중…',
    slow: '앱의 응답을 기다리고 있습니다. 알림은 이 창과 관계없이 동작합니다.',
  },
  messages,
  ...coordination,
} as const;
