/** Names of the API in words: `heart_rate`, `first-start`. */
export function words(name: string): string {
  return name.replaceAll(/[_-]/g, ' ');
}

/** Names of the API in words, with a capital. */
export function title(name: string): string {
  return capital(words(name));
}

/** Words with a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
