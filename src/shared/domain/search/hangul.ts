/** Unicode, chapter 3.12: syllables run from 가 by initial, vowel and final consonant. */
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const SYLLABLES_PER_INITIAL = 588;
const FIRST_LEADING = 0x1100;
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const SINGLE_CONSONANT = /^[ㄱ-ㅎ]$/;

/** The initial consonant of every syllable (초성), all else as it is: `결제 API` to `ㄱㅈ API`. */
export function initialsOf(text: string): string {
  let initials = '';
  for (const char of text.normalize('NFC')) {
    const code = char.codePointAt(0) ?? 0;
    const isSyllable = code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE;
    initials += isSyllable
      ? INITIALS.charAt(Math.floor((code - FIRST_SYLLABLE) / SYLLABLES_PER_INITIAL))
      : char;
  }
  return initials;
}

/** Whether a word is initial consonants alone, as people type for short. */
export function isInitials(word: string): boolean {
  return /^[ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ]+$/.test(word);
}

/**
 * Text in lower case and taken apart into letters, so that a syllable still being typed is found: `결ㅈ` and `겨` both
 * begin `결제`.
 */
export function looseForm(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[ㄱ-ㅎ]/g, (consonant) => {
      const place = INITIALS.indexOf(consonant);
      return place === -1 ? consonant : String.fromCodePoint(FIRST_LEADING + place);
    });
}

/** Text in lower case with whole syllables. */
export function plainForm(text: string): string {
  return text.toLowerCase().normalize('NFC');
}

/** A word without the consonant at its end that may become a syllable yet. */
export function withoutUnfinished(word: string): string {
  return word.length > 1 && SINGLE_CONSONANT.test(word.slice(-1)) ? word.slice(0, -1) : word;
}
