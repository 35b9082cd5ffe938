import { useEffect, useState } from 'react';

/** The time of day, renewed every `every` milliseconds, for words such as `2 min ago`. */
export function useNow(every = 15_000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
