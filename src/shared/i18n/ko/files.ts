/** 사람이 저장하고 여는 파일. */
export const files = { saved: '저장했습니다' } as const;
