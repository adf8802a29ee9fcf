import { useCallback, useSyncExternalStore } from 'react';

/**
 * Whether a media query holds now. Asked again after subscribing, so that a window which gets its size while the page is
 * being built is not taken for the size it had before.
 */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => {
        list.removeEventListener('change', onChange);
      };
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
