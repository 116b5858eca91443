/** Independent readers of SDMX from PyPI, and the environment they are kept in. */
export const READERS = ["sdmx1==2.28.0", "pysdmx[all]==1.20.0"];
export const READERS_PLACE = "sdmx-readers";
