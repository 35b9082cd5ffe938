import { ApiError } from '../../api/client';

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

/** Whether a request for work got no answer at all. */
export function isUnanswered(error: Error): boolean {
  return error instanceof ApiError && error.status === 0;
}

/** Why a job was not taken, and what to do. Asking twice is safe: the service gives back the job that is there. */
export function refusalWords(error: Error): string {
  return isUnanswered(error)
    ? `${error.message} Whether the job was taken is not known; asking again is safe, the same request never makes a second job.`
    : error.message;
}
