import type { Account, AccountStore, Session } from "../accounts/types.js";
import type { Environment, Places } from "../run/environment.js";
import type { Keeper } from "../serve/published/keeper.js";

/** A letter ready to be sent. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What the portal works with. */
export interface Given {
  readonly environment: Environment;
  readonly accounts: AccountStore;
  readonly now: () => Date;
  /** Where people reach the portal, such as https://ict.example.org; without a slash at its end. */
  readonly origin: string;
  /** Signs cookies; 32 characters or more. */
  readonly secret: string;
  /** Sends a letter, or rejects; undefined where no mail server is configured, and links are shown to staff instead. */
  readonly send?: ((letter: Letter) => Promise<void>) | undefined;
  /** Whether staff may sign in without an authenticator; only where nothing is at stake, as in a demonstration. */
  readonly totp: "required" | "optional";
  /** Folder for parts of uploads that have not arrived whole. */
  readonly uploads: string;
  /** What is published, where a service beside the portal reads it too; the portal opens it by itself when absent. */
  readonly published?: Keeper | undefined;
  /** Where things are, so that long work can be done in threads with a store of their own; done in this one when absent. */
  readonly places?: Places | undefined;
  /** Bytes that a file may have which is sent to the portal; `UPLOAD_LIMIT` when absent. */
  readonly uploadLimit?: number | undefined;
}

/** Some two million lines. Whoever has more hands it to the agency, which takes it by the command line. */
export const UPLOAD_LIMIT = 256 * 1024 ** 2;

/** Who asks: null for everybody who is not signed in. */
export interface Who {
  readonly account: Account;
  readonly session: Session;
  /** The secret of the session. */
  readonly secret: string;
}
