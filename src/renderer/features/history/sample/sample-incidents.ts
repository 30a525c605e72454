import type { Severity } from '#shared/domain/severity.ts';

/** A made-up incident. Times are minutes from detection; `fault` before it. */
export interface SampleIncident {
  readonly severity: Severity;
  readonly daysAgo: number;
  readonly service: string;
  readonly title: { readonly en: string; readonly ko: string };
  readonly fault?: number;
  readonly acknowledged: number;
  readonly declared?: number;
  readonly resolved: number;
  /** Copied status updates. */
  readonly updates?: readonly number[];
  /** Resolved, and open again. */
  readonly pause?: readonly [from: number, to: number];
  readonly actions?: readonly [completed: number, total: number];
}

const HOURS = 60;
const DAYS = 24 * HOURS;

/**
 * Half a year of a small product, as process document 7.2 draws it: 1, 3, 7 and 12 incidents by severity, MTTR of SEV-1
 * 45 min, MTTA 69 / 23 = 3 min, 17 of 20 action items completed, fewer of late than before. All lie within any six
 * calendar months: 15 more than 95 days ago, 8 in the last 70.
 */
export const SAMPLE: readonly SampleIncident[] = [
  {
    severity: 'SEV-1',
    daysAgo: 118,
    service: 'api',
    title: { en: 'Service down: every request fails', ko: '서비스 전체 중단: 모든 요청 실패' },
    fault: 3,
    acknowledged: 2,
    declared: 4,
    resolved: 45,
    updates: [18, 32, 44],
    actions: [5, 6],
  },
  {
    severity: 'SEV-2',
    daysAgo: 137,
    service: 'export',
    title: { en: 'Image export fails', ko: '이미지 내보내기 실패' },
    fault: 6,
    acknowledged: 4,
    declared: 12,
    resolved: 150,
    updates: [25, 39, 54, 68, 90, 104, 118, 132, 146],
    actions: [3, 3],
  },
  {
    severity: 'SEV-2',
    daysAgo: 101,
    service: 'editor',
    title: { en: 'Themes cannot be changed', ko: '테마 변경 불가' },
    fault: 2,
    acknowledged: 6,
    declared: 21,
    resolved: 310,
    updates: [34, 48, 63, 77, 92, 106, 121, 135, 150, 164, 218, 232, 247, 262, 290, 304],
    pause: [170, 205],
    actions: [4, 5],
  },
  {
    severity: 'SEV-2',
    daysAgo: 24,
    service: 'export',
    title: { en: 'Exported images are empty', ko: '내보낸 이미지가 비어 있음' },
    fault: 4,
    acknowledged: 3,
    declared: 9,
    resolved: 95,
    updates: [23, 38, 52, 67, 80, 94],
    actions: [3, 4],
  },
  {
    severity: 'SEV-3',
    daysAgo: 148,
    service: 'web',
    title: { en: 'Slow loading in the evening', ko: '저녁 시간대 로딩 지연' },
    fault: 9,
    acknowledged: 2,
    resolved: 5 * HOURS,
  },
  {
    severity: 'SEV-3',
    daysAgo: 129,
    service: 'web',
    title: { en: 'Styles broken in Safari', ko: 'Safari에서 스타일 깨짐' },
    acknowledged: 3,
    resolved: 27 * HOURS,
    actions: [1, 1],
  },
  {
    severity: 'SEV-3',
    daysAgo: 112,
    service: 'search',
    title: { en: 'Search misses new items', ko: '새 항목이 검색되지 않음' },
    fault: 5,
    acknowledged: 4,
    resolved: 9 * HOURS,
  },
  {
    severity: 'SEV-3',
    daysAgo: 97,
    service: 'avatars',
    title: { en: 'Avatars load late', ko: '아바타 로딩 지연' },
    fault: 7,
    acknowledged: 1,
    resolved: 3 * HOURS,
  },
  {
    severity: 'SEV-3',
    daysAgo: 61,
    service: 'web',
    title: { en: 'Slow loading after the release', ko: '배포 후 로딩 지연' },
    fault: 4,
    acknowledged: 5,
    resolved: 6 * HOURS,
    actions: [1, 1],
  },
  {
    severity: 'SEV-3',
    daysAgo: 33,
    service: 'search',
    title: { en: 'Search answers slowly', ko: '검색 응답 지연' },
    fault: 3,
    acknowledged: 2,
    resolved: 4 * HOURS,
  },
  {
    severity: 'SEV-3',
    daysAgo: 9,
    service: 'avatars',
    title: { en: 'Some avatars are missing', ko: '일부 아바타 표시 안 됨' },
    fault: 2,
    acknowledged: 3,
    resolved: 2 * HOURS,
  },
  { ...minor(145, 'web', 'Typo on the start page', '시작 페이지 오타'), acknowledged: 2, resolved: 2 * DAYS },
  {
    ...minor(141, 'editor', 'Tooltip in the wrong place', '툴팁 위치 어긋남'),
    acknowledged: 3,
    resolved: 4 * DAYS,
  },
  {
    ...minor(133, 'web', 'Icon missing in the menu', '메뉴 아이콘 누락'),
    acknowledged: 1,
    resolved: 3 * DAYS,
  },
  {
    ...minor(126, 'editor', 'Colours differ in the preview', '미리보기 색상 다름'),
    acknowledged: 4,
    resolved: 8 * DAYS,
  },
  {
    ...minor(122, 'web', 'Footer overlaps on small screens', '작은 화면에서 푸터 겹침'),
    acknowledged: 2,
    resolved: 5 * DAYS,
  },
  {
    ...minor(115, 'export', 'File name lacks its extension', '파일 이름에 확장자 없음'),
    acknowledged: 6,
    resolved: 1 * DAYS,
  },
  {
    ...minor(108, 'web', 'Link to the help page is dead', '도움말 링크 끊김'),
    acknowledged: 3,
    resolved: 9 * HOURS,
  },
  {
    ...minor(99, 'editor', 'Undo button stays grey', '실행 취소 버튼 비활성'),
    acknowledged: 2,
    resolved: 3 * DAYS,
  },
  { ...minor(66, 'web', 'Wrong year in the footer', '푸터 연도 오류'), acknowledged: 1, resolved: 6 * HOURS },
  {
    ...minor(48, 'editor', 'Cursor jumps while typing', '입력 중 커서 이동'),
    acknowledged: 5,
    resolved: 4 * DAYS,
  },
  {
    ...minor(17, 'web', 'Minor UI bug in the settings', '설정 화면의 사소한 UI 버그'),
    acknowledged: 2,
    resolved: 2 * DAYS,
  },
  {
    ...minor(4, 'export', 'Progress bar stops at 99 %', '진행률이 99%에서 멈춤'),
    acknowledged: 3,
    resolved: 1 * DAYS,
  },
];

function minor(daysAgo: number, service: string, en: string, ko: string) {
  return { severity: 'SEV-4' as const, daysAgo, service, title: { en, ko } };
}
