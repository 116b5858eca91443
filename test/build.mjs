/** Before any test: the program compiled, unless it is up to date. Some tests start it as a process. */
export { ensureBuilt as setup } from "../scripts/setup.mjs";
