import type { Keeper } from "./published/keeper.js";

/** Every second; after a release that could not be read, every minute. In milliseconds. */
const [USUAL, AFTER_FAILURE] = [1000, 60_000];

/** Looks for new releases until stopped. A failure is told and does not end it: what was published before stays. */
export function watchReleases(
  keeper: Keeper,
  failed: (error: unknown) => void,
): { readonly stop: () => void } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const again = (wait: number) => {
    if (!stopped) timer = setTimeout(look, wait).unref();
  };
  const look = () =>
    keeper.refresh().then(
      () => again(USUAL),
      (error) => {
        failed(error);
        again(AFTER_FAILURE);
      },
    );
  again(USUAL);
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
