/** Names of the API in words: `heart_rate`, `first-start`. */
export function words(name: string): string {
  return name.replaceAll(/[_-]/g, ' ');
}

/** With a capital. */
export function title(name: string): string {
  const text = words(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
