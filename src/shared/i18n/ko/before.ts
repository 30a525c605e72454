/** 지금과 비슷했던 지난 인시던트. */
export const before = {
  label: '비슷한 지난 인시던트',
  count_one: '비슷한 과거 사례 {{count}}건',
  count_other: '비슷한 과거 사례 {{count}}건',
  took: '{{time}} 만에 해결',
  alert: '같은 알림',
  service: '같은 서비스({{service}})',
  words: '같은 단어: {{words}}',
  fixed: '해결 방법',
  rolledBack: '롤백했습니다.',
  note: '마지막 메모',
  unknown: '해결 방법이 기록되어 있지 않습니다.',
} as const;
