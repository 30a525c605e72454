/** The language of a text that has a playbook's: Korean where a tenth of its letters are Hangul. */
export function languageOf(text: string): 'ko' | 'en' {
  const hangul = [...text.matchAll(/[가-힣]/g)].length;
  const latin = [...text.matchAll(/[a-z]/gi)].length;
  return hangul * 10 > hangul + latin ? 'ko' : 'en';
}
