/** 사람이 저장하고 여는 파일. */
export const files = {
  saveTitle: '다른 이름으로 저장',
  save: '저장',
  open: '열기',
  openTitle: { markdown: '문서 열기', playbook: '플레이북 열기' },
  kind: { markdown: 'Markdown', playbook: '플레이북 (YAML)' },
  saved: '저장했습니다',
} as const;
