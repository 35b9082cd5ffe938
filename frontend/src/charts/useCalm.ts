import { useEffect, useState } from 'react';

const REST = 400;

/** The value once it has come to rest, so that what follows it costs a zoom no frames. */
export function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), REST);
    return () => clearTimeout(timer);
  }, [value]);
  return calm;
}
